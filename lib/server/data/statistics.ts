import 'server-only';
import { dayOf } from '@/lib/memory/days';
import type { DueDay } from '@/lib/memory/queue';
import {
  answersByDay,
  factsKnown,
  recallByHour,
  trueRetention,
  type HourlyRecall,
  type Retention,
  type StudiedDay,
} from '@/lib/memory/statistics';
import type { HourTally } from '@/lib/memory/tally';
import { db, sql } from '@/lib/server/db';
import { deckOf } from '@/lib/server/data/decks';
import { dueForecast } from '@/lib/server/data/due-ahead';
import type { User } from '@/lib/server/user';

/** What a person has done and knows, over their whole life here. */
export type LifeStatistics = {
  readonly retention: readonly Retention[];
  readonly days: readonly StudiedDay[];
  readonly hours: readonly HourlyRecall[];
  /** Today and what is overdue first. */
  readonly forecast: readonly DueDay[];
  /** The sum of retrievability over all facts they keep that have a memory. */
  readonly known: number;
  /** Facts they keep that have a memory. */
  readonly met: number;
};

/**
 * Statistics of a life, of all decks or of one; `forecastDays` is how far ahead what falls due is told.
 * @throws Refusal NOT_FOUND for a deck that is not theirs.
 */
export const lifeStatistics = async (
  user: User,
  now: Date,
  forecastDays: number,
  deckId: string | null = null,
): Promise<LifeStatistics> => {
  if (deckId !== null) await deckOf(user, deckId);
  const hours = await hoursOf(user, deckId);
  const forecast = await dueForecast(user, now, forecastDays, deckId);
  return {
    retention: trueRetention(hours, dayOf(now, user.learner)),
    days: answersByDay(hours),
    hours: recallByHour(hours),
    forecast,
    ...(await knownBy(user, now, deckId)),
  };
};

type SumRow = Readonly<Record<keyof HourTally, number | bigint>>;

/** The sums of one deck, or of all together. */
const hoursOf = async (user: User, deckId: string | null): Promise<HourTally[]> => {
  const rows = await (
    await db()
  ).$queryRaw<SumRow[]>(sql`
    SELECT "day", "hour", SUM("answers") AS "answers", SUM("right") AS "right", SUM("met") AS "met",
      SUM("recalls") AS "recalls", SUM("recalled") AS "recalled", SUM("timed") AS "timed", SUM("elapsedMs") AS "elapsedMs"
    FROM "StudyHour" WHERE "userId" = ${user.id} ${deckId === null ? sql`` : sql`AND "deckId" = ${deckId}`}
    GROUP BY "day", "hour"`);
  return rows.map((row) => ({
    day: Number(row.day),
    hour: Number(row.hour),
    answers: Number(row.answers),
    right: Number(row.right),
    met: Number(row.met),
    recalls: Number(row.recalls),
    recalled: Number(row.recalled),
    timed: Number(row.timed),
    elapsedMs: Number(row.elapsedMs),
  }));
};

/** Longer than any sitting: who answered within it may have done so before the day began. */
const RECENT_MS = 24 * 60 * 60_000;

type Known = { readonly known: number; readonly met: number };

const knownBy = async (user: User, now: Date, deckId: string | null): Promise<Known> => {
  if (deckId !== null) {
    return knownOf(user, now, sql`AND f."deckId" = ${deckId} AND f."status" = 'accepted'`);
  }
  // The few that were left out are taken off: to ask of each of a hundred thousand whether it is kept takes longer.
  const all = await knownOf(user, now, null);
  const leftOut = await knownOf(
    user,
    now,
    sql`AND f."deckId" IN (SELECT "id" FROM "Deck" WHERE "userId" = ${user.id})
      AND f."met" = ${true} AND f."status" IN ('proposed', 'rejected', 'spare', 'archived')`,
  );
  return { known: Math.max(0, all.known - leftOut.known), met: all.met - leftOut.met };
};

/** What they know of the facts `f` that `which` leaves; `null`: of all. */
const knownOf = async (user: User, now: Date, which: ReturnType<typeof sql> | null): Promise<Known> => {
  const database = await db();
  const today = dayOf(now, user.learner);
  const from =
    which === null
      ? sql`"Memory" m WHERE m."userId" = ${user.id}`
      : // CROSS: SQLite then begins with the facts, which are few, and not with all memories.
        sql`"Fact" f CROSS JOIN "Memory" m WHERE m."factId" = f."id" AND m."userId" = ${user.id} ${which}`;
  // A row for each day and not for each memory: reading a hundred thousand rows takes longer than all the rest.
  const days = await database.$queryRaw<{ lastDay: number; stabilities: string }[]>(sql`
    SELECT m."lastDay", string_agg(CAST(m."stability" AS TEXT), ' ') AS "stabilities"
    FROM ${from} AND m."lastDay" < ${today - 1} GROUP BY m."lastDay"`);
  // Whether an answer belongs to the present sitting is told by its time.
  const recent = await database.$queryRaw<
    { lastDay: number; stability: number; lastReview: Date | string }[]
  >(sql`
    SELECT m."lastDay", m."stability", m."lastReview" FROM ${from} AND m."lastDay" >= ${today - 1}`);
  const long = new Date(now.getTime() - RECENT_MS);
  const memories = [
    ...days.flatMap(({ lastDay, stabilities }) =>
      stabilities
        .split(' ')
        .map((stability) => ({ stability: Number(stability), lastDay, lastReview: long })),
    ),
    ...recent.map((row) => ({ ...row, lastReview: new Date(row.lastReview) })),
  ];
  return { known: factsKnown(memories, now, user.learner), met: memories.length };
};
