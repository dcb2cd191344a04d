/** Facts that are forgotten again and again: more of the same will not do, they need their passage. */

/** Lapses at which a fact is sent back to its passage for the first time, as in Anki. */
export const LEECH_AT = 8;
/** And then after every so many more. */
export const LEECH_AGAIN = 4;

/** Whether the lapse that has just brought a fact to `lapses` of them sends it back to its passage. */
export const isLeechNow = (lapses: number): boolean =>
  lapses >= LEECH_AT && (lapses - LEECH_AT) % LEECH_AGAIN === 0;
