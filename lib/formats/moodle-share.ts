/** Numbers as Moodle writes them. */

/** The share of one of `count` right options in percent, to the five decimals by which Moodle knows it: 33.33333. */
export const shareOf = (count: number): number => rounded(100 / Math.max(1, count));

/** A number to five decimals, without the traces of floating point. */
export const rounded = (number: number): number => Number(number.toFixed(5));
