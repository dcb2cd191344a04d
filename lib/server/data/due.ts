import 'server-only';
import type { DayRoom } from '@/lib/memory/backlog';
import { dayOf, dayStartsAt } from '@/lib/memory/days';
import { LEARN_AHEAD, type WeighedState } from '@/lib/memory/queue';
import { memoryPhaseSchema } from '@/lib/model';
import { db, joinSql, sql } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

/** What makes a question one that is studied. */
export const STUDY_QUESTION = { status: 'accepted' };

/** Their facts that may be studied: accepted and not suspended, with an accepted question. Buried ones among them. */
export const studyFacts = (user: User, deckId?: string) => ({
  status: 'accepted',
  suspended: false,
  deck: { userId: user.id },
  ...(deckId === undefined ? {} : { deckId }),
  questions: { some: STUDY_QUESTION },
});

/** The same in SQL, for a memory `m` joined with its fact `f`. */
export const studyFactsSql = (user: User) => sql`
  f."status" = 'accepted' AND f."suspended" = ${false} AND f."deckId" IN (SELECT "id" FROM "Deck" WHERE "userId" = ${user.id})
  AND EXISTS (SELECT 1 FROM "Question" q WHERE q."factId" = f."id" AND q."status" = 'accepted')`;

/** Whether nobody has buried a fact `f` for the rest of the day. */
const unburiedSql = (now: Date) => sql`(f."buriedUntil" IS NULL OR f."buriedUntil" <= ${now})`;

/** The instant at which the learner's next day begins. */
export const tomorrowOf = (user: User, now: Date): Date =>
  dayStartsAt(dayOf(now, user.learner) + 1, user.learner);

const dueByTimeSql = (user: User, now: Date, ahead: number) => sql`
  ((m."phase" = 'review' AND m."due" < ${tomorrowOf(user, now)})
    OR (m."phase" <> 'review' AND m."due" <= ${new Date(now.getTime() + ahead)}))`;

/**
 * Memories that are due, as `isDue` has it, of facts that may be studied now: for a memory `m` joined with its fact
 * `f` by CROSS JOIN: SQLite then goes from what is due to its facts, however little it knows of how many there are.
 * `ahead` (milliseconds) counts in the learning steps of that time.
 */
const dueSql = (user: User, now: Date, ahead = 0) => {
  const tomorrow = tomorrowOf(user, now);
  const steps = new Date(now.getTime() + ahead);
  // Said once for both phases, so that the index by due date bounds what is read.
  const last = tomorrow > steps ? tomorrow : steps;
  return sql`f."id" = m."factId" AND m."userId" = ${user.id} AND m."due" <= ${last} AND ${dueByTimeSql(user, now, ahead)}
    AND ${studyFactsSql(user)} AND ${unburiedSql(now)}`;
};

/**
 * Memories that are not due by their time, of facts whose sentence has changed since the last answer: they come once
 * more. Begins with the facts, of which few ever change.
 */
const changedSql = (user: User, now: Date, ahead = 0) => sql`
  FROM "Deck" d CROSS JOIN "Fact" f CROSS JOIN "Memory" m
  WHERE d."userId" = ${user.id} AND f."deckId" = d."id" AND f."changedAt" IS NOT NULL AND m."factId" = f."id"
    AND m."userId" = ${user.id} AND m."lastReview" < f."changedAt" AND NOT ${dueByTimeSql(user, now, ahead)}
    AND ${studyFactsSql(user)} AND ${unburiedSql(now)}`;

/** Which of the facts that are due; `null`: of all decks. */
export type DueOf = { readonly deckId: string | null; readonly factIds?: readonly string[] };

const ofWish = ({ deckId, factIds }: DueOf) => sql`
  ${deckId === null ? sql`` : sql`AND f."deckId" = ${deckId}`}
  ${factIds === undefined ? sql`` : sql`AND f."id" IN (${joinSql(['', ...factIds])})`}`;

/** How many memories are due: learning steps, reviews, and learning steps of the next minutes. */
export type DueCounts = { readonly steps: number; readonly reviews: number; readonly ahead: number };

const IS_REVIEW = sql`m."phase" = 'review'`;

/** The first `most` in study order, each with what is counted of all: the database orders, so that few rows travel. */
const inStudyOrder = (user: User, now: Date, most: number, from: ReturnType<typeof sql>) => sql`
  SELECT "factId", "phase", "stability", "due", "lastReview", "lastDay", "steps", "reviews", "ahead" FROM (
    SELECT rows.*,
      COUNT(CASE WHEN "stage" = 0 THEN 1 END) OVER () AS "steps",
      COUNT(CASE WHEN "stage" = 1 THEN 1 END) OVER () AS "reviews",
      COUNT(CASE WHEN "stage" = 2 THEN 1 END) OVER () AS "ahead"
    FROM (${from}) AS rows) AS counted
  ORDER BY "stage", CASE WHEN "stage" <> 1 THEN "due" END,
    CASE WHEN "stage" = 1 THEN (${dayOf(now, user.learner)} - "lastDay") / "stability" END DESC, "due"
  LIMIT ${most}`;

/**
 * What is due or, of learning steps, will be within minutes, with as much of each memory as the order goes by: the
 * first `most` as `dueOrder` has them (recall falls as days since the last answer, over stability, grow), and how many
 * there are in all.
 */
export const weighDue = async (
  user: User,
  wish: DueOf,
  now: Date,
  most: number,
): Promise<{ due: { factId: string; state: WeighedState }[]; counts: DueCounts }> => {
  const database = await db();
  const stage = sql`CASE WHEN ${IS_REVIEW} THEN 1 WHEN m."due" <= ${now} THEN 0 ELSE 2 END AS "stage"`;
  const parts = await Promise.all([
    database.$queryRaw<WeighedRow[]>(
      inStudyOrder(
        user,
        now,
        most,
        sql`SELECT m."factId", m."phase", m."stability", m."due", m."lastReview", m."lastDay", ${stage}
          FROM "Memory" m CROSS JOIN "Fact" f WHERE ${dueSql(user, now, LEARN_AHEAD)} ${ofWish(wish)}`,
      ),
    ),
    // Due since its sentence changed.
    database.$queryRaw<WeighedRow[]>(
      inStudyOrder(
        user,
        now,
        most,
        sql`SELECT m."factId", m."phase", m."stability", f."changedAt" AS "due", m."lastReview", m."lastDay",
          CASE WHEN ${IS_REVIEW} THEN 1 ELSE 0 END AS "stage" ${changedSql(user, now, LEARN_AHEAD)} ${ofWish(wish)}`,
      ),
    ),
  ]);
  const sum = (name: keyof DueCounts): number =>
    parts.reduce((total, [first]) => total + Number(first?.[name] ?? 0), 0);
  return {
    counts: { steps: sum('steps'), reviews: sum('reviews'), ahead: sum('ahead') },
    due: parts.flat().map(({ factId, phase, stability, due, lastReview, lastDay }) => ({
      factId,
      state: {
        phase: memoryPhaseSchema.parse(phase),
        stability,
        due: new Date(due),
        lastReview: new Date(lastReview),
        lastDay,
      },
    })),
  };
};

type WeighedRow = {
  readonly factId: string;
  readonly phase: string;
  readonly stability: number;
  readonly due: Date | string;
  readonly lastReview: Date | string;
  readonly lastDay: number;
} & Readonly<Record<keyof DueCounts, number | bigint>>;

/**
 * Facts never seen that may be studied now, the most telling first, at most `most`. In SQL for the sake of SQLite,
 * which goes through all questions there are where it is asked by Prisma whether a fact has one.
 */
export const unseenFacts = async (
  user: User,
  wish: DueOf,
  now: Date,
  most: number,
): Promise<{ readonly factId: string; readonly salience: number }[]> =>
  (await db()).$queryRaw(sql`
    SELECT f."id" AS "factId", f."salience" FROM "Fact" f
    WHERE f."met" = ${false} AND ${studyFactsSql(user)} AND ${unburiedSql(now)} ${ofWish(wish)}
    ORDER BY f."salience" DESC, f."position", f."id" LIMIT ${most}`);

/** How many facts were never seen and may be studied now, counted up to `most`. */
export const countUnseen = async (user: User, wish: DueOf, now: Date, most: number): Promise<number> => {
  const rows = await (
    await db()
  ).$queryRaw<{ unseen: number | bigint }[]>(sql`
    SELECT COUNT(*) AS "unseen" FROM (
      SELECT 1 FROM "Fact" f WHERE f."met" = ${false} AND ${studyFactsSql(user)} AND ${unburiedSql(now)} ${ofWish(wish)}
      LIMIT ${most}) AS "part"`);
  return Number(rows[0]?.unseen ?? 0);
};

/** What of a deck is due now, how much of it is learning steps, and how many of its facts were never seen. */
export type DueOfDeck = { readonly due: number; readonly steps: number; readonly fresh: number };

/** Counted by deck, without the limits of a day; decks with nothing to study are left out. */
export const dueByDeck = async (user: User, now: Date): Promise<Map<string, DueOfDeck>> => {
  const database = await db();
  const [due, changed, fresh] = await Promise.all([
    database.$queryRaw<{ deckId: string; due: number | bigint; reviews: number | bigint }[]>(sql`
      SELECT f."deckId", COUNT(*) AS "due", COUNT(CASE WHEN m."phase" = 'review' THEN 1 END) AS "reviews" FROM "Memory" m CROSS JOIN "Fact" f
      WHERE ${dueSql(user, now)}
      GROUP BY f."deckId"`),
    database.$queryRaw<{ deckId: string; due: number | bigint }[]>(sql`
      SELECT f."deckId", COUNT(*) AS "due" ${changedSql(user, now)} GROUP BY f."deckId"`),
    database.$queryRaw<{ deckId: string; fresh: number | bigint }[]>(sql`
      SELECT f."deckId", COUNT(*) AS "fresh" FROM "Fact" f
      WHERE f."met" = ${false} AND ${studyFactsSql(user)} AND ${unburiedSql(now)} GROUP BY f."deckId"`),
  ]);
  const counts = new Map<string, DueOfDeck>();
  for (const row of due) {
    counts.set(row.deckId, { due: Number(row.due), steps: Number(row.due) - Number(row.reviews), fresh: 0 });
  }
  for (const row of changed) {
    const { due: byTime, steps } = counts.get(row.deckId) ?? { due: 0, steps: 0 };
    counts.set(row.deckId, { due: byTime + Number(row.due), steps, fresh: 0 });
  }
  for (const row of fresh) {
    counts.set(row.deckId, { ...(counts.get(row.deckId) ?? { due: 0, steps: 0 }), fresh: Number(row.fresh) });
  }
  return counts;
};

/**
 * Those of some facts that stand in decks of theirs. In SQL by CROSS JOIN for the sake of SQLite, which otherwise goes
 * through all facts of all their decks to find a few of them.
 */
export const ownFactIds = async (user: User, factIds: readonly string[]): Promise<string[]> => {
  const rows = await (
    await db()
  ).$queryRaw<{ id: string }[]>(sql`
    SELECT f."id" FROM "Fact" f CROSS JOIN "Deck" d
    WHERE f."id" IN (${joinSql(['', ...factIds])}) AND d."id" = f."deckId" AND d."userId" = ${user.id}`);
  return rows.map(({ id }) => id);
};

/** What the limits of this person's day still allow, after what they have met and reviewed today and not taken back. */
export const dayRoom = async (user: User, now: Date): Promise<DayRoom> => {
  const { _sum } = await (
    await db()
  ).studyHour.aggregate({
    where: { userId: user.id, day: dayOf(now, user.learner) },
    _sum: { met: true, recalls: true },
  });
  const { reviewsPerDay, newPerDay } = user.study;
  return {
    reviews: reviewsPerDay === null ? null : Math.max(0, reviewsPerDay - (_sum.recalls ?? 0)),
    fresh: Math.max(0, newPerDay - (_sum.met ?? 0)),
  };
};

/** When the next learning step or review comes that `nextCards` does not hold yet; `null` where none is planned. */
export const nextDueAt = async (user: User, deckId: string | null, now: Date): Promise<Date | null> => {
  const steps = new Date(now.getTime() + LEARN_AHEAD);
  const [row] = await (
    await db()
  ).$queryRaw<{ due: Date | string }[]>(sql`
    SELECT m."due" FROM "Memory" m
    WHERE m."userId" = ${user.id} AND m."due" > ${now}
      AND ((m."phase" = 'review' AND m."due" >= ${tomorrowOf(user, now)}) OR (m."phase" <> 'review' AND m."due" > ${steps}))
      AND EXISTS (SELECT 1 FROM "Fact" f WHERE f."id" = m."factId" AND ${studyFactsSql(user)} ${ofWish({ deckId })})
    ORDER BY m."due" LIMIT 1`);
  return row === undefined ? null : new Date(row.due);
};
