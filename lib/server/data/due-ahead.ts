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

/** When a backlog is worked off, in words, by what is planned so far; `null` where none waits. */
export const catchUpPlan = async (
  user: User,
  now: Date,
  waiting: number,
  deckId: string | null,
): Promise<string | null> => {
  const { reviewsPerDay } = user.study;
  if (waiting === 0 || reviewsPerDay === null) return null;
  // Of all decks there may be a hundred thousand memories, and a plan is a hint.
  const arriving =
    deckId === null
      ? await arrivingByDay(user, now, PLAN_DAYS)
      : await dueForecast(user, now, PLAN_DAYS, deckId);
  const through = catchUpDay(waiting, reviewsPerDay, dayOf(now, user.learner), arriving);
  return catchUpInWords(waiting, reviewsPerDay, through);
};
