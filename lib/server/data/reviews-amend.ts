import 'server-only';
import { questionFormSchema, type MemoryState, type Rating } from '@/lib/model';
import { replayFact, standingReviews } from '@/lib/memory/log';
import { tallyChange, tallyOfLog } from '@/lib/memory/tally';
import { Refusal } from '@/lib/refusal';
import { db, type Transaction } from '@/lib/server/db';
import { untilNoClash } from '@/lib/server/data/clash';
import { addTallies, holdMemories, markMet, rowOf, writeMemories } from '@/lib/server/data/reviews-append';
import { LOG_COLUMNS, logOf, toLogged } from '@/lib/server/data/reviews-log';
import type { User } from '@/lib/server/user';

/** What an undo or a correction left: the memory now; `null`: as if never seen. */
export type Amended = { readonly factId: string; readonly state: MemoryState | null };

type Amendment = {
  /** Made by the client: the same one sent again is the same row. */
  readonly id: string;
  /** The row that it takes back or mends. */
  readonly reviewId: string;
  readonly at: Date;
  /** `null`: the answer is taken back. */
  readonly rating: Rating | null;
};

/**
 * Takes an answer (or a correction of one) back: appends a row that names it, and rebuilds the memory from what
 * still stands. The same undo again changes nothing.
 * @throws Refusal NOT_FOUND, NOTHING_TO_UNDO where another undo came first.
 */
export const undoReview = (user: User, undo: Omit<Amendment, 'rating'>): Promise<Amended> =>
  amend(user, { ...undo, rating: null });

/**
 * Mends the rating of an answer that stands: appends a row that names the answer and says what was meant, and
 * rebuilds the memory as if that had been said. The same correction again changes nothing; of several the last counts.
 * @throws Refusal NOT_FOUND
 */
export const correctReview = (user: User, correction: Amendment & { rating: Rating }): Promise<Amended> =>
  amend(user, correction);

const amend = (asking: User, amendment: Amendment): Promise<Amended> =>
  untilNoClash(async () => {
    const database = await db();
    const { reviewId, rating } = amendment;
    const review = await database.review.findFirst({
      where: {
        id: reviewId,
        userId: asking.id,
        undoes: null,
        ...(rating === null ? {} : { corrects: null }),
      },
      select: { ...LOG_COLUMNS, fact: { select: { deckId: true } } },
    });
    if (review === null) throw new Refusal('NOT_FOUND');
    const { factId, questionId, fact } = review;
    return database.$transaction(async (transaction) => {
      const user = await holdMemories(transaction, asking);
      const rows = await logOf(transaction, user, factId);
      if (await isDone(transaction, rows, amendment)) return { factId, state: replayFact(rows) };
      if (rating !== null && !standingReviews(rows).some(({ id }) => id === reviewId)) {
        throw new Refusal('NOT_FOUND');
      }
      const answer = toLogged(user, review);
      const row = rowOf(
        user,
        {
          id: amendment.id,
          factId,
          questionId,
          rating: rating ?? answer.rating,
          mode: answer.mode,
          form: questionFormSchema.parse(review.form),
          elapsedMs: null,
          // After every row there is, so that of two corrections the later one is the last.
          at: new Date(Math.max(amendment.at.getTime(), ...rows.map(({ at }) => at.getTime() + 1))),
        },
        rating === null ? { undoes: reviewId } : { corrects: reviewId },
      );
      const amended = [...rows, toLogged(user, row)];
      const state = replayFact(amended);
      await transaction.review.create({ data: row, select: { id: true } });
      if (state === null) {
        await transaction.memory.deleteMany({ where: { userId: user.id, factId } });
        await markMet(transaction, user, [factId], false);
      } else {
        await writeMemories(transaction, user, new Map([[factId, state]]));
      }
      const change = tallyChange(tallyOfLog(rows), tallyOfLog(amended));
      await addTallies(transaction, user, fact.deckId, change);
      return { factId, state };
    });
  });

/**
 * Whether this very amendment is in the log.
 * @throws Refusal NOTHING_TO_UNDO where another undo took the row back, NOT_FOUND where the id is another row's.
 */
const isDone = async (
  transaction: Transaction,
  rows: Awaited<ReturnType<typeof logOf>>,
  { id, reviewId, rating }: Amendment,
): Promise<boolean> => {
  const same = rows.find((row) => row.id === id);
  if (same !== undefined && (rating === null ? same.undoes : same.corrects) === reviewId) return true;
  if (rating === null && rows.some(({ undoes }) => undoes === reviewId)) {
    throw new Refusal('NOTHING_TO_UNDO');
  }
  if ((await transaction.review.count({ where: { id } })) > 0) throw new Refusal('NOT_FOUND');
  return false;
};
