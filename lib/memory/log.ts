/** The log of reviews is the truth; a memory state is what a replay of it gives. */
import type { Learner, MemoryState, Rating, ReviewMode } from '@/lib/model';
import { keptState } from './fuzz';

/**
 * One row of the log. `learner` is the learner as they were at that answer (zone, day start, retention), kept in
 * the row: a replay must give the same memory after a move to another zone or a change of settings. Only the weights
 * are those that the learner has now, and no row keeps them: new ones are meant to change what the log gives.
 */
export type LoggedReview = {
  readonly id: string;
  readonly factId: string;
  readonly at: Date;
  readonly rating: Rating;
  readonly mode: ReviewMode;
  /** Milliseconds from the question to the answer; `null` where nobody measured. */
  readonly elapsedMs: number | null;
  /** The id of the row that this row takes back; such a row is no answer and its rating means nothing. */
  readonly undoes: string | null;
  /** The id of the answer whose rating this row mends; such a row is no answer, its rating is what was meant. */
  readonly corrects: string | null;
  /** The days that were chosen for the wait; absent or `null` where none were, and FSRS's own stand. */
  readonly interval?: number | null;
  readonly learner: Learner;
};

const byTime = (a: LoggedReview, b: LoggedReview): number =>
  a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : Number(a.id > b.id));

/**
 * The answers that count, in the order in which they happened (by time, then id), with the ratings that were
 * meant: not undone, and rated as the last correction says that was not taken back. An undo cannot itself be
 * undone, so that the outcome never hangs on the order of the rows. What was answered for practice does not count.
 */
export const standingReviews = (reviews: readonly LoggedReview[]): LoggedReview[] => {
  const undone = new Set(reviews.map((review) => review.undoes));
  const standing = reviews
    .filter(({ id, mode, undoes }) => mode !== 'practice' && undoes === null && !undone.has(id))
    .sort(byTime);
  const meant = new Map(standing.map(({ corrects, rating }) => [corrects, rating]));
  return standing
    .filter(({ corrects }) => corrects === null)
    .map((review) => ({ ...review, rating: meant.get(review.id) ?? review.rating }));
};

/** One answer that counts, with the memory that it found and the one that it left. */
export type ReplayedStep = {
  readonly review: LoggedReview;
  readonly before: MemoryState | null;
  readonly after: MemoryState;
};

/**
 * The life of one fact from all its rows, which may come in any order: `keptState` over the standing answers. All
 * rows must be of one learner and one fact.
 */
export const replaySteps = (reviews: readonly LoggedReview[]): ReplayedStep[] => {
  let before: MemoryState | null = null;
  return standingReviews(reviews).map((review) => {
    const step = {
      review,
      before,
      after: keptState(before, { ...review, interval: review.interval ?? null }, review.learner),
    };
    before = step.after;
    return step;
  });
};

/** The memory that the rows of one fact give, or `null` where no answer stands. */
export const replayFact = (reviews: readonly LoggedReview[]): MemoryState | null =>
  replaySteps(reviews).at(-1)?.after ?? null;
