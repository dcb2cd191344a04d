/**
 * On which of the days around its own a review falls. An interval is spread over the fuzz range of Anki and FSRS, so
 * that facts learnt together do not stay together; within it the day is chosen by what falls due already and by the
 * weekdays that are to be light. The chance is seeded by the fact and its number of reviews.
 */
import type { Learner, MemoryState, Rating } from '@/lib/model';
import { RATINGS } from '@/lib/model';
import { seededChance } from './chance';
import { dayOf, dayStartsAt } from './days';
import { LONGEST_INTERVAL } from './fsrs';
import { nextState } from './schedule';
import type { DayLoad } from './weekdays';

/** Days, the first and the last included. */
export type FuzzRange = { readonly least: number; readonly most: number };

/** Parts of an interval, in days, and how much of each the range reaches to either side (Anki, FSRS). */
const PARTS = [
  { from: 2.5, to: 7, factor: 0.15 },
  { from: 7, to: 20, factor: 0.1 },
  { from: 20, to: Infinity, factor: 0.05 },
];

/** The days that an interval of whole days may become; under 2.5 days only itself. */
export const fuzzRange = (interval: number): FuzzRange => {
  if (interval < 2.5) return { least: interval, most: interval };
  const reach = PARTS.reduce(
    (sum, { from, to, factor }) => sum + factor * Math.max(0, Math.min(interval, to) - from),
    1,
  );
  return {
    least: Math.max(2, Math.round(interval - reach)),
    most: Math.min(LONGEST_INTERVAL, Math.round(interval + reach)),
  };
};

/** What the choice of a day goes by. */
export type DayChoice = {
  /** Reviews that fall due on a day (numbered as by `dayOf`) already. */
  readonly dueOn: (day: number) => number;
  /** Monday first. */
  readonly weekdays: readonly DayLoad[];
};

/** Nothing known of other days: all are alike. */
export const ANY_DAY: DayChoice = { dueOn: () => 0, weekdays: [] };

/** 1970-01-01 was a Thursday, the fourth day of a week that begins on Monday. */
const FIRST_WEEKDAY = 3;
const SHARE: Readonly<Record<DayLoad, number>> = { normal: 1, fewer: 0.5, none: 0.0001 };

/**
 * One of the intervals from `least` to `most` for a review on day `today`, by a chance of 0..1 (1 excluded). Each
 * weighs (1 / reviews due that day)² / interval, half where the weekday is to have fewer (Anki's load balancer); a
 * weekday that is to have none is taken only where there is no other.
 */
const chooseInterval = (
  { least, most }: FuzzRange,
  today: number,
  { dueOn, weekdays }: DayChoice,
  chance: number,
): number => {
  const loadOf = (interval: number): DayLoad =>
    weekdays[(((today + interval + FIRST_WEEKDAY) % 7) + 7) % 7] ?? 'normal';
  const offered: number[] = [];
  for (let interval = least; interval <= most; interval += 1)
    if (loadOf(interval) !== 'none') offered.push(interval);
  if (offered.length === 0)
    for (let interval = least; interval <= most; interval += 1) offered.push(interval);
  let sum = 0;
  const weights = offered.map((interval) => {
    const others = Math.max(1, dueOn(today + interval));
    const weight = SHARE[loadOf(interval)] / (others * others) / interval;
    sum += weight;
    return weight;
  });
  let left = chance * sum;
  const found = offered.find((_, index) => (left -= weights[index] ?? 0) < 0);
  return found ?? offered.at(-1) ?? least;
};

/**
 * A state that `nextState` gave, with its review moved to `interval` days after the answer, or as near to that as the
 * fuzz range of its own interval goes. Learning steps, and `null`, leave it as it is.
 */
export const withInterval = (state: MemoryState, interval: number | null, learner: Learner): MemoryState => {
  if (interval === null || state.scheduledDays === 0) return state;
  const { least, most } = fuzzRange(state.scheduledDays);
  const days = Math.round(Math.min(most, Math.max(least, interval)));
  const day = dayOf(state.lastReview, learner) + days;
  return { ...state, scheduledDays: days, due: dayStartsAt(day, learner) };
};

/** The memory after an answer whose interval was chosen before; `null`: the one that FSRS gives. */
export type KeptAnswer = { readonly rating: Rating; readonly at: Date; readonly interval: number | null };

/** As `nextState`, with the interval that was chosen for this answer, as far as it lies in the fuzz range. */
export const keptState = (state: MemoryState | null, answer: KeptAnswer, learner: Learner): MemoryState =>
  withInterval(nextState(state, answer.rating, answer.at, learner), answer.interval, learner);

/** A fact about to be answered. */
export type Asked = { readonly factId: string; readonly state: MemoryState | null };

/**
 * What each answer at `at` would give, its day chosen. No rating gives a shorter wait in days than the one below it.
 * What it says holds if the interval comes back with the answer (`keptState`); the choice itself hangs on the load.
 */
export const chosenStates = (
  { factId, state }: Asked,
  at: Date,
  learner: Learner,
  choice: DayChoice,
): Record<Rating, MemoryState> => {
  const today = dayOf(at, learner);
  // One chance for all ratings: the better answer then tends to the later day.
  const chance = seededChance(`${factId} ${state?.reps ?? 0}`)();
  let floor = 0;
  const chosen = RATINGS.map((rating) => {
    const plain = nextState(state, rating, at, learner);
    if (plain.scheduledDays === 0) return [rating, plain] as const;
    const { least, most } = fuzzRange(plain.scheduledDays);
    const range = { least: Math.min(most, Math.max(least, floor)), most };
    const days = chooseInterval(range, today, choice, chance);
    if (rating !== 'again') floor = days;
    return [rating, withInterval(plain, days, learner)] as const;
  });
  return Object.fromEntries(chosen) as Record<Rating, MemoryState>;
};
