/** How many facts of an article a person asks for. */

export const AMOUNTS = ['best', 'fewer', 'more', 'all'] as const;
export type Amount = (typeof AMOUNTS)[number];

/** Facts for every 1,000 words; `best` is what the ranking takes where nothing is said. */
const PER_THOUSAND_WORDS: Readonly<Record<Amount, number>> = { best: 20, fewer: 10, more: 35, all: Infinity };
/** However short the text is. */
const FEWEST: Readonly<Record<Amount, number>> = { best: 5, fewer: 3, more: 8, all: Infinity };

/** At most so many facts of a text of `words` words start as proposed; the rest is spare. */
export const mostFacts = (amount: Amount, words: number): number =>
  words === 0 ? 0 : Math.max(FEWEST[amount], Math.round((PER_THOUSAND_WORDS[amount] * words) / 1000));
