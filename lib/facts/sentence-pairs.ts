/** Which sentences of two versions of a text belong together, though their words differ. */

/** The places of two sentences in the lists of sentences of either version. */
export type SentencePair = { readonly before: number; readonly after: number };

const SIGNS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '−': '-',
};

/** A stretch as it is compared: without white space, with quotation marks and dashes in their plainest form. */
export const sameWords = (text: string): string =>
  text.replace(/\s+/gu, '').replace(/[‘’“”–—−]/gu, (sign) => SIGNS[sign] ?? sign);

/** Words that say little by themselves weigh a quarter. */
const weightOf = (word: string): number => (word.length > 3 || /\p{N}/u.test(word) ? 1 : 0.25);

type Bag = { readonly weight: number; readonly counts: ReadonlyMap<string, number> };

const bagOf = (sentence: string): Bag => {
  const counts = new Map<string, number>();
  let weight = 0;
  for (const word of sentence.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    weight += weightOf(word);
  }
  return { weight, counts };
};

/** 0..1: how much of what two sentences say they share (Dice's coefficient over weighed words). */
const likeness = (a: Bag, b: Bag): number => {
  if (a.weight + b.weight === 0) return 0;
  let shared = 0;
  for (const [word, count] of a.counts) shared += Math.min(count, b.counts.get(word) ?? 0) * weightOf(word);
  return (2 * shared) / (a.weight + b.weight);
};

/** How alike a pair must be: alone between two neighbours that stayed, among others between them, or elsewhere. */
const ENOUGH = { alone: 0.25, near: 0.4, far: 0.75 };
/** Words in more sentences than this lead to no candidates; neither do more candidates for one sentence than this. */
const MOST_PER_WORD = 24;
const MOST_CANDIDATES = 12;

/** For each place from 0 to `length` - 1 how many of the sorted `walls` lie before it. */
const gapsBetween = (walls: readonly number[], length: number): number[] => {
  const gaps: number[] = [];
  let gap = 0;
  for (let at = 0; at < length; at++) {
    while ((walls[gap] ?? Infinity) < at) gap++;
    gaps.push(gap);
  }
  return gaps;
};

type Rest = { readonly index: number; readonly gap: number; readonly bag: Bag };

const restOf = (
  sentences: readonly string[],
  taken: ReadonlySet<number>,
  walls: readonly number[],
): Rest[] => {
  const gaps = gapsBetween(walls, sentences.length);
  return sentences.flatMap((sentence, index) =>
    taken.has(index) ? [] : [{ index, gap: gaps[index] ?? 0, bag: bagOf(sentence) }],
  );
};

const byGap = (rest: readonly Rest[]): Map<number, Rest[]> => {
  const gaps = new Map<number, Rest[]>();
  for (const each of rest) {
    const others = gaps.get(each.gap);
    if (others === undefined) gaps.set(each.gap, [each]);
    else others.push(each);
  }
  return gaps;
};

/** The sentences of `rest` that share the most words with each, by rare words, and its neighbours of the same gap. */
const candidatesIn = (rest: readonly Rest[]): ((young: Rest) => readonly Rest[]) => {
  const holding = new Map<string, Rest[]>();
  for (const each of rest) {
    for (const word of each.bag.counts.keys()) {
      const others = holding.get(word);
      if (others === undefined) holding.set(word, [each]);
      else others.push(each);
    }
  }
  const gaps = byGap(rest);
  return ({ gap, bag }) => {
    const shared = new Map<Rest, number>();
    for (const word of bag.counts.keys()) {
      const found = holding.get(word) ?? [];
      if (found.length > MOST_PER_WORD) continue;
      for (const each of found) shared.set(each, (shared.get(each) ?? 0) + weightOf(word));
    }
    const best = [...shared].sort((a, b) => b[1] - a[1]).slice(0, MOST_CANDIDATES);
    const near = gaps.get(gap) ?? [];
    return [...new Set([...best.map(([each]) => each), ...(near.length > MOST_PER_WORD ? [] : near)])];
  };
};

/**
 * Pairs of what is not the same, the likest first, each sentence at most once. `steady` are those same pairs that
 * kept their order: between two of them one looks more closely.
 */
export const changePairs = (
  before: readonly string[],
  after: readonly string[],
  { same, steady }: { readonly same: readonly SentencePair[]; readonly steady: readonly SentencePair[] },
): SentencePair[] => {
  const old = restOf(
    before,
    new Set(same.map((pair) => pair.before)),
    steady.map((pair) => pair.before),
  );
  const young = restOf(
    after,
    new Set(same.map((pair) => pair.after)),
    steady.map((pair) => pair.after),
  );
  const [oldGaps, youngGaps] = [byGap(old), byGap(young)];
  const candidates = candidatesIn(old);
  const scored = young.flatMap((to) =>
    candidates(to).flatMap((from) => {
      const near = from.gap === to.gap;
      const alone = near && oldGaps.get(from.gap)?.length === 1 && youngGaps.get(to.gap)?.length === 1;
      const alike = likeness(from.bag, to.bag);
      if (alike < (alone ? ENOUGH.alone : near ? ENOUGH.near : ENOUGH.far)) return [];
      return [{ before: from.index, after: to.index, score: alike + (near ? 0.25 : 0) }];
    }),
  );
  scored.sort((a, b) => b.score - a.score || a.after - b.after || a.before - b.before);
  const [oldTaken, youngTaken] = [new Set<number>(), new Set<number>()];
  const pairs: SentencePair[] = [];
  for (const pair of scored) {
    if (oldTaken.has(pair.before) || youngTaken.has(pair.after)) continue;
    oldTaken.add(pair.before);
    youngTaken.add(pair.after);
    pairs.push({ before: pair.before, after: pair.after });
  }
  return pairs;
};
