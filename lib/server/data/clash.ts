import 'server-only';

/**
 * What the database says when someone else was first: a unique value is taken (P2002), the row is no longer as it
 * was read (P2025), or two transactions wanted the same rows (P2034).
 */
const CLASHES: readonly unknown[] = ['P2002', 'P2025', 'P2034'];

/** Whether a write failed because another came first: reading again and trying again is the answer. */
export const isClash = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && CLASHES.includes(error.code);

const MOST_TRIES = 40;

/**
 * Does `work` again, from its first read on, as long as another write comes in between. Of those who clash one
 * has always gone through, so that forty tries are enough for forty at once on one row.
 */
export const untilNoClash = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries >= MOST_TRIES || !isClash(error)) throw error;
    }
  }
};
