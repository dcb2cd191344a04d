import 'server-only';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import { untilNoClash } from '@/lib/server/data/clash';
import { appendAnswers, type Graded, type NewReview } from '@/lib/server/data/reviews-append';
import type { User } from '@/lib/server/user';

/** What became of an answer: written now, or `null` where its id stands in the log already, which writes nothing. */
type Outcome = Graded | null;

type Waiting = {
  readonly user: User;
  readonly review: NewReview;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Answers in one transaction, at most: with more the first of them wait for the last, and all who ask go on in step, so
 * that the server has nothing to do while they think. Ten were a fifth quicker than sixty-four, and than five.
 */
const MOST_TOGETHER = 10;

const held = globalThis as { quizwrightAnswers?: { waiting: Waiting[]; writing: boolean } };
const queue = (held.quizwrightAnswers ??= { waiting: [], writing: false });

/**
 * Appends an answer, together with all that came in while the ones before were being written: a commit is a sync
 * to disk, and one serves for many. Resolves after the commit; what fails, fails alone.
 * @throws Refusal NOT_FOUND for a fact that is not theirs.
 */
export const appendTogether = (user: User, review: NewReview): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    queue.waiting.push({ user, review, resolve, reject });
    if (queue.writing) return;
    queue.writing = true;
    setImmediate(() => void drain());
  });

const drain = async (): Promise<void> => {
  while (queue.waiting.length > 0) {
    const group = queue.waiting.splice(0, MOST_TOGETHER);
    try {
      settle(group, await write(group));
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error);
      else for (const alone of group) await writeAlone(alone);
    }
  }
  queue.writing = false;
};

const writeAlone = async (one: Waiting): Promise<void> => {
  try {
    settle([one], await untilNoClash(() => write([one])));
  } catch (error) {
    one.reject(error);
  }
};

const settle = (group: readonly Waiting[], results: readonly (Outcome | Refusal)[]): void => {
  for (const [index, { resolve, reject }] of group.entries()) {
    const result = results[index] ?? null;
    if (result instanceof Refusal) reject(result);
    else resolve(result);
  }
};

/** One transaction for all of `group`; the results stand in its order. */
const write = async (group: readonly Waiting[]): Promise<(Outcome | Refusal)[]> =>
  (await db()).$transaction(async (transaction) => {
    const results: (Outcome | Refusal)[] = group.map(() => null);
    const byUser = new Map<string, { user: User; places: number[]; reviews: NewReview[] }>();
    for (const [place, { user, review }] of group.entries()) {
      const theirs = byUser.get(user.id) ?? { user, places: [], reviews: [] };
      theirs.places.push(place);
      theirs.reviews.push(review);
      byUser.set(user.id, theirs);
    }
    for (const { user, places, reviews } of byUser.values()) {
      const written = await appendAnswers(transaction, user, reviews);
      for (const [index, place] of places.entries()) results[place] = written[index] ?? null;
    }
    return results;
  });
