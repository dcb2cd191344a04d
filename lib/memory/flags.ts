/** Marks that a learner puts on a fact. The number is what is stored; the name is what is shown. */
export const FLAGS = ['red', 'orange', 'green', 'blue'] as const;
export type Flag = (typeof FLAGS)[number];

/** The flag of a stored number; `null` for none and for what is no flag. */
export const flagOf = (stored: number | null): Flag | null => FLAGS[(stored ?? 0) - 1] ?? null;

/** The number under which a flag is stored. */
export const storedFlag = (flag: Flag | null): number | null =>
  flag === null ? null : FLAGS.indexOf(flag) + 1;
