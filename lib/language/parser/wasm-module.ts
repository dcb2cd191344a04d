/** The WebAssembly kernel: two routines over 128-bit vectors, written by hand. */
import { TANH_ABOVE, TANH_BELOW, TANH_REACH } from './activation';
import { BLOCK, MEMORY_UNIT } from './kernel';
import { advance, assemble, type Code, get, repeat, type Routine, set, vector } from './wasm-code';

/** Bytes of a block of sixteen 32-bit numbers, and of a quarter of it. */
const BLOCK_BYTES = BLOCK * 4;
const QUARTER = 16;
const QUARTERS = [0, 1, 2, 3] as const;

/**
 * multiply(weights, input, output, groups, pairs): weights have 16 bits and lie in the order of reading: for each
 * group of 16 rows and each pair of columns, the two weights of each row side by side. `dot` multiplies such a
 * quarter of a group with the pair of inputs, repeated in all lanes, and adds the two products of each row: 32
 * multiplications in four instructions, and no sum across lanes is ever needed.
 */
const multiply = (): Routine => {
  const [weights, input, output, groups, pairs, left, at, pair, firstSum] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8,
  ] as const;
  const accumulate = (quarter: number): Code => [
    ...get(firstSum + quarter),
    ...get(pair),
    ...get(weights),
    ...vector.load(quarter * QUARTER),
    ...vector.dot,
    ...vector.addInts,
    ...set(firstSum + quarter),
  ];
  const oneGroup = [
    ...QUARTERS.flatMap((quarter) => [...vector.zero, ...set(firstSum + quarter)]),
    ...[...get(input), ...set(at), ...get(pairs), ...set(left)],
    ...repeat(left, [
      ...[...get(at), ...vector.loadPair, ...set(pair)],
      ...QUARTERS.flatMap(accumulate),
      ...advance(weights, BLOCK_BYTES),
      ...advance(at, 4),
    ]),
    ...QUARTERS.flatMap((quarter) => [
      ...get(output),
      ...get(firstSum + quarter),
      ...vector.store(quarter * QUARTER),
    ]),
    ...advance(output, BLOCK_BYTES),
  ];
  return { name: 'multiply', parameters: 5, ints: 2, vectors: 5, code: repeat(groups, oneGroup) };
};

/**
 * remember(gates, sums, scales, cell, memory, blocks): a step of memory for four cells at a time; the plain
 * kernel has the same in a readable form.
 */
const remember = (): Routine => {
  const [gates, sums, scales, cell, memory, blocks] = [0, 1, 2, 3, 4, 5] as const;
  const [x, square, entering, kept, value] = [6, 7, 8, 9, 10] as const;
  /** The curve of what is on the stack. */
  const tanh = [
    ...[
      ...vector.floats(TANH_REACH),
      ...vector.least,
      ...vector.floats(-TANH_REACH),
      ...vector.most,
      ...set(x),
    ],
    ...[...get(x), ...get(x), ...vector.multiply, ...set(square)],
    ...get(x),
    ...get(square),
    ...[...get(square), ...get(square), ...vector.floats(TANH_ABOVE[2]), ...vector.add, ...vector.multiply],
    ...[...vector.floats(TANH_ABOVE[1]), ...vector.add, ...vector.multiply],
    ...[...vector.floats(TANH_ABOVE[0]), ...vector.add, ...vector.multiply],
    ...get(square),
    ...[...get(square), ...get(square), ...vector.floats(TANH_BELOW[3]), ...vector.multiply],
    ...[...vector.floats(TANH_BELOW[2]), ...vector.add, ...vector.multiply],
    ...[...vector.floats(TANH_BELOW[1]), ...vector.add, ...vector.multiply],
    ...[...vector.floats(TANH_BELOW[0]), ...vector.add, ...vector.divide],
  ];
  const half = vector.floats(0.5);
  const sigmoid = [...half, ...vector.multiply, ...tanh, ...half, ...vector.multiply, ...half, ...vector.add];
  const gate = (quarter: number): Code => [
    ...[...get(gates), ...vector.load(quarter * QUARTER)],
    ...[...get(sums), ...vector.load(quarter * QUARTER), ...vector.toFloats],
    ...[...get(scales), ...vector.load(quarter * QUARTER), ...vector.multiply, ...vector.add],
  ];
  const fourCells = [
    ...[...gate(0), ...sigmoid, ...set(entering)],
    ...[...gate(3), ...tanh, ...get(entering), ...vector.multiply, ...set(entering)],
    ...[...gate(1), ...sigmoid, ...get(cell), ...vector.load(0), ...vector.multiply],
    ...[...get(entering), ...vector.add, ...set(kept)],
    ...[...get(cell), ...get(kept), ...vector.store(0)],
    ...[...gate(2), ...sigmoid, ...set(value), ...get(kept), ...tanh, ...get(value), ...vector.multiply],
    ...[...vector.floats(MEMORY_UNIT), ...vector.multiply, ...vector.toInts, ...set(value)],
    ...[...get(memory), ...get(value), ...get(value), ...vector.narrow, ...vector.storeHalf],
    ...[gates, sums, scales].flatMap((pointer) => advance(pointer, BLOCK_BYTES)),
    ...[...advance(cell, QUARTER), ...advance(memory, QUARTER / 2)],
  ];
  return { name: 'remember', parameters: 6, ints: 0, vectors: 5, code: repeat(blocks, fourCells) };
};

export const wasmModule = (): Uint8Array<ArrayBuffer> => assemble([multiply(), remember()]);
