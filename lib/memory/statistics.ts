/** What a learner knows and has done, from the sums over the log (tally.ts) and the memories as they stand. */
import type { Learner } from '@/lib/model';
import { dayOf } from './days';
import { recallAfter } from './fsrs';
import type { DueDay } from './queue';
import { daysUntil } from './schedule';
import type { HourTally } from './tally';

/** Days over which true retention is told. */
export const RETENTION_SPANS = [7, 30, 90, 365] as const;

/**
 * Of the first answers on a day to facts that had been learnt on an earlier day, how many were right: Anki's true
 * retention. `recalls` is 0 where there were none.
 */
export type Retention = { readonly days: number; readonly recalls: number; readonly recalled: number };

/** True retention over the last days, today included. `today` is numbered as by `dayOf`. */
export const trueRetention = (
  hours: readonly HourTally[],
  today: number,
  spans: readonly number[] = RETENTION_SPANS,
): Retention[] =>
  spans.map((days) => {
    let [recalls, recalled] = [0, 0];
    for (const hour of hours) {
      if (hour.day <= today - days || hour.day > today) continue;
      recalls += hour.recalls;
      recalled += hour.recalled;
    }
    return { days, recalls, recalled };
  });

/** One day of the heat map; days without an answer are left out. */
export type StudiedDay = {
  readonly day: number;
  readonly answers: number;
  /** Answers whose time was measured, and the time that these took. */
  readonly timed: number;
  readonly elapsedMs: number;
};

/** Answers of each day, in order. */
export const answersByDay = (hours: readonly HourTally[]): StudiedDay[] => {
  const days = new Map<number, StudiedDay>();
  for (const { day, answers, timed, elapsedMs } of hours) {
    const sum = days.get(day);
    days.set(day, {
      day,
      answers: answers + (sum?.answers ?? 0),
      timed: timed + (sum?.timed ?? 0),
      elapsedMs: elapsedMs + (sum?.elapsedMs ?? 0),
    });
  }
  return [...days.values()].sort((a, b) => a.day - b.day);
};

/** Recall at one hour of the day, over all days; `recalls` and `recalled` are true retention's. */
export type HourlyRecall = { readonly hour: number; readonly recalls: number; readonly recalled: number };

/** Recall at each of the 24 hours on the learner's wall. */
export const recallByHour = (hours: readonly HourTally[]): HourlyRecall[] => {
  const counts = Array.from({ length: 24 }, (_, hour) => ({ hour, recalls: 0, recalled: 0 }));
  for (const tally of hours) {
    const count = counts[tally.hour];
    if (count === undefined) continue;
    count.recalls += tally.recalls;
    count.recalled += tally.recalled;
  }
  return counts;
};

/** How many facts fall due at one instant: reviews all do when a day begins. */
export type DueInstant = { readonly due: Date; readonly count: number };

/** What falls due on each of the next `days` days, today first; what is overdue counts for today. */
export const dueByDay = (
  instants: readonly DueInstant[],
  now: Date,
  learner: Learner,
  days: number,
): DueDay[] => {
  const today = dayOf(now, learner);
  const counts = new Map<number, number>();
  for (const { due, count } of instants) {
    const day = Math.max(today, dayOf(due, learner));
    counts.set(day, (counts.get(day) ?? 0) + count);
  }
  return Array.from({ length: days }, (_, ahead) => ({
    day: today + ahead,
    due: counts.get(today + ahead) ?? 0,
  }));
};

/** What a memory must bring to say how likely it is recalled. */
export type FadingMemory = {
  readonly stability: number;
  readonly lastReview: Date;
  readonly lastDay: number;
};

/**
 * Facts known: the sum of the chances of recall (retrievability) of everything ever learnt, each by whole days since
 * its last answer. A hundred facts at 0.9 each are ninety facts known.
 */
export const factsKnown = (memories: Iterable<FadingMemory>, now: Date, learner: Learner): number => {
  const today = dayOf(now, learner);
  let known = 0;
  for (const memory of memories) {
    known += recallAfter(daysUntil(memory, now, today), memory.stability, learner.weights);
  }
  return known;
};
