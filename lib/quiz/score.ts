import type { Rating } from '@/lib/model';

/** The score of an attempt; `percent` is whole, 0..100, and full only where all is right. */
export type Score = { readonly right: number; readonly of: number; readonly percent: number };

/** `right` of `of` in whole percent: 199 of 200 is not everything, and 1 of 200 is not nothing. */
export const percentOf = (right: number, of: number): number => {
  const rounded = of === 0 ? 0 : Math.round((100 * right) / of);
  return right > 0 && right < of ? Math.min(99, Math.max(1, rounded)) : rounded;
};

/** Counts the marks of an attempt; a question that was not answered counts as wrong. */
export const scoreOf = (marks: readonly { readonly correct: boolean }[]): Score => {
  const right = marks.filter(({ correct }) => correct).length;
  return { right, of: marks.length, percent: percentOf(right, marks.length) };
};

/** What an answer in a quiz tells memory: a miss is never "hard". */
export const ratingOf = (correct: boolean): Rating => (correct ? 'good' : 'again');
