/**
 * Sums over the log by the learner's day and hour, from which statistics of a life are read. Sums are a cache: what
 * an answer adds hangs only on the memory that it found, so they can be kept as answers come in and counted anew
 * from the log.
 */
import type { Learner, MemoryState, Rating } from '@/lib/model';
import { dayOf, hourOf } from './days';
import { replaySteps, type LoggedReview } from './log';
import { daysSince } from './schedule';

/** What is counted. */
export const TALLIED = ['answers', 'right', 'met', 'recalls', 'recalled', 'timed', 'elapsedMs'] as const;

export type Counts = {
  readonly answers: number;
  /** Answers that were not Again. */
  readonly right: number;
  /** Facts met for the first time. */
  readonly met: number;
  /** First answers of a day to facts that had been learnt on an earlier one: what true retention is made of. */
  readonly recalls: number;
  /** Of these, the ones that were not Again. */
  readonly recalled: number;
  /** Answers whose time was measured. */
  readonly timed: number;
  /** The time that these took. */
  readonly elapsedMs: number;
};

/** One hour (0..23, on the wall) of one of the learner's days (numbered as by `dayOf`). */
export type HourTally = Counts & { readonly day: number; readonly hour: number };

/** An answer as far as it is counted. */
export type TalliedAnswer = {
  readonly rating: Rating;
  readonly at: Date;
  readonly elapsedMs: number | null;
  readonly learner: Learner;
};

/** What one answer adds, by the memory that it found (`null`: a fact never seen). */
export const tallyOfAnswer = (before: MemoryState | null, answer: TalliedAnswer): HourTally => {
  const { rating, at, elapsedMs, learner } = answer;
  const right = rating === 'again' ? 0 : 1;
  const recall = before?.phase === 'review' && daysSince(before, at, learner) > 0;
  return {
    day: dayOf(at, learner),
    hour: hourOf(at, learner),
    answers: 1,
    right,
    met: before === null ? 1 : 0,
    recalls: recall ? 1 : 0,
    recalled: recall ? right : 0,
    timed: elapsedMs === null ? 0 : 1,
    elapsedMs: elapsedMs ?? 0,
  };
};

/** `tallies` with one for each hour, in order of time; hours that come to nothing are left out. */
export const sumTallies = (tallies: Iterable<HourTally>): HourTally[] => {
  const sums = new Map<number, HourTally>();
  for (const tally of tallies) {
    const key = tally.day * 24 + tally.hour;
    const sum = sums.get(key);
    sums.set(key, sum === undefined ? tally : { ...tally, ...addCounts(sum, tally) });
  }
  return [...sums]
    .sort(([a], [b]) => a - b)
    .flatMap(([, sum]) => (TALLIED.some((name) => sum[name] !== 0) ? [sum] : []));
};

const addCounts = (a: Counts, b: Counts): Counts => ({
  answers: a.answers + b.answers,
  right: a.right + b.right,
  met: a.met + b.met,
  recalls: a.recalls + b.recalls,
  recalled: a.recalled + b.recalled,
  timed: a.timed + b.timed,
  elapsedMs: a.elapsedMs + b.elapsedMs,
});

/** What all rows of one fact add, undone and corrected ones as they stand now. */
export const tallyOfLog = (reviews: readonly LoggedReview[]): HourTally[] =>
  sumTallies(replaySteps(reviews).map(({ review, before }) => tallyOfAnswer(before, review)));

/** What must be added to get from `before` to `after`, as where an answer is undone or corrected. */
export const tallyChange = (before: readonly HourTally[], after: readonly HourTally[]): HourTally[] =>
  sumTallies([...before.map(negated), ...after]);

const negated = (tally: HourTally): HourTally => ({
  day: tally.day,
  hour: tally.hour,
  answers: -tally.answers,
  right: -tally.right,
  met: -tally.met,
  recalls: -tally.recalls,
  recalled: -tally.recalled,
  timed: -tally.timed,
  elapsedMs: -tally.elapsedMs,
});
