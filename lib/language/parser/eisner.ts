/**
 * The best projective tree with one root (Eisner 1996). Two kinds of span are joined from short to long in cubic
 * time: an open span has an arc between its ends, a closed span has its head at one end and wants nothing more.
 * "Left" spans have their head at the right end, their words hang to the left; "right" spans the other way round.
 */

const NONE = -1e18;

/** Score and best split of the span i..j at `i * words + j`. */
type Chart = { readonly score: Float64Array; readonly split: Int32Array };

type Charts = Record<'openLeft' | 'openRight' | 'closedLeft' | 'closedRight', Chart>;

const makeChart = (cells: number): Chart => ({
  score: new Float64Array(cells),
  split: new Int32Array(cells),
});

/** Arc scores: `words + 1` per word, by head; column 0 is the root, column h + 1 is word h. */
export type ArcScores = Float64Array;

/** The best way to make the span i..j of `a` ending at k and `b` beginning at k (or k + 1, if `apart`). */
const join = (
  words: number,
  span: { i: number; j: number; from: number; apart: 0 | 1 },
  a: Chart,
  b: Chart,
) => {
  const { i, j, from, apart } = span;
  const stop = j - 1 + from - i;
  let best = NONE;
  let split = from;
  for (let k = from; k <= stop; k++) {
    const sum = (a.score[i * words + k] ?? 0) + (b.score[(k + apart) * words + j] ?? 0);
    if (sum > best) {
      best = sum;
      split = k;
    }
  }
  return { best, split };
};

const fillCharts = (words: number, scores: ArcScores): Charts => {
  const [openLeft, openRight, closedLeft, closedRight] = [0, 1, 2, 3].map(() => makeChart(words * words)) as [
    Chart,
    Chart,
    Chart,
    Chart,
  ];
  const put = (chart: Chart, cell: number, score: number, split: number): void => {
    chart.score[cell] = score;
    chart.split[cell] = split;
  };
  for (let width = 1; width < words; width++) {
    for (let i = 0; i + width < words; i++) {
      const j = i + width;
      const cell = i * words + j;
      const inner = join(words, { i, j, from: i, apart: 1 }, closedRight, closedLeft);
      put(openLeft, cell, inner.best + (scores[i * (words + 1) + j + 1] ?? 0), inner.split);
      put(openRight, cell, inner.best + (scores[j * (words + 1) + i + 1] ?? 0), inner.split);
      const left = join(words, { i, j, from: i, apart: 0 }, closedLeft, openLeft);
      put(closedLeft, cell, left.best, left.split);
      const right = join(words, { i, j, from: i + 1, apart: 0 }, openRight, closedRight);
      put(closedRight, cell, right.best, right.split);
    }
  }
  return { openLeft, openRight, closedLeft, closedRight };
};

const bestRoot = (words: number, scores: ArcScores, { closedLeft, closedRight }: Charts): number => {
  let best = NONE;
  let root = 0;
  for (let i = 0; i < words; i++) {
    const left = closedLeft.score[i] ?? 0;
    const sum = left + (closedRight.score[i * words + words - 1] ?? 0) + (scores[i * (words + 1)] ?? 0);
    if (sum > best) {
      best = sum;
      root = i;
    }
  }
  return root;
};

/** The head of each word, -1 for the root. */
export const findBestTree = (words: number, scores: ArcScores): Int32Array => {
  const heads = new Int32Array(words).fill(-1);
  if (words < 2) return heads;
  const charts = fillCharts(words, scores);
  const root = bestRoot(words, scores, charts);
  const spans: [keyof Charts, number, number][] = [
    ['closedLeft', 0, root],
    ['closedRight', root, words - 1],
  ];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [kind, i, j] = span;
    if (i === j) continue;
    const k = charts[kind].split[i * words + j] ?? i;
    switch (kind) {
      case 'closedLeft':
        spans.push(['closedLeft', i, k], ['openLeft', k, j]);
        break;
      case 'closedRight':
        spans.push(['openRight', i, k], ['closedRight', k, j]);
        break;
      case 'openLeft':
        heads[i] = j;
        spans.push(['closedRight', i, k], ['closedLeft', k + 1, j]);
        break;
      case 'openRight':
        heads[j] = i;
        spans.push(['closedRight', i, k], ['closedLeft', k + 1, j]);
        break;
    }
  }
  return heads;
};
