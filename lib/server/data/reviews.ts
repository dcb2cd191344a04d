import 'server-only';
import {
  questionFormSchema,
  type MemoryState,
  type QuestionForm,
  type Rating,
  type ReviewMode,
} from '@/lib/model';
import { replayFact } from '@/lib/memory/log';
import { nextState } from '@/lib/memory/schedule';
import { Refusal } from '@/lib/refusal';
import { db, type Database, type Transaction } from '@/lib/server/db';
import { MEMORY_COLUMNS, toMemory } from '@/lib/server/data/memories';
import { isClash, untilNoClash } from '@/lib/server/data/clash';
import { LOG_COLUMNS, logOf, toLogged } from '@/lib/server/data/reviews-log';
import type { User } from '@/lib/server/user';

/** An answer as it comes in; `id` is the client's, so that the same answer sent again is the same row. */
export type NewReview = {
  readonly id: string;
  readonly factId: string;
  readonly questionId: string | null;
  readonly rating: Rating;
  readonly form: QuestionForm;
  readonly mode: ReviewMode;
  /** Milliseconds from the question to the answer; `null` where nobody measured. */
  readonly elapsedMs: number | null;
  /** The server's clock. */
  readonly at: Date;
};

/** What an answer did: the memory right after it, and the time under which it stands in the log. */
export type Graded = { readonly state: MemoryState; readonly at: Date };

/** One answer worked out against the memory that it found; written by `writeStep`, or not at all. */
export type Step = {
  readonly review: NewReview;
  readonly before: MemoryState | null;
  readonly after: MemoryState;
};

/** Later than the last review by a millisecond at least, so that a replay, which goes by time, keeps the order. */
const timeAfter = (before: MemoryState | null, at: Date): Date =>
  new Date(Math.max(at.getTime(), before === null ? 0 : before.lastReview.getTime() + 1));

/** Works out what an answer does to the memory that it found. Touches nothing. */
export const stepOf = (user: User, review: NewReview, before: MemoryState | null): Step => {
  const at = timeAfter(before, review.at);
  return {
    review: { ...review, at },
    before,
    after: nextState(before, review.rating, at, user.learner),
  };
};

const rowOf = (user: User, review: NewReview, undoes: string | null) => ({
  id: review.id,
  userId: user.id,
  factId: review.factId,
  questionId: review.questionId,
  at: review.at,
  rating: review.rating,
  mode: review.mode,
  form: review.form,
  elapsedMs: review.elapsedMs,
  zone: user.learner.zone,
  dayStart: user.learner.dayStart,
  retention: user.learner.retention,
  undoes,
});

/** The row of a memory as it was read: what another answer has moved meanwhile is not found, which is a clash. */
const asItWas = (user: User, factId: string, state: MemoryState) => ({
  userId_factId: { userId: user.id, factId },
  reps: state.reps,
  lastReview: state.lastReview,
});

const only = { select: { factId: true } } as const;

const moveMemory = (
  client: Database | Transaction,
  user: User,
  { factId, before, after }: { factId: string; before: MemoryState | null; after: MemoryState | null },
) => {
  if (before === null) {
    if (after === null) return null;
    return client.memory.create({ data: { ...after, userId: user.id, factId }, ...only });
  }
  const where = asItWas(user, factId, before);
  if (after === null) return client.memory.delete({ where, ...only });
  return client.memory.update({ where, data: after, ...only });
};

/**
 * The two writes of a step, to be run in one transaction: the row of the log and the memory. They fail with a
 * clash (see `isClash`) where the id is taken or the memory has moved since it was read.
 */
export const stepWrites = (client: Database | Transaction, user: User, step: Step) => {
  const { factId } = step.review;
  const review = client.review.create({ data: rowOf(user, step.review, null), select: { id: true } });
  const memory = moveMemory(client, user, { factId, before: step.before, after: step.after });
  return [review, ...(memory === null ? [] : [memory])];
};

/** What an answer that is in the log already did at its time; `null` where it is not there. */
const gradedBefore = async (user: User, id: string, factId: string): Promise<Graded | null> => {
  const rows = await logOf(user, factId);
  const row = rows.find((each) => each.id === id && each.undoes === null);
  if (row === undefined) return null;
  const upTo = rows.filter((each) => each.at.getTime() <= row.at.getTime() && each.undoes !== row.id);
  const state = replayFact(upTo);
  return state === null ? null : { state, at: row.at };
};

/** Where an id is taken by a row that this person may not see, nothing is there for them. */
const refuseForeignId = async (user: User, id: string, factId: string): Promise<void> => {
  const taken = await (
    await db()
  ).review.count({ where: { id, NOT: { userId: user.id, factId, undoes: null } } });
  if (taken > 0) throw new Refusal('NOT_FOUND');
};

/**
 * Appends an answer to the log and moves the memory, both or neither. The same id again, however often and at
 * once, changes nothing and gives the same result; two answers to one fact at once both count, one after the other.
 * @throws Refusal NOT_FOUND for a fact that is not theirs.
 */
export const recordReview = (user: User, review: NewReview): Promise<Graded> =>
  untilNoClash(async () => {
    const database = await db();
    const fact = await database.fact.findFirst({
      where: { id: review.factId, deck: { userId: user.id } },
      select: { memories: { where: { userId: user.id }, select: MEMORY_COLUMNS } },
    });
    if (fact === null) throw new Refusal('NOT_FOUND');
    const [memory] = fact.memories;
    const step = stepOf(user, review, memory === undefined ? null : toMemory(memory));
    try {
      await database.$transaction(stepWrites(database, user, step));
      return { state: step.after, at: step.review.at };
    } catch (error) {
      if (!isClash(error)) throw error;
      const graded = await gradedBefore(user, review.id, review.factId);
      if (graded !== null) return graded;
      await refuseForeignId(user, review.id, review.factId);
      throw error; // the memory has moved: once more, from what it is now
    }
  });

/**
 * Takes an answer back: appends a row, made under `id`, that names it, and rebuilds the memory from what still
 * stands. The same undo again changes nothing. Answers the memory now; `null`: as if never seen.
 * @throws Refusal NOT_FOUND, NOTHING_TO_UNDO where another undo came first.
 */
export const undoReview = (
  user: User,
  { reviewId, id, at }: { reviewId: string; id: string; at: Date },
): Promise<{ factId: string; state: MemoryState | null }> =>
  untilNoClash(async () => {
    const database = await db();
    const review = await database.review.findFirst({
      where: { id: reviewId, userId: user.id, undoes: null },
      select: LOG_COLUMNS,
    });
    if (review === null) throw new Refusal('NOT_FOUND');
    const { factId, questionId } = review;
    // The memory is read before the log: an answer that comes between the two then shows as a clash.
    const row = await database.memory.findUnique({
      where: { userId_factId: { userId: user.id, factId } },
      select: MEMORY_COLUMNS,
    });
    const before = row === null ? null : toMemory(row);
    const rows = await logOf(user, factId);
    const undone = rows.find((each) => each.undoes === reviewId);
    if (undone !== undefined) {
      if (undone.id !== id) throw new Refusal('NOTHING_TO_UNDO');
      return { factId, state: replayFact(rows) };
    }
    const form = questionFormSchema.parse(review.form);
    const { rating, mode } = toLogged(review);
    const undo: NewReview = { id, factId, questionId, rating, mode, form, elapsedMs: null, at };
    const undoRow = rowOf(user, undo, reviewId);
    const after = replayFact([...rows, toLogged(undoRow)]);
    const memory = moveMemory(database, user, { factId, before, after });
    try {
      const append = database.review.create({ data: undoRow, select: { id: true } });
      await database.$transaction([append, ...(memory === null ? [] : [memory])]);
    } catch (error) {
      if (isClash(error)) await refuseTakenUndo(user, id, reviewId);
      throw error;
    }
    return { factId, state: after };
  });

/** An undo's id that stands for another row can never be written: without this the retries would not help. */
const refuseTakenUndo = async (user: User, id: string, reviewId: string): Promise<void> => {
  const taken = await (
    await db()
  ).review.count({ where: { id, NOT: { userId: user.id, undoes: reviewId } } });
  if (taken > 0) throw new Refusal('NOT_FOUND');
};
