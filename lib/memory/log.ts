/** The log of reviews is the truth; a memory state is what a replay of it gives. */
import type { Learner, MemoryState, Rating, ReviewMode } from '@/lib/model';
import { nextState } from './schedule';

/**
 * One row of the log. `learner` is the learner as they were at that answer (zone, day start, retention), kept in
 * the row: a replay must give the same memory after a move to another zone or a change of settings.
 */
export type LoggedReview = {
  readonly id: string;
  readonly factId: string;
  readonly at: Date;
  readonly rating: Rating;
  readonly mode: ReviewMode;
  /** The id of the review that this row takes back; such a row is no answer and its rating means nothing. */
  readonly undoes: string | null;
  readonly learner: Learner;
};

const byTime = (a: LoggedReview, b: LoggedReview): number =>
  a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : Number(a.id > b.id));

/**
 * The reviews that count, in the order in which they happened (by time, then id): neither undone nor undos. An
 * undo cannot itself be undone, so that the outcome never hangs on the order of the rows.
 */
export const standingReviews = (reviews: readonly LoggedReview[]): LoggedReview[] => {
  const undone = new Set(reviews.map((review) => review.undoes));
  return reviews.filter((review) => review.undoes === null && !undone.has(review.id)).sort(byTime);
};

/**
 * The memory of one fact from all its rows, which may come in any order: the fold of `nextState` over the
 * standing reviews, or `null` where none stands. All rows must be of one learner and one fact.
 */
export const replayFact = (reviews: readonly LoggedReview[]): MemoryState | null =>
  standingReviews(reviews).reduce<MemoryState | null>(
    (state, { rating, at, learner }) => nextState(state, rating, at, learner),
    null,
  );
