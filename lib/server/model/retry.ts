import { ModelFailure } from '@/lib/server/model/failure';

/** What is left to chance and to the clock, handed in so that a test can hold them. */
export type Chance = {
  /** 0 up to 1. */
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** @throws the signal's reason once it is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

const MOST_TRIES = 4;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 20_000;
/** Whoever asks for more patience than this does not want us now. */
const MOST_PATIENCE = 60_000;

/** Milliseconds before try `tried + 1`: exponential, half of it left to chance, so that many who failed do not return at once. */
export const waitBefore = (tried: number, random: () => number): number =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tried - 1)) * (0.5 + random() / 2);

/**
 * Does `work` again while another try may help, never before the server wants it.
 * @throws ModelFailure of the last try; the signal's reason once it is aborted.
 */
export const withRetries = async <T>(
  work: () => Promise<T>,
  { random, wait }: Chance,
  signal: AbortSignal,
): Promise<T> => {
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      const again =
        error instanceof ModelFailure &&
        (error.failure === 'busy' || error.failure === 'unreachable') &&
        (error.retryAfter ?? 0) <= MOST_PATIENCE;
      if (!again || tried === MOST_TRIES) throw error;
      await wait(Math.max(error.retryAfter ?? 0, waitBefore(tried, random)), signal);
    }
  }
};
