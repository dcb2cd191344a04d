/** What became of each sentence of a text in a later version of it. */
import type { Span } from '@/lib/model';
import { changePairs, sameWords, type SentencePair } from './sentence-pairs';

/** A text with the sentences, headings and fragments that it is made of, in order. */
export type SentencedText = { readonly text: string; readonly sentences: readonly Span[] };

/** `moved`: the same words at another place among the others. */
export type SentenceChange =
  | { readonly kind: 'same'; readonly before: Span; readonly after: Span; readonly moved: boolean }
  | { readonly kind: 'changed'; readonly before: Span; readonly after: Span }
  | { readonly kind: 'removed'; readonly before: Span }
  | { readonly kind: 'new'; readonly after: Span };

const wordsOf = ({ text, sentences }: SentencedText): string[] =>
  sentences.map(({ start, end }) => text.slice(start, end));

/** Those of the pairs, in the order of the new text, that keep the order of the old one: as many as can be. */
const inOrder = (pairs: readonly SentencePair[]): ReadonlySet<SentencePair> => {
  const ends: number[] = [];
  const previous: number[] = [];
  pairs.forEach(({ before }, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.before ?? 0) < before) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = index;
  });
  const kept = new Set<SentencePair>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) kept.add(pair);
  }
  return kept;
};

/** The k-th sentence of some words in the old text is the k-th of the same words in the new one. */
const samePairs = (before: readonly string[], after: readonly string[]): SentencePair[] => {
  const places = new Map<string, number[]>();
  before.forEach((words, index) => {
    const key = sameWords(words);
    const known = places.get(key);
    if (known === undefined) places.set(key, [index]);
    else known.push(index);
  });
  const next = new Map<string, number>();
  return after.flatMap((words, index) => {
    const key = sameWords(words);
    const turn = next.get(key) ?? 0;
    const found = places.get(key)?.[turn];
    if (found === undefined) return [];
    next.set(key, turn + 1);
    return [{ before: found, after: index }];
  });
};

/**
 * Every sentence of both versions once: those of the new one in its order, each that was removed behind what it
 * followed. Sentences are the same where they differ in white space, quotation marks and dashes alone; they are
 * changed versions of each other where they share most of what they say. Near linear in the number of sentences.
 */
export const sentenceChanges = (before: SentencedText, after: SentencedText): SentenceChange[] => {
  const [old, young] = [wordsOf(before), wordsOf(after)];
  const same = samePairs(old, young);
  const steady = inOrder(same);
  const changed = changePairs(old, young, { same, steady: same.filter((pair) => steady.has(pair)) });
  const sameAt = new Map(same.map((pair) => [pair.after, pair]));
  const changedAt = new Map(changed.map((pair) => [pair.after, pair]));
  const kept = new Set([...same, ...changed].map((pair) => pair.before));
  const changes: SentenceChange[] = [];
  const removedAfter = (index: number): void => {
    for (let at = index + 1; at < old.length && !kept.has(at); at++) {
      const span = before.sentences[at];
      if (span !== undefined) changes.push({ kind: 'removed', before: span });
    }
  };
  removedAfter(-1);
  after.sentences.forEach((span, index) => {
    const pair = sameAt.get(index) ?? changedAt.get(index);
    const was = pair === undefined ? undefined : before.sentences[pair.before];
    if (pair === undefined || was === undefined) {
      changes.push({ kind: 'new', after: span });
      return;
    }
    changes.push(
      sameAt.has(index)
        ? { kind: 'same', before: was, after: span, moved: !steady.has(pair) }
        : { kind: 'changed', before: was, after: span },
    );
    removedAfter(pair.before);
  });
  return changes;
};
