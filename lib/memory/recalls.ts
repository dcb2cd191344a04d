/**
 * The log as FSRS learns from it: for each fact its answers with the days between them, and of these the recalls,
 * by which weights are judged.
 */
import type { Rating, Weights } from '@/lib/model';
import { dayOf } from './days';
import { DEFAULT_WEIGHTS, boundedWeights, recallAfter, strengthener, type Strength } from './fsrs';
import { standingReviews, type LoggedReview } from './log';
import { daysSince } from './schedule';

/** One answer that counts. */
export type PastAnswer = {
  readonly rating: Rating;
  /** Whole days of the learner since the answer before; 0 for the first answer and within a sitting. */
  readonly days: number;
  /** The learner's day of the answer, numbered as by `dayOf`. */
  readonly day: number;
};

/** The answers to one fact, in the order in which they happened. */
export type PastAnswers = readonly PastAnswer[];

/**
 * A recall: the first answer to a fact on a later day than the answer before. What comes after it on the same day
 * tests the steps and not the memory, so that neither Anki nor the benchmark of FSRS counts it.
 */
export const isRecall = ({ days }: PastAnswer): boolean => days > 0;

/** The life of one fact from all its rows, which may come in any order. */
export const pastAnswers = (rows: readonly LoggedReview[]): PastAnswers => {
  let last: { lastReview: Date; lastDay: number } | null = null;
  return standingReviews(rows).map(({ rating, at, learner }) => {
    const day = dayOf(at, learner);
    const days = last === null ? 0 : daysSince(last, at, learner);
    last = { lastReview: at, lastDay: day };
    return { rating, days, day };
  });
};

/** What weights said before a recall, and what happened. */
export type Prediction = {
  /** The chance of recall that they gave, 0..1. */
  readonly chance: number;
  readonly recalled: boolean;
  /** Of the recall. */
  readonly day: number;
  /** Which of the lives it belongs to. */
  readonly fact: number;
  /** Recalls of like spacing, number and lapses share one: see `binOf`. */
  readonly bin: string;
};

/** What `weights` (left out: the defaults) say of every recall from the learner's day `from` on. */
export const predictRecalls = (
  lives: readonly PastAnswers[],
  weights: Weights | undefined,
  from = -Infinity,
): Prediction[] => {
  const sound = weights === undefined ? DEFAULT_WEIGHTS : boundedWeights(weights);
  const strengthen = strengthener(sound);
  const predictions: Prediction[] = [];
  for (const [fact, life] of lives.entries()) {
    if ((life.at(-1)?.day ?? -Infinity) < from) continue;
    let strength: Strength | null = null;
    let [recalls, lapses] = [0, 0];
    for (const answer of life) {
      const { rating, days, day } = answer;
      if (strength !== null && isRecall(answer)) {
        recalls += 1;
        if (day >= from) {
          const chance = recallAfter(days, strength.stability, sound);
          predictions.push({
            chance,
            recalled: rating !== 'again',
            day,
            fact,
            bin: binOf(days, recalls, lapses),
          });
        }
      }
      if (rating === 'again' && isRecall(answer)) lapses += 1;
      strength = strengthen(strength, rating, days);
    }
  }
  return predictions;
};

const logarithm = (value: number, base: number): number => Math.floor(Math.log(value) / Math.log(base));

/**
 * The bin of a recall as in the benchmark of spaced repetition and in fsrs-rs: by days since the last answer, by which
 * recall it is, and by how often the fact was forgotten before, each on a scale that grows like a power.
 */
const binOf = (days: number, recalls: number, lapses: number): string => {
  const spacing = Math.round(2.48 * 3.62 ** logarithm(days, 3.62) * 100);
  const number = Math.round(1.99 * 1.89 ** logarithm(recalls + 1, 1.89));
  const forgotten = lapses === 0 ? 0 : Math.round(1.65 * 1.73 ** logarithm(lapses, 1.73));
  return `${spacing} ${number} ${forgotten}`;
};
