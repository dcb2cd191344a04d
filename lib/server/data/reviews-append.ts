import 'server-only';
import type { MemoryState, QuestionForm, Rating, ReviewMode } from '@/lib/model';
import { chosenStates, keptState } from '@/lib/memory/fuzz';
import { sumTallies, tallyOfAnswer, type HourTally } from '@/lib/memory/tally';
import { Refusal } from '@/lib/refusal';
import { joinSql, sql, type Transaction } from '@/lib/server/db';
import { answeredFacts } from '@/lib/server/data/answered-facts';
import { keptDayChoice, noteDue } from '@/lib/server/data/day-load';
import { withWeights, type User } from '@/lib/server/user';

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
  /** The days that a button promised; absent: they are chosen here. */
  readonly interval?: number | null;
};

/** What an answer did: the memory right after it, and the time under which it stands in the log. */
export type Graded = { readonly state: MemoryState; readonly at: Date };

/** A row of the log under the learner as they are; `amends` where it is an undo or a correction. */
export const rowOf = (
  user: User,
  review: NewReview,
  amends: { readonly undoes?: string; readonly corrects?: string } = {},
) => ({
  ...review,
  userId: user.id,
  zone: user.learner.zone,
  dayStart: user.learner.dayStart,
  retention: user.learner.retention,
  interval: review.interval ?? null,
  undoes: amends.undoes ?? null,
  corrects: amends.corrects ?? null,
});

/**
 * Keeps all memories of a person from moving until the transaction ends, by a write to the person that changes nothing:
 * what is read after it stays true. It must come before the first read, or SQLite would have to refuse the first write
 * after it. Answers them with the weights that they have by now, which memories must be moved by.
 * @throws Refusal NOT_FOUND where the person is gone.
 */
export const holdMemories = async (transaction: Transaction, user: User): Promise<User> => {
  const [held] = await transaction.$queryRaw<{ weights: unknown }[]>(
    sql`UPDATE "User" SET "dayStart" = "dayStart" WHERE "id" = ${user.id} RETURNING "weights"`,
  );
  if (held === undefined) throw new Refusal('NOT_FOUND');
  const learner = { ...user.learner };
  delete learner.weights;
  return { ...user, learner: { ...learner, ...withWeights(held.weights) } };
};

/** Writes what memory these facts are left with, those met for the first time included. */
export const writeMemories = async (
  transaction: Transaction,
  user: User,
  states: ReadonlyMap<string, MemoryState>,
): Promise<void> => {
  if (states.size === 0) return;
  const rows = [...states].map(
    ([factId, s]) =>
      sql`(${user.id}, ${factId}, ${s.phase}, ${s.step}, ${s.stability}, ${s.difficulty}, ${s.due}, ${s.lastReview}, ${s.lastDay}, ${s.scheduledDays}, ${s.reps}, ${s.lapses})`,
  );
  await transaction.$executeRaw(sql`
    INSERT INTO "Memory" ("userId", "factId", "phase", "step", "stability", "difficulty", "due", "lastReview",
      "lastDay", "scheduledDays", "reps", "lapses")
    VALUES ${joinSql(rows)}
    ON CONFLICT ("userId", "factId") DO UPDATE SET "phase" = excluded."phase", "step" = excluded."step",
      "stability" = excluded."stability", "difficulty" = excluded."difficulty", "due" = excluded."due",
      "lastReview" = excluded."lastReview", "lastDay" = excluded."lastDay",
      "scheduledDays" = excluded."scheduledDays", "reps" = excluded."reps", "lapses" = excluded."lapses"`);
};

/** Says whether these facts have a memory. */
export const markMet = async (
  transaction: Transaction,
  user: User,
  factIds: readonly string[],
  met: boolean,
): Promise<void> => {
  if (factIds.length === 0) return;
  await transaction.fact.updateMany({
    where: { id: { in: [...factIds] }, deck: { userId: user.id } },
    data: { met },
  });
};

/** Adds to the sums of a deck. */
export const addTallies = async (
  transaction: Transaction,
  user: User,
  deckId: string,
  tallies: readonly HourTally[],
): Promise<void> => {
  if (tallies.length === 0) return;
  const rows = tallies.map(
    (t) =>
      sql`(${user.id}, ${deckId}, ${t.day}, ${t.hour}, ${t.answers}, ${t.right}, ${t.met}, ${t.recalls}, ${t.recalled}, ${t.timed}, ${t.elapsedMs})`,
  );
  await transaction.$executeRaw(sql`
    INSERT INTO "StudyHour" ("userId", "deckId", "day", "hour", "answers", "right", "met", "recalls", "recalled",
      "timed", "elapsedMs")
    VALUES ${joinSql(rows)}
    ON CONFLICT ("userId", "day", "hour", "deckId") DO UPDATE SET
      "answers" = "StudyHour"."answers" + excluded."answers", "right" = "StudyHour"."right" + excluded."right",
      "met" = "StudyHour"."met" + excluded."met", "recalls" = "StudyHour"."recalls" + excluded."recalls",
      "recalled" = "StudyHour"."recalled" + excluded."recalled",
      "timed" = "StudyHour"."timed" + excluded."timed",
      "elapsedMs" = "StudyHour"."elapsedMs" + excluded."elapsedMs"`);
};

/** Later than the last review by a millisecond at least, so that a replay, which goes by time, keeps the order. */
const timeAfter = (before: MemoryState | null, at: Date): Date =>
  new Date(Math.max(at.getTime(), before === null ? 0 : before.lastReview.getTime() + 1));

/** What an answer makes of a memory: with the wait that was promised, or else one chosen now. */
const stateAfter = (user: User, before: MemoryState | null, review: NewReview): MemoryState => {
  const { factId, rating, at, interval } = review;
  return interval === undefined
    ? chosenStates({ factId, state: before }, at, user.learner, keptDayChoice(user))[rating]
    : keptState(before, { rating, at, interval }, user.learner);
};

/** Which of the ids stand in the log already, whoever's they are: an id is a row's for all people. */
const takenIds = async (transaction: Transaction, reviews: readonly NewReview[]): Promise<string[]> => {
  const rows = await transaction.$queryRaw<{ id: string }[]>(
    sql`SELECT "id" FROM "Review" WHERE "id" IN (${joinSql(reviews.map(({ id }) => id))})`,
  );
  return rows.map(({ id }) => id);
};

/** Writes rows of the log. In SQL, as all that is done for each answer: Prisma takes long over it. */
const writeLog = async (
  transaction: Transaction,
  reviews: readonly ReturnType<typeof rowOf>[],
): Promise<void> => {
  const rows = reviews.map(
    (r) =>
      sql`(${r.id}, ${r.userId}, ${r.factId}, ${r.questionId}, ${r.at}, ${r.rating}, ${r.mode}, ${r.form}, ${r.elapsedMs}, ${r.zone}, ${r.dayStart}, ${r.retention}, ${r.interval}, ${r.undoes}, ${r.corrects})`,
  );
  await transaction.$executeRaw(sql`
    INSERT INTO "Review" ("id", "userId", "factId", "questionId", "at", "rating", "mode", "form", "elapsedMs", "zone",
      "dayStart", "retention", "interval", "undoes", "corrects")
    VALUES ${joinSql(rows)}`);
};

/**
 * Appends a person's answers to the log in the order given, and moves memories and sums with them. Answers one
 * result for each: what it did; a refusal (NOT_FOUND) where the fact is not theirs, or `null` where the id is taken,
 * which both write nothing. Nothing may be read in its transaction before the first write.
 */
export const appendAnswers = async (
  transaction: Transaction,
  asking: User,
  reviews: readonly NewReview[],
): Promise<(Graded | Refusal | null)[]> => {
  if (reviews.length === 0) return [];
  const user = await holdMemories(transaction, asking);
  const factIds = [...new Set(reviews.map(({ factId }) => factId))];
  const taken = new Set(await takenIds(transaction, reviews));
  const facts = await answeredFacts(transaction, user, factIds);
  const deckOf = new Map(facts.map(({ id, deckId }) => [id, deckId]));
  const found = new Map(facts.flatMap(({ id, state }) => (state === null ? [] : [[id, state] as const])));
  const left = new Map<string, MemoryState>();
  const rows: ReturnType<typeof rowOf>[] = [];
  const tallies = new Map<string, HourTally[]>();
  const results = reviews.map((review): Graded | Refusal | null => {
    const { id, factId, rating, elapsedMs } = review;
    if (taken.has(id)) return null;
    const deckId = deckOf.get(factId);
    if (deckId === undefined) return new Refusal('NOT_FOUND');
    taken.add(id);
    const before = left.get(factId) ?? found.get(factId) ?? null;
    const at = timeAfter(before, review.at);
    const state = stateAfter(user, before, { ...review, at });
    left.set(factId, state);
    rows.push(rowOf(user, { ...review, at, interval: state.scheduledDays || null }));
    const tally = tallyOfAnswer(before, { rating, at, elapsedMs, learner: user.learner });
    tallies.set(deckId, [...(tallies.get(deckId) ?? []), tally]);
    return { state, at };
  });
  if (rows.length === 0) return results;
  await writeLog(transaction, rows);
  await writeMemories(transaction, user, left);
  await markMet(
    transaction,
    user,
    [...left.keys()].filter((factId) => !found.has(factId)),
    true,
  );
  for (const state of left.values()) noteDue(user, state);
  for (const [deckId, added] of tallies) await addTallies(transaction, user, deckId, sumTallies(added));
  return results;
};
