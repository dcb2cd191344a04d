import 'server-only';
import { catchUpDay, catchUpInWords, PLAN_DAYS } from '@/lib/memory/backlog';
import { dayOf, dayStartsAt } from '@/lib/memory/days';
import type { DueDay } from '@/lib/memory/queue';
import { dueByDay } from '@/lib/memory/statistics';
import { db, sql } from '@/lib/server/db';
import { arrivingByDay } from '@/lib/server/data/day-load';
import { studyFactsSql } from '@/lib/server/data/due';
import type { User } from '@/lib/server/user';

/** What falls due on each of the learner's next `days` days, today and what is overdue first; of one deck or all. */
export const dueForecast = async (
  user: User,
  now: Date,
  days: number,
  deckId: string | null = null,
): Promise<DueDay[]> => {
  const end = dayStartsAt(dayOf(now, user.learner) + days, user.learner);
  // All reviews of one day fall due at one instant, so that few rows come for many facts.
  const rows = await (
    await db()
  ).$queryRaw<{ due: Date | string; count: number | bigint }[]>(sql`
    SELECT m."due", COUNT(*) AS "count" FROM "Memory" m JOIN "Fact" f ON f."id" = m."factId"
    WHERE m."userId" = ${user.id} AND m."due" < ${end} AND ${studyFactsSql(user)}
      ${deckId === null ? sql`` : sql`AND f."deckId" = ${deckId}`}
    GROUP BY m."due"`);
  const instants = rows.map(({ due, count }) => ({ due: new Date(due), count: Number(count) }));
  return dueByDay(instants, now, user.learner, days);
};

/** What a plan goes by is a hint: it may be this old, and is dear to count where a deck holds thousands. */
const STALE_MS = 10 * 60_000;
const MOST_KEPT = 500;

type Kept = { readonly arriving: DueDay[]; readonly countedAt: number; readonly day: number };
const held = globalThis as { quizwrightDeckLoads?: Map<string, Kept> };
const loads = (held.quizwrightDeckLoads ??= new Map());

/** What falls due in a deck on the days of a plan, as counted within the last ten minutes of the same day. */
const arrivingInDeck = async (user: User, now: Date, deckId: string): Promise<DueDay[]> => {
  const key = `${user.id} ${deckId}`;
  const day = dayOf(now, user.learner);
  const kept = loads.get(key);
  if (kept?.day === day && now.getTime() - kept.countedAt <= STALE_MS) return kept.arriving;
  const arriving = await dueForecast(user, now, PLAN_DAYS, deckId);
  if (loads.size >= MOST_KEPT) loads.clear();
  loads.set(key, { arriving, countedAt: now.getTime(), day });
  return arriving;
};

/** When a backlog is worked off, in words, by what is planned so far; `null` where none waits. */
export const catchUpPlan = async (
  user: User,
  now: Date,
  waiting: number,
  deckId: string | null,
): Promise<string | null> => {
  const { reviewsPerDay } = user.study;
  if (waiting === 0 || reviewsPerDay === null) return null;
  const arriving =
    deckId === null ? await arrivingByDay(user, now, PLAN_DAYS) : await arrivingInDeck(user, now, deckId);
  const through = catchUpDay(waiting, reviewsPerDay, dayOf(now, user.learner), arriving);
  return catchUpInWords(waiting, reviewsPerDay, through);
};
