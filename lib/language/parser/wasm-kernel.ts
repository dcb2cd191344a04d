/** The kernel in WebAssembly, where the machine has its 128-bit vectors; otherwise the plain one. */
import {
  BLOCK,
  cellsOf,
  type Kernel,
  perMemoryUnit,
  plainKernel,
  type Product,
  type Recurrence,
} from './kernel';
import { wasmModule } from './wasm-module';
import type { ByteMatrix } from './weights-file';

const PAGE = 65_536;

type Routines = {
  readonly multiply: (...places: readonly number[]) => void;
  readonly remember: (...places: readonly number[]) => void;
};

/** Where things lie in the memory of the module: byte offsets, multiples of 16. */
type ProductPlace = {
  readonly matrix: ByteMatrix;
  readonly groups: number;
  readonly pairs: number;
  readonly weights: number;
  readonly input: number;
  readonly output: number;
};
type RecurrencePlace = {
  readonly product: ProductPlace;
  readonly gates: number;
  readonly scales: number;
  readonly cell: number;
};

/** Hands out the memory piece by piece before it exists. */
const makePlan = () => {
  let bytes = 0;
  const take = (length: number): number => {
    const at = bytes;
    bytes += Math.ceil(length / 16) * 16;
    return at;
  };
  const placeProduct = (matrix: ByteMatrix): ProductPlace => {
    const groups = Math.ceil(matrix.rows / BLOCK);
    const pairs = Math.ceil(matrix.cols / 2);
    const weights = take(groups * pairs * BLOCK * 4);
    return { matrix, groups, pairs, weights, input: take(pairs * 4), output: take(groups * BLOCK * 4) };
  };
  const placeRecurrence = (matrix: ByteMatrix): RecurrencePlace => ({
    product: placeProduct(matrix),
    gates: take(matrix.rows * 4),
    scales: take(matrix.rows * 4),
    cell: take(cellsOf(matrix) * 4),
  });
  return { placeProduct, placeRecurrence, pages: () => Math.max(1, Math.ceil(bytes / PAGE)) };
};

/** Widens the weights to 16 bits in the order in which `multiply` reads them; rows that fill a group up stay nought. */
const arrange = ({ matrix, pairs }: ProductPlace, to: Int16Array): void => {
  const { rows, cols, numbers } = matrix;
  for (let row = 0; row < rows; row++) {
    const start = Math.floor(row / BLOCK) * pairs * BLOCK * 2 + (row % BLOCK) * 2;
    for (let col = 0; col < cols; col++) {
      to[start + (col >> 1) * BLOCK * 2 + (col & 1)] = numbers[row * cols + col] ?? 0;
    }
  }
};

const makeProduct = (place: ProductPlace, memory: ArrayBuffer, { multiply }: Routines): Product => {
  const { matrix, groups, pairs, weights, input, output } = place;
  arrange(place, new Int16Array(memory, weights, groups * pairs * BLOCK * 2));
  return {
    input: new Int16Array(memory, input, matrix.cols),
    output: new Int32Array(memory, output, matrix.rows),
    scales: matrix.scales,
    run: () => {
      multiply(weights, input, output, groups, pairs);
    },
  };
};

const makeRecurrence = (place: RecurrencePlace, memory: ArrayBuffer, routines: Routines): Recurrence => {
  const { product, gates, scales, cell } = place;
  const { rows, cols } = product.matrix;
  const hidden = cellsOf(product.matrix);
  const { input, run } = makeProduct(product, memory, routines);
  new Float32Array(memory, scales, rows).set(perMemoryUnit(product.matrix.scales));
  const cells = new Float32Array(memory, cell, hidden);
  const own = input.subarray(cols - hidden);
  return {
    gates: new Float32Array(memory, gates, rows),
    below: input.subarray(0, cols - hidden),
    memory: own,
    reset: () => {
      own.fill(0);
      cells.fill(0);
    },
    step: () => {
      run();
      routines.remember(gates, product.output, scales, cell, own.byteOffset, product.groups);
    },
  };
};

/** Throws where WebAssembly or its vectors are missing. */
export const wasmKernel: Kernel = ({ products, recurrences }) => {
  const plan = makePlan();
  const productPlaces = products.map(plan.placeProduct);
  const recurrencePlaces = recurrences.map(plan.placeRecurrence);
  const memory = new WebAssembly.Memory({ initial: plan.pages() });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(wasmModule()), { parser: { memory } });
  const routines = instance.exports as Routines;
  return {
    products: productPlaces.map((place) => makeProduct(place, memory.buffer, routines)),
    recurrences: recurrencePlaces.map((place) => makeRecurrence(place, memory.buffer, routines)),
  };
};

const hasVectors = (): boolean => typeof WebAssembly === 'object' && WebAssembly.validate(wasmModule());

export const bestKernel: Kernel = (wanted) => (hasVectors() ? wasmKernel : plainKernel)(wanted);
