/** When a fact comes back. Pure: who learns and what time it is are told. */
import type { Learner, MemoryState, Rating } from '@/lib/model';
import { dayOf, dayStartsAt } from './days';
import { gradeTrace, recallAfter, type Wait } from './fsrs';

const MINUTE = 60_000;

/**
 * Answers closer together than this belong to one sitting, and a sitting to one day, even where it runs through
 * the hour at which the day begins: ten minutes of learning must not count as a night's sleep at 03:55. Two
 * hours in milliseconds: well over any learning step, well under a night.
 */
const SITTING = 2 * 60 * MINUTE;

/**
 * Whole days of the learner from the last review to `at`: each on the calendar that hung on their wall at the
 * time, so that a flight neither adds a night nor takes one away. Never under 0: clocks go wrong, and people
 * cross the date line.
 */
export const daysSince = (memory: LastReview, at: Date, learner: Learner): number =>
  daysUntil(memory, at, dayOf(at, learner));

/** As `daysSince`, where the learner's day at `at` is known: for many memories at one time. */
export const daysUntil = ({ lastReview, lastDay }: LastReview, at: Date, day: number): number =>
  at.getTime() - lastReview.getTime() < SITTING ? 0 : Math.max(0, day - lastDay);

type LastReview = Pick<MemoryState, 'lastReview' | 'lastDay'>;

/** Steps are exact; a wait in days ends when the learner's day begins, so that all of a day is due at once. */
const dueAfter = (wait: Wait, at: Date, learner: Learner): Date =>
  wait.unit === 'days'
    ? dayStartsAt(dayOf(at, learner) + wait.length, learner)
    : new Date(at.getTime() + wait.length * MINUTE);

/**
 * The memory of a fact after an answer at `at`; `null` is a fact never seen. The same arguments always give the same state: the wait is
 * FSRS's own, which `lib/memory/fuzz` then spreads.
 * @throws for a state that FSRS cannot have made, and for an unknown zone.
 */
export const nextState = (
  state: MemoryState | null,
  rating: Rating,
  at: Date,
  learner: Learner,
): MemoryState => {
  const days = state ? daysSince(state, at, learner) : 0;
  const { trace, wait } = gradeTrace(state, rating, days, learner);
  return {
    ...trace,
    due: dueAfter(wait, at, learner),
    lastReview: new Date(at.getTime()),
    lastDay: dayOf(at, learner),
    scheduledDays: wait.unit === 'days' ? wait.length : 0,
  };
};

/** What each answer at `at` would give: the very states that `nextState` returns. */
export const previewStates = (
  state: MemoryState | null,
  at: Date,
  learner: Learner,
): Record<Rating, MemoryState> => ({
  again: nextState(state, 'again', at, learner),
  hard: nextState(state, 'hard', at, learner),
  good: nextState(state, 'good', at, learner),
  easy: nextState(state, 'easy', at, learner),
});

/** The chance, 0..1, that the learner recalls the fact at `at`, by whole days of theirs since the last review. */
export const retrievability = (state: MemoryState, at: Date, learner: Learner): number =>
  recallAfter(daysSince(state, at, learner), state.stability, learner.weights);

const DAYS_OF_MONTH = 365 / 12;
const DAYS_OF_YEAR = 365;

/** One decimal at most, and none where it is a zero. */
const counted = (amount: number, unit: string): string => {
  const shown = Math.round(amount * 10) / 10;
  return `${shown} ${unit}${shown === 1 ? '' : 's'}`;
};

const daysInWords = (days: number): string => {
  if (days <= 30) return counted(days, 'day');
  if (days < 365) return counted(days / DAYS_OF_MONTH, 'month');
  return counted(days / DAYS_OF_YEAR, 'year');
};

/**
 * Short words for a button: "1 min", "10 min", "3 days", "2 months", "1.4 years". Minutes are counted from
 * `from` (the time of the answer); days are the scheduled ones, since the due time is the start of its day.
 */
export const intervalInWords = (from: Date, next: Pick<MemoryState, 'due' | 'scheduledDays'>): string => {
  if (next.scheduledDays > 0) return daysInWords(next.scheduledDays);
  const minutes = Math.max(1, Math.round((next.due.getTime() - from.getTime()) / MINUTE));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 24 ? counted(hours, 'hour') : daysInWords(Math.round(hours / 24));
};
