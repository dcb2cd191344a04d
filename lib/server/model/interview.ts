import 'server-only';
import type { z } from 'zod';
import { objectsIn } from '@/lib/questions/proposal';
import type { Connection } from '@/lib/server/model/connection';
import { ModelFailure } from '@/lib/server/model/failure';
import { withRetries, type Chance } from '@/lib/server/model/retry';

export type Inquiry<T> = {
  readonly system: string;
  readonly prompt: string;
  readonly item: z.ZodType<T>;
  /** Hears how many items have come so far. */
  readonly onItems?: (count: number) => void;
};
/** Asks once and gives the items that can be read in the answer, none where it is no such thing. */
export type Ask = <T>(inquiry: Inquiry<T>) => Promise<T[]>;

export type Interview = {
  readonly connection: Connection;
  /** Tokens for all that is asked. */
  readonly budget: number;
  readonly chance: Chance;
  readonly signal: AbortSignal;
};

/** English has about four characters a token; where a server does not count, we count against ourselves. */
const CHARACTERS_PER_TOKEN = 3;
const MOST_TOKENS_OUT = 3000;
const FEWEST_TOKENS_OUT = 300;

const estimate = (text: string): number => Math.ceil(text.length / CHARACTERS_PER_TOKEN);

/** Counts the items in a growing text without reading it anew for every word that comes. */
const itemCounter = <T>({ item, onItems }: Inquiry<T>) => {
  let read = 0;
  return (text: string): void => {
    if (onItems === undefined || text.length < read + 400) return;
    read = text.length;
    onItems(objectsIn(text, item).length);
  };
};

/**
 * Opens an interview: everything asked in it is counted against one budget, tried again where that may help, and
 * ended by one signal.
 * @throws (asking) ModelFailure; the signal's reason once it is aborted.
 */
export const openInterview = ({ connection, budget, chance, signal }: Interview): Ask => {
  let left = budget;
  return (inquiry) =>
    withRetries(
      async () => {
        const { system, prompt, item } = inquiry;
        const going = estimate(system) + estimate(prompt);
        if (left - going < FEWEST_TOKENS_OUT) throw new ModelFailure('over-budget');
        const mostTokens = Math.min(MOST_TOKENS_OUT, left - going);
        const count = itemCounter(inquiry);
        let heard = '';
        const onText = (text: string): void => {
          heard = text;
          count(text);
        };
        const { length, tokens } = await connection({ system, prompt, item, mostTokens, signal, onText });
        left -= tokens ?? going + Math.ceil(length / CHARACTERS_PER_TOKEN);
        return objectsIn(heard, item);
      },
      chance,
      signal,
    );
};
