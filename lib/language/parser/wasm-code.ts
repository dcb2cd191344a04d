/** The few WebAssembly instructions that the kernel is written with, as bytes. */

export type Code = readonly number[];

export const I32 = 0x7f;
export const V128 = 0x7b;

/** Numbers of more than seven bits, LEB128; `signed` for constants, whose last byte must show the sign. */
export const leb128 = (n: number): Code => (n < 0x80 ? [n] : [(n & 0x7f) | 0x80, ...leb128(n >>> 7)]);
const signed = (n: number): Code => {
  const low = n & 0x7f;
  const rest = n >> 7;
  return (rest === 0 && low < 0x40) || (rest === -1 && low >= 0x40) ? [low] : [low | 0x80, ...signed(rest)];
};

const simd = (opcode: number): Code => [0xfd, ...leb128(opcode)];
const BY_16 = 4;
const BY_8 = 3;
const BY_4 = 2;

export const get = (local: number): Code => [0x20, local];
export const set = (local: number): Code => [0x21, local];
export const constant = (n: number): Code => [0x41, ...signed(n)];
/** Moves a pointer on. */
export const advance = (local: number, bytes: number): Code => [
  ...get(local),
  ...constant(bytes),
  0x6a,
  ...set(local),
];
/** Repeats `body` until the counter, which must begin above nought, is down to nought. */
export const repeat = (counter: number, body: Code): Code => [
  ...[0x03, 0x40],
  ...body,
  ...get(counter),
  ...[...constant(1), 0x6b, 0x22, counter],
  ...[0x0d, 0, 0x0b],
];

export const vector = {
  load: (offset: number): Code => [...simd(0x00), BY_16, ...leb128(offset)],
  /** Two int16 into all four lanes of 32 bits. */
  loadPair: [...simd(0x09), BY_4, 0] as Code,
  store: (offset: number): Code => [...simd(0x0b), BY_16, ...leb128(offset)],
  storeHalf: [...simd(0x5b), BY_8, 0, 0] as Code,
  /** The same 32-bit number in four lanes. */
  floats: (x: number): Code => {
    const bytes = [...new Uint8Array(Float32Array.of(x).buffer)];
    return [...simd(0x0c), ...bytes, ...bytes, ...bytes, ...bytes];
  },
  zero: [...simd(0x0c), ...Array<number>(16).fill(0)] as Code,
  addInts: simd(0xae),
  dot: simd(0xba),
  add: simd(0xe4),
  multiply: simd(0xe6),
  divide: simd(0xe7),
  least: simd(0xe8),
  most: simd(0xe9),
  toFloats: simd(0xfa),
  toInts: simd(0xf8),
  narrow: simd(0x85),
} as const;

const text = (name: string): Code => [name.length, ...Array.from(name, (c) => c.charCodeAt(0))];
const section = (id: number, content: Code): Code => [id, ...leb128(content.length), ...content];

/** A function of `parameters` integers, with `ints` and `vectors` more variables, numbered in that order. */
export type Routine = {
  readonly name: string;
  readonly parameters: number;
  readonly ints: number;
  readonly vectors: number;
  readonly code: Code;
};

/** A module of routines over the imported memory "parser"."memory". */
export const assemble = (routines: readonly Routine[]): Uint8Array<ArrayBuffer> => {
  const count = routines.length;
  const types = routines.flatMap(({ parameters }) => [
    0x60,
    parameters,
    ...Array<number>(parameters).fill(I32),
    0,
  ]);
  const names = routines.flatMap(({ name }, index) => [...text(name), 0x00, index]);
  const bodies = routines.flatMap(({ ints, vectors, code }) => {
    const body = [2, ints, I32, vectors, V128, ...code, 0x0b];
    return [...leb128(body.length), ...body];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [count, ...types]),
    ...section(2, [1, ...text('parser'), ...text('memory'), 0x02, 0x00, 1]),
    ...section(3, [count, ...routines.map((_, index) => index)]),
    ...section(7, [count, ...names]),
    ...section(10, [count, ...bodies]),
  ]);
};
