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
  const days = await sumsBy(user, 'day');
  const hours = await sumsBy(user, 'hour');
  const forecast = await dueForecast(user, now, forecastDays);
  return {
    retention: trueRetention(days, dayOf(now, user.learner)),
    days: answersByDay(days),
    hours: recallByHour(hours),
    forecast,
    ...(await knownBy(user, now)),
  };
};

type SumRow = Partial<Readonly<Record<keyof HourTally, number | bigint>>>;

/** The sums of all decks together: of each day (its hours together as 0), or of each hour (of all days, as 0). */
const sumsBy = async (user: User, by: 'day' | 'hour'): Promise<HourTally[]> => {
  const key = by === 'day' ? sql`"day"` : sql`"hour"`;
  const rows = await (
    await db()
  ).$queryRaw<SumRow[]>(sql`
    SELECT ${key}, SUM("answers") AS "answers", SUM("right") AS "right", SUM("met") AS "met",
      SUM("recalls") AS "recalls", SUM("recalled") AS "recalled", SUM("elapsedMs") AS "elapsedMs"
    FROM "StudyHour" WHERE "userId" = ${user.id} GROUP BY ${key}`);
  return rows.map((row) => ({
    day: Number(row.day ?? 0),
    hour: Number(row.hour ?? 0),
    answers: Number(row.answers),
    right: Number(row.right),
    met: Number(row.met),
    recalls: Number(row.recalls),
    recalled: Number(row.recalled),
    elapsedMs: Number(row.elapsedMs),
  }));
};

type MemoryRow = { stability: number; lastDay: number; lastReview: Date | string };

const knownBy = async (user: User, now: Date): Promise<{ known: number; met: number }> => {
  const rows = await (
    await db()
  ).$queryRaw<MemoryRow[]>(sql`
    SELECT "stability", "lastDay", "lastReview" FROM "Memory" WHERE "userId" = ${user.id}`);
  const memories = rows.map((row) => ({ ...row, lastReview: new Date(row.lastReview) }));
  return { known: factsKnown(memories, now, user.learner), met: rows.length };
};
