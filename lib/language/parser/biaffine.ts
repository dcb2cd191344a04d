/**
 * Arcs and labels by biaffine attention (Dozat and Manning 2017). Every word is seen once as a head and once as a
 * dependent; the score of an arc is a bilinear form of the two, plus a bias for the distance. The label of an arc
 * is read from the sum of two further views.
 */
import { softmax, tanh } from './activation';
import { clampToInt16, MEMORY_UNIT, type Product } from './kernel';

const FARTHEST = 16;
/** Activations without bounds are counted in these units as int16: ±16 in steps of 1/2048. */
const VIEW_UNIT = 2048;

export type ArcScorer = {
  readonly width: number;
  /** The bilinear form; its input is a dependent. */
  readonly bend: Product;
  readonly bias: Float32Array;
  readonly root: Float32Array;
  readonly distance: Float32Array;
};

/** The views of all words, `width` numbers each. */
export type Views = { readonly heads: Float64Array; readonly dependents: Float64Array };

const IMPOSSIBLE = -1e9;

/** The dependent as the heads see it: bilinear form and bias. */
const bend = (
  { bend: product, bias, width }: ArcScorer,
  dependents: Float64Array,
  word: number,
): Float64Array => {
  for (let j = 0; j < width; j++) {
    product.input[j] = clampToInt16((dependents[word * width + j] ?? 0) * VIEW_UNIT);
  }
  product.run();
  const bent = new Float64Array(width);
  for (let j = 0; j < width; j++) {
    bent[j] = ((product.output[j] ?? 0) * (product.scales[j] ?? 0)) / VIEW_UNIT + (bias[j] ?? 0);
  }
  return bent;
};

/** Sum of products; four sums side by side, since each addition waits for the one before. */
const dot = (a: Float64Array, b: Float64Array | Float32Array, at: number): number => {
  let [s, t, u, v] = [0, 0, 0, 0];
  for (let j = 0; j < a.length; j += 4) {
    s += (a[j] ?? 0) * (b[at + j] ?? 0);
    t += (a[j + 1] ?? 0) * (b[at + j + 1] ?? 0);
    u += (a[j + 2] ?? 0) * (b[at + j + 2] ?? 0);
    v += (a[j + 3] ?? 0) * (b[at + j + 3] ?? 0);
  }
  return s + t + (u + v);
};

/** `words + 1` probabilities per word: column 0 is the root, column h + 1 word h. */
export const scoreArcs = (scorer: ArcScorer, words: number, { heads, dependents }: Views): Float64Array => {
  const { width, root, distance } = scorer;
  const scores = new Float64Array(words * (words + 1));
  for (let word = 0; word < words; word++) {
    const bent = bend(scorer, dependents, word);
    const row = word * (words + 1);
    scores[row] = dot(bent, root, 0);
    for (let head = 0; head < words; head++) {
      const away = Math.max(-FARTHEST, Math.min(FARTHEST, head - word));
      const near = distance[away + FARTHEST] ?? 0;
      scores[row + head + 1] = head === word ? IMPOSSIBLE : near + dot(bent, heads, head * width);
    }
    softmax(scores, row, words + 1);
  }
  return scores;
};

export type LabelScorer = {
  readonly width: number;
  readonly choose: Product;
  readonly bias: Float32Array;
  readonly root: Float32Array;
  /** The number of the label `root`, which only the root may have. */
  readonly rootLabel: number;
};

/** The best label of the arc from `head` (-1: the root) to `word`, and its probability among all labels. */
export const chooseLabel = (
  scorer: LabelScorer,
  { heads, dependents }: Views,
  head: number,
  word: number,
): { label: number; confidence: number } => {
  const { width, choose, bias, root, rootLabel } = scorer;
  for (let j = 0; j < width; j++) {
    const above = head < 0 ? (root[j] ?? 0) : (heads[head * width + j] ?? 0);
    choose.input[j] = tanh(Math.fround(above + (dependents[word * width + j] ?? 0))) * MEMORY_UNIT;
  }
  choose.run();
  const labels = bias.length;
  const scores = new Float64Array(labels);
  for (let k = 0; k < labels; k++) {
    scores[k] = ((choose.output[k] ?? 0) * (choose.scales[k] ?? 0)) / MEMORY_UNIT + (bias[k] ?? 0);
  }
  softmax(scores, 0, labels);
  if (head < 0) return { label: rootLabel, confidence: scores[rootLabel] ?? 0 };
  let best = rootLabel === 0 ? 1 : 0;
  for (let k = 0; k < labels; k++) {
    if (k !== rootLabel && (scores[k] ?? 0) > (scores[best] ?? 0)) best = k;
  }
  return { label: best, confidence: scores[best] ?? 0 };
};
