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
import { dueForecast } from '@/lib/server/data/due';
import type { User } from '@/lib/server/user';

/** What a person has done and knows, over their whole life here. */
export type LifeStatistics = {
  readonly retention: readonly Retention[];
  readonly days: readonly StudiedDay[];
  readonly hours: readonly HourlyRecall[];
  /** Today and what is overdue first. */
  readonly forecast: readonly DueDay[];
  /** The sum of retrievability over all facts with a memory. */
  readonly known: number;
  /** Facts with a memory. */
  readonly met: number;
};

/** Statistics of a life; `forecastDays` is how far ahead what falls due is told. */
export const lifeStatistics = async (
  user: User,
  now: Date,
  forecastDays: number,
): Promise<LifeStatistics> => {
  const hours = await hoursOf(user);
  const forecast = await dueForecast(user, now, forecastDays);
  return {
    retention: trueRetention(hours, dayOf(now, user.learner)),
    days: answersByDay(hours),
    hours: recallByHour(hours),
    forecast,
    ...(await knownBy(user, now)),
  };
};

type SumRow = Readonly<Record<keyof HourTally, number | bigint>>;

/** The sums of all decks together. */
const hoursOf = async (user: User): Promise<HourTally[]> => {
  const rows = await (
    await db()
  ).$queryRaw<SumRow[]>(sql`
    SELECT "day", "hour", SUM("answers") AS "answers", SUM("right") AS "right", SUM("met") AS "met",
      SUM("recalls") AS "recalls", SUM("recalled") AS "recalled", SUM("elapsedMs") AS "elapsedMs"
    FROM "StudyHour" WHERE "userId" = ${user.id} GROUP BY "day", "hour"`);
  return rows.map((row) => ({
    day: Number(row.day),
    hour: Number(row.hour),
    answers: Number(row.answers),
    right: Number(row.right),
    met: Number(row.met),
    recalls: Number(row.recalls),
    recalled: Number(row.recalled),
    elapsedMs: Number(row.elapsedMs),
  }));
};

/** Longer than any sitting: who answered within it may have done so before the day began. */
const RECENT_MS = 24 * 60 * 60_000;

const knownBy = async (user: User, now: Date): Promise<{ known: number; met: number }> => {
  const database = await db();
  const today = dayOf(now, user.learner);
  // A row for each day and not for each memory: reading a hundred thousand rows takes longer than all the rest.
  const days = await database.$queryRaw<{ lastDay: number; stabilities: string }[]>(sql`
    SELECT "lastDay", string_agg(CAST("stability" AS TEXT), ' ') AS "stabilities"
    FROM "Memory" WHERE "userId" = ${user.id} AND "lastDay" < ${today - 1} GROUP BY "lastDay"`);
  // Whether an answer belongs to the present sitting is told by its time.
  const recent = await database.memory.findMany({
    where: { userId: user.id, lastDay: { gte: today - 1 } },
    select: { stability: true, lastDay: true, lastReview: true },
  });
  const long = new Date(now.getTime() - RECENT_MS);
  const memories = [
    ...days.flatMap(({ lastDay, stabilities }) =>
      stabilities
        .split(' ')
        .map((stability) => ({ stability: Number(stability), lastDay, lastReview: long })),
    ),
    ...recent,
  ];
  return { known: factsKnown(memories, now, user.learner), met: memories.length };
};
