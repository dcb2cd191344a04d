/**
 * Words as the first layer takes them: embedding of the word, sum of the embeddings of its pieces, embedding of its
 * shape. The first layer's product with them depends on the word alone, so it is made once per word and kept.
 */
import { foldForm, toPieces, toShapeKey, toText, toWordKey } from './features';
import { clampToInt16, type Product } from './kernel';
import type { WordGates } from './lstm';
import type { ByteMatrix, Weights } from './weights-file';

/** Embeddings are counted in these units as int16: ±8 in steps of 1/4096. */
const EMBEDDING_UNIT = 4096;
/** Forms kept at most; a long text has fewer, and they take 20 MB. */
const KEPT = 4000;

const addRow = (table: ByteMatrix, row: number, to: Float64Array, at: number): void => {
  const scale = table.scales[row] ?? 0;
  const start = row * table.cols;
  for (let j = 0; j < table.cols; j++)
    to[at + j] = (to[at + j] ?? 0) + (table.numbers[start + j] ?? 0) * scale;
};

const numbered = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.map((name, number) => [name, number]));

/** From a form to the words' share in the gates of the first layer. */
export type GatesOfForm = (form: string) => WordGates;

/** The first layer's product with an embedding: the gates of both directions, forwards first. */
export type GateInput = { readonly product: Product; readonly bias: Float32Array };

export const makeEmbedding = (weights: Weights, { product, bias }: GateInput): GatesOfForm => {
  const { sizes } = weights;
  const [words, pieces, shapes] = ['words', 'pieces', 'shapes'].map(weights.matrix) as [
    ByteMatrix,
    ByteMatrix,
    ByteMatrix,
  ];
  const wordNumbers = numbered(weights.words);
  const shapeNumbers = numbered(weights.shapes);

  const embed = (form: string): Float64Array => {
    const folded = foldForm(form);
    const key = toWordKey(folded);
    const embedding = new Float64Array(sizes.word + sizes.piece + sizes.shape);
    addRow(words, wordNumbers.get(toText(key)) ?? 0, embedding, 0);
    for (const piece of toPieces(key, sizes.buckets)) addRow(pieces, piece, embedding, sizes.word);
    addRow(shapes, shapeNumbers.get(toShapeKey(folded)) ?? 0, embedding, sizes.word + sizes.piece);
    return embedding;
  };

  const computeGates: GatesOfForm = (form) => {
    const { input, output, scales, run } = product;
    const embedding = embed(form);
    for (let j = 0; j < input.length; j++) {
      input[j] = clampToInt16((embedding[j] ?? 0) * EMBEDDING_UNIT);
    }
    run();
    const gates = new Float32Array(output.length);
    for (let row = 0; row < gates.length; row++) {
      gates[row] = (output[row] ?? 0) * ((scales[row] ?? 0) / EMBEDDING_UNIT) + (bias[row] ?? 0);
    }
    return [gates.subarray(0, gates.length / 2), gates.subarray(gates.length / 2)];
  };

  const kept = new Map<string, WordGates>();
  return (form) => {
    const known = kept.get(form);
    if (known !== undefined) return known;
    if (kept.size >= KEPT) kept.clear();
    const gates = computeGates(form);
    kept.set(form, gates);
    return gates;
  };
};
