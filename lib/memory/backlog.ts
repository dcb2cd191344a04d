/** What a day's limits leave of a queue, and when a backlog is worked off. */
import type { DueDay, QueueEntry } from './queue';

/** A queue within its limits, and the reviews that wait for another day. */
export type LimitedQueue<Entry> = { readonly queue: readonly Entry[]; readonly waiting: number };

/**
 * A queue in study order with `room` reviews (`null`: no limit), the likeliest forgotten, since those stand first.
 * Where more are due than that, no fact is met anew; learning steps are never held back.
 */
export const withinCap = <Entry extends QueueEntry>(
  queue: readonly Entry[],
  room: number | null,
): LimitedQueue<Entry> => {
  if (room === null) return { queue, waiting: 0 };
  const reviews = queue.filter(({ state }) => state?.phase === 'review');
  const over = new Set(reviews.slice(Math.max(0, room)));
  if (over.size === 0) return { queue, waiting: 0 };
  return { queue: queue.filter((entry) => entry.state !== null && !over.has(entry)), waiting: over.size };
};

/** What could be studied now, counted: learning steps, reviews, facts never seen. */
export type Waiting = { readonly steps: number; readonly reviews: number; readonly fresh: number };

/** How many reviews (`null`: any number) and how many new facts the day still has room for. */
export type DayRoom = { readonly reviews: number | null; readonly fresh: number };

/** As `withinCap` and the limit of new facts leave it, in numbers: what is for today, and what waits for another day. */
export const todaysPart = (waiting: Waiting, room: DayRoom): { today: number; later: number } => {
  const reviews = Math.min(waiting.reviews, Math.max(0, room.reviews ?? Infinity));
  const fresh = reviews < waiting.reviews ? 0 : Math.min(waiting.fresh, Math.max(0, room.fresh));
  const today = waiting.steps + reviews + fresh;
  return { today, later: waiting.steps + waiting.reviews + waiting.fresh - today };
};

/** Days that a plan looks ahead. */
export const PLAN_DAYS = 365;

/**
 * The learner's day (numbered as by `dayOf`) at whose end nothing waits any more, if from tomorrow `perDay` reviews
 * are done and `arriving` fall due besides; `null` where that is not within `arriving`. Today, and what is overdue,
 * stands in `waiting` and is not counted twice.
 */
export const catchUpDay = (
  waiting: number,
  perDay: number,
  today: number,
  arriving: readonly DueDay[],
): number | null => {
  let left = waiting;
  for (const { day, due } of arriving) {
    if (day <= today) continue;
    left = left + due - perDay;
    if (left <= 0) return day;
  }
  return null;
};

const DAY_MS = 86_400_000;
const dateOf = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

/** The plan in words: "340 reviews are waiting; at 60 a day you are through by Friday 4 December." */
export const catchUpInWords = (waiting: number, perDay: number, through: number | null): string => {
  const counted = waiting === 1 ? '1 review is waiting' : `${waiting} reviews are waiting`;
  return through === null
    ? `${counted}; at ${perDay} a day you would not be through within a year.`
    : `${counted}; at ${perDay} a day you are through by ${dateOf.format(new Date(through * DAY_MS)).replace(',', '')}.`;
};
