/**
 * The heavy operations of the parser, in plain JavaScript: a matrix of small integers times a vector of integers,
 * and a step of memory. Integer sums have no rounding, and the step rounds to 32 bits wherever the WebAssembly
 * kernel does, so both give the same result to the last bit.
 *
 * A weight is an int8, an activation an int16, a sum an int32: 127 * 32767 * 512 is still below 2^31, so layers
 * up to 512 wide cannot overflow.
 */
import { sigmoid, tanh } from './activation';
import type { ByteMatrix } from './weights-file';

/** Fill `input`, call `run`, read `output`; they stay the same arrays. Real values are `output[r] * scales[r] / unit`. */
export type Product = {
  readonly input: Int16Array;
  readonly output: Int32Array;
  readonly scales: Float32Array;
  readonly run: () => void;
};

/**
 * One direction of a layer of memory. Fill `gates` or `below` with what the word brings, call `step`, read `memory`.
 * The matrix is multiplied with `below` and `memory`, side by side, and `gates` is added. Gates stand in blocks of
 * 16, for four cells at a time: four times in, forget, out, new.
 */
export type Recurrence = {
  readonly gates: Float32Array;
  /** The memories of the layer below at the word; empty in the lowest layer. In units of 1 / `MEMORY_UNIT`. */
  readonly below: Int16Array;
  /** In units of 1 / `MEMORY_UNIT`. */
  readonly memory: Int16Array;
  readonly reset: () => void;
  readonly step: () => void;
};

/** Makes a product or a recurrence of each matrix; all share one block of memory. */
export type Kernel = (wanted: {
  readonly products: readonly ByteMatrix[];
  readonly recurrences: readonly ByteMatrix[];
}) => { readonly products: readonly Product[]; readonly recurrences: readonly Recurrence[] };

/** What tanh gives lies between -1 and 1; as int16 it is counted in these units. */
export const MEMORY_UNIT = 32_767;

export const clampToInt16 = (x: number): number => (x > 32_767 ? 32_767 : x < -32_767 ? -32_767 : x);

export const BLOCK = 16;
export const CELLS = 4;

/** A recurrence has four gates for each cell. */
export const cellsOf = (matrix: ByteMatrix): number => matrix.rows / 4;

/** Scales that turn sums over memories into real numbers. */
export const perMemoryUnit = (scales: Float32Array): Float32Array =>
  scales.map((scale) => scale / MEMORY_UNIT);

const multiply = (matrix: ByteMatrix, input: Int16Array, output: Int32Array): void => {
  const { rows, cols, numbers } = matrix;
  for (let row = 0, at = 0; row < rows; row++) {
    let sum = 0;
    for (let col = 0; col < cols; col++, at++) {
      sum = (sum + Math.imul(numbers[at] ?? 0, input[col] ?? 0)) | 0;
    }
    output[row] = sum;
  }
};

const makeProduct = (matrix: ByteMatrix): Product => {
  const input = new Int16Array(matrix.cols);
  const output = new Int32Array(matrix.rows);
  const run = (): void => {
    multiply(matrix, input, output);
  };
  return { input, output, scales: matrix.scales, run };
};

const { fround } = Math;

const makeRecurrence = (matrix: ByteMatrix): Recurrence => {
  const { input, output, run } = makeProduct(matrix);
  const scales = perMemoryUnit(matrix.scales);
  const gates = new Float32Array(matrix.rows);
  const hidden = cellsOf(matrix);
  const cell = new Float32Array(hidden);
  const below = input.subarray(0, matrix.cols - hidden);
  const memory = input.subarray(matrix.cols - hidden);
  const gate = (at: number): number =>
    fround((gates[at] ?? 0) + fround(fround(output[at] ?? 0) * (scales[at] ?? 0)));
  const step = (): void => {
    run();
    for (let j = 0; j < hidden; j++) {
      const at = (j >> 2) * BLOCK + (j & 3);
      const entering = fround(sigmoid(gate(at)) * tanh(gate(at + 3 * CELLS)));
      const now = fround(fround(sigmoid(gate(at + CELLS)) * (cell[j] ?? 0)) + entering);
      const value = fround(sigmoid(gate(at + 2 * CELLS)) * tanh(now));
      cell[j] = now;
      memory[j] = fround(value * MEMORY_UNIT);
    }
  };
  const reset = (): void => {
    memory.fill(0);
    cell.fill(0);
  };
  return { gates, below, memory, reset, step };
};

export const plainKernel: Kernel = ({ products, recurrences }) => ({
  products: products.map(makeProduct),
  recurrences: recurrences.map(makeRecurrence),
});
