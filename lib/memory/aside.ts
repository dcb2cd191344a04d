/** Facts that are put aside or stand out: what both the server and the pages must know of them. */
import type { Flag } from './flags';

/** `bury`: out of study until tomorrow; `suspend`: until it is taken in again; `takeIn`: neither any more. */
export const ASIDE = ['bury', 'suspend', 'takeIn'] as const;
export type Aside = (typeof ASIDE)[number];

/** A fact that stands out, and why. */
export type AsideFact = {
  readonly id: string;
  readonly statement: string;
  readonly deckId: string;
  readonly deckTitle: string;
  readonly suspended: boolean;
  readonly buried: boolean;
  readonly flag: Flag | null;
  /** How often it was forgotten. */
  readonly lapses: number;
};
