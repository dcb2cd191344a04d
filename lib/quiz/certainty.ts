/** How sure somebody says to be of an answer. Apart from all schemas, so that a page need not load them. */

/** From least to most; `share` is how likely they then think it right, 0..1. */
export const CERTAINTIES = [
  { level: 1, share: 0.5, words: 'Not sure', meaning: 'about half of such answers are right' },
  { level: 2, share: 0.75, words: 'Fairly sure', meaning: 'about three in four are right' },
  { level: 3, share: 0.95, words: 'Sure', meaning: 'nearly all are right' },
] as const;

/** A stored level in a sentence: "fairly sure"; `''` for none. */
export const certaintyWords = (level: number | null): string =>
  CERTAINTIES.find((certainty) => certainty.level === level)?.words.toLowerCase() ?? '';

/** The share that a stored level stands for; `null` for one that was not asked for or is none. */
export const certaintyShare = (level: number | null): number | null =>
  CERTAINTIES.find((certainty) => certainty.level === level)?.share ?? null;
