/** The words of a sentence, to choose those that are asked for. */
import { BLANK } from '@/lib/blank';
import type { Span } from '@/lib/model';

/** Offsets in the sentence. A sign that belongs to a figure ("$", "%") goes with it. */
const WORD = /[$€£¥]?[\p{L}\p{N}\p{M}]+(?:[-'’.,/&][\p{L}\p{N}\p{M}]+)*%?/gu;

/** For scripts without spaces between words, so that one need not take a whole clause. */
const LONGEST_WORD = 40;

export const wordsOf = (sentence: string): Span[] =>
  [...sentence.matchAll(WORD)].flatMap(({ index, 0: word }) =>
    word.length <= LONGEST_WORD
      ? [{ start: index, end: index + word.length }]
      : [...word.matchAll(/[\p{L}\p{N}]\p{M}*/gu)].map((sign) => ({
          start: index + sign.index,
          end: index + sign.index + sign[0].length,
        })),
  );

/** Chosen words by their places in the list: from where the choice began to where it went. */
export type Choice = { readonly from: number; readonly to: number };

/**
 * The choice after word `at` was picked: the first pick begins, the second extends to it, a third begins anew; the
 * same word twice takes the choice back.
 */
export const pickWord = (choice: Choice | null, at: number): Choice | null => {
  if (choice === null || choice.from !== choice.to) return { from: at, to: at };
  return choice.from === at ? null : { from: choice.from, to: at };
};

export const isChosen = (choice: Choice | null, at: number): boolean =>
  choice !== null && Math.min(choice.from, choice.to) <= at && at <= Math.max(choice.from, choice.to);

/** The stretch of the sentence from the first chosen word to the last. */
export const chosenSpan = (words: readonly Span[], choice: Choice | null): Span | null => {
  if (choice === null) return null;
  const first = words[Math.min(choice.from, choice.to)];
  const last = words[Math.max(choice.from, choice.to)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
};

/** The sentence with a gap for what is asked for. */
export const clozeOf = (sentence: string, { start, end }: Span): string =>
  sentence.slice(0, start) + BLANK + sentence.slice(end);
