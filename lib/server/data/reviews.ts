import 'server-only';
import { replayFact } from '@/lib/memory/log';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import type { Graded, NewReview } from '@/lib/server/data/reviews-append';
import { appendTogether } from '@/lib/server/data/reviews-grouped';
import { logOf } from '@/lib/server/data/reviews-log';
import type { User } from '@/lib/server/user';

/** What an answer that is in the log already did at its time; `null` where it is not there. */
const gradedBefore = async (user: User, id: string, factId: string): Promise<Graded | null> => {
  const rows = await logOf(await db(), user, factId);
  const row = rows.find((each) => each.id === id && each.undoes === null && each.corrects === null);
  if (row === undefined) return null;
  const upTo = rows.filter((each) => each.at.getTime() <= row.at.getTime() && each.undoes !== row.id);
  const state = replayFact(upTo);
  return state === null ? null : { state, at: row.at };
};

/**
 * Appends an answer to the log and moves the memory, both or neither; saved when it resolves. The same id again,
 * however often and at once, changes nothing and gives the same result; two answers to one fact at once both count,
 * one after the other.
 * @throws Refusal NOT_FOUND for a fact that is not theirs, or an id that stands for something else.
 */
export const recordReview = async (user: User, review: NewReview): Promise<Graded> => {
  const graded = (await appendTogether(user, review)) ?? (await gradedBefore(user, review.id, review.factId));
  if (graded === null) throw new Refusal('NOT_FOUND');
  return graded;
};
