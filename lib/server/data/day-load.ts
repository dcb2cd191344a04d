import 'server-only';
import type { DayChoice } from '@/lib/memory/fuzz';
import { dayOf } from '@/lib/memory/days';
import type { DueDay } from '@/lib/memory/queue';
import type { MemoryState } from '@/lib/model';
import { db, sql } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

/** How many reviews fall due on each of a learner's days, as counted at a time and added to since. */
type Load = { readonly dueOn: Map<number, number>; readonly countedAt: number };

/** A hint by which days are chosen, so that it may be this old; what was promised is kept with the answer. */
const STALE_MS = 10 * 60_000;
const MOST_KEPT = 500;

const held = globalThis as { quizwrightDayLoads?: Map<string, Load> };
const loads = (held.quizwrightDayLoads ??= new Map());

/** What the choice of a review's day goes by, without asking the database: as last counted, or only the weekdays. */
export const keptDayChoice = (user: User): DayChoice => {
  const dueOn = loads.get(user.id)?.dueOn;
  return { dueOn: (day) => dueOn?.get(day) ?? 0, weekdays: user.study.weekdays };
};

/** The same, counted where the last count is gone or old. */
export const dayChoice = async (user: User, now: Date): Promise<DayChoice> => {
  const kept = loads.get(user.id);
  if (kept === undefined || now.getTime() - kept.countedAt > STALE_MS) {
    if (loads.size >= MOST_KEPT) loads.clear();
    loads.set(user.id, { dueOn: await countLoad(user, now), countedAt: now.getTime() });
  }
  return keptDayChoice(user);
};

/**
 * How many reviews fall due on each of the next `days` days, from tomorrow on, as far as the last count knows: it is
 * at most ten minutes old, and counts what is set aside as well. Quick however much there is.
 */
export const arrivingByDay = async (user: User, now: Date, days: number): Promise<DueDay[]> => {
  const { dueOn } = await dayChoice(user, now);
  const today = dayOf(now, user.learner);
  return Array.from({ length: days }, (_, index) => ({
    day: today + 1 + index,
    due: dueOn(today + 1 + index),
  }));
};

/** Adds a review that was just planned. */
export const noteDue = (user: User, { phase, due }: MemoryState): void => {
  const dueOn = loads.get(user.id)?.dueOn;
  if (dueOn === undefined || phase !== 'review') return;
  const day = dayOf(due, user.learner);
  dueOn.set(day, (dueOn.get(day) ?? 0) + 1);
};

const countLoad = async (user: User, now: Date): Promise<Map<number, number>> => {
  // All reviews of one day fall due at one instant, so that few rows come for many facts.
  const rows = await (
    await db()
  ).$queryRaw<{ due: Date | string; count: number | bigint }[]>(sql`
    SELECT "due", COUNT(*) AS "count" FROM "Memory"
    WHERE "userId" = ${user.id} AND "due" > ${now} GROUP BY "due"`);
  const dueOn = new Map<number, number>();
  for (const { due, count } of rows) {
    const day = dayOf(new Date(due), user.learner);
    dueOn.set(day, (dueOn.get(day) ?? 0) + Number(count));
  }
  return dueOn;
};
