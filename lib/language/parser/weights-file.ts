/**
 * The file of weights, as `training/export.hpp` writes it: "QWRD", the length of the header, the header (JSON),
 * then the tensors in the header's order, each at a multiple of four bytes, little-endian. An `int8` tensor is a
 * scale per row and then its numbers; a weight is its number times the scale of its row.
 */
import { z } from 'zod';

const headerSchema = z.object({
  sizes: z.object({
    word: z.int(),
    piece: z.int(),
    shape: z.int(),
    hidden: z.int(),
    layers: z.int(),
    arc: z.int(),
    label: z.int(),
    buckets: z.int(),
  }),
  words: z.array(z.string()),
  shapes: z.array(z.string()),
  /** UPOS and XPOS, joined by a bar. */
  tags: z.array(z.string()),
  labels: z.array(z.string()),
  tensors: z.array(
    z.object({ name: z.string(), rows: z.int(), cols: z.int(), kind: z.enum(['int8', 'float32']) }),
  ),
});

/** A matrix of small numbers: row r holds `numbers[r * cols ...]`, to be multiplied by `scales[r]`. */
export type ByteMatrix = {
  readonly rows: number;
  readonly cols: number;
  readonly scales: Float32Array;
  readonly numbers: Int8Array;
};

export type Weights = Omit<z.infer<typeof headerSchema>, 'tensors'> & {
  readonly matrix: (name: string) => ByteMatrix;
  readonly vector: (name: string) => Float32Array;
};

const MAGIC = 'QWRD';

const found = <Value>(map: ReadonlyMap<string, Value>, name: string): Value => {
  const value = map.get(name);
  if (value === undefined) throw new Error(`the weights have no ${name}`);
  return value;
};

export const readWeights = (file: Uint8Array): Weights => {
  // Views of floats must begin at a multiple of four; a slice of a larger buffer may not.
  const bytes = file.byteOffset % 4 === 0 ? file : file.slice();
  if (bytes.length < 8 || String.fromCharCode(...bytes.subarray(0, 4)) !== MAGIC) {
    throw new Error('not a file of weights');
  }
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  const { tensors, ...header } = headerSchema.parse(
    JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headerLength))),
  );
  const matrices = new Map<string, ByteMatrix>();
  const vectors = new Map<string, Float32Array>();
  let at = bytes.byteOffset + 8 + headerLength;
  const take = (length: number): number => {
    const start = at;
    at += Math.ceil(length / 4) * 4;
    if (at > bytes.byteOffset + bytes.length) throw new Error('the file of weights ends too early');
    return start;
  };
  for (const { name, rows, cols, kind } of tensors) {
    const count = rows * cols;
    if (kind === 'float32') {
      vectors.set(name, new Float32Array(bytes.buffer, take(count * 4), count));
    } else {
      const scales = new Float32Array(bytes.buffer, take(rows * 4), rows);
      matrices.set(name, { rows, cols, scales, numbers: new Int8Array(bytes.buffer, take(count), count) });
    }
  }
  return { ...header, matrix: (name) => found(matrices, name), vector: (name) => found(vectors, name) };
};
