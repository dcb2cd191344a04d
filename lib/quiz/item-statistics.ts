/**
 * What the first attempts at a quiz say of its questions: how hard each is, whether it tells those who know from those
 * who do not, which options were chosen, and how far the questions measure one thing. Classical test theory, with the
 * names that Moodle's quiz report uses.
 */

import { partsOf } from '@/lib/key-parts';
import type { QuestionForm } from '@/lib/model';
import { guessShare } from './guess';
import { keyTexts } from './shown-options';

/** One answer to one question in one attempt. */
export type ItemAnswer = {
  readonly attempt: string;
  readonly question: string;
  /** The share of the points that it was given, 0..1; a question left open has 0. */
  readonly score: number;
  /** The option chosen, or what was typed; of several options a line each; `null`: left open. */
  readonly chosen: string | null;
  /** The options that were put, where other distractors may have been put to others; absent: all of the question. */
  readonly shown?: readonly string[];
};

/** A question with all options that it was ever put with; empty where there is nothing to choose among. */
export type Item = {
  readonly id: string;
  /** The score that blind guessing comes to on average, 0..1. */
  readonly guessing: number;
  readonly options: readonly { readonly text: string; readonly isKey: boolean }[];
};

/**
 * The item that a question is, with the distractors that were put to `others`; how something was arranged is no choice
 * of one of its parts.
 */
export const itemOf = (
  question: {
    readonly id: string;
    readonly form: QuestionForm;
    readonly answer: string;
    readonly options: readonly { readonly text: string }[];
  },
  others: readonly string[] = [],
): Item => {
  const { id, form } = question;
  const isArranged = form === 'order' || form === 'match';
  const keys = keyTexts(question);
  const texts = new Set([...question.options.map(({ text }) => text), ...others]);
  return {
    id,
    guessing: guessShare(question),
    options: isArranged ? [] : [...texts].map((text) => ({ text, isKey: keys.includes(text) })),
  };
};

/** How often an option was chosen, of all answers to its question as it was put with this option. */
export type OptionShare = {
  readonly text: string;
  readonly isKey: boolean;
  readonly count: number;
  /** Answers to the question with this option among the others. */
  readonly shown: number;
  readonly share: number;
};

export type ItemStatistics = {
  readonly question: string;
  /** Attempts that were put this question. */
  readonly answers: number;
  /** Facility: the mean score, 0..1; `null` without an answer. */
  readonly facility: number | null;
  /** The sample standard deviation of its scores; `null` for fewer than two answers. */
  readonly spread: number | null;
  /**
   * Discrimination: the point-biserial correlation of its score with the mean score of the rest of the same attempt,
   * -1..1; `null` where one of the two does not vary.
   */
  readonly discrimination: number | null;
  /** The score that blind guessing comes to on average, 0..1. */
  readonly guessing: number;
  readonly options: readonly OptionShare[];
  /** Attempts that left it open. */
  readonly open: number;
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;

/** The sample variance (n - 1 in the denominator). */
const variance = (values: readonly number[]): number => {
  const centre = mean(values);
  return sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1);
};

/** Below this a variance is the rounding of equal numbers. */
const NO_VARIANCE = 1e-12;

/** Pearson's correlation; `null` where one side does not vary. For a score of 0 or 1 it is the point-biserial one. */
export const correlation = (pairs: readonly (readonly [number, number])[]): number | null => {
  if (pairs.length < 2) return null;
  const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
  const [vx, vy] = [variance(xs), variance(ys)];
  if (vx < NO_VARIANCE || vy < NO_VARIANCE) return null;
  const [mx, my] = [mean(xs), mean(ys)];
  const covariance = sum(pairs.map(([x, y]) => (x - mx) * (y - my))) / (pairs.length - 1);
  return Math.max(-1, Math.min(1, covariance / Math.sqrt(vx * vy)));
};

const byKey = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
};

/** Statistics of each of `items`, in their order, from one answer of each attempt to each question that it was put. */
export const itemStatistics = (items: readonly Item[], answers: readonly ItemAnswer[]): ItemStatistics[] => {
  const attempts = byKey(answers, ({ attempt }) => attempt);
  const questions = byKey(answers, ({ question }) => question);
  return items.map(({ id, guessing, options }) => {
    const own = questions.get(id) ?? [];
    const scores = own.map(({ score }) => score);
    const withRest = own.flatMap((answer): [number, number][] => {
      const rest = (attempts.get(answer.attempt) ?? []).filter(({ question }) => question !== id);
      return rest.length === 0 ? [] : [[answer.score, mean(rest.map(({ score }) => score))]];
    });
    return {
      question: id,
      answers: own.length,
      facility: own.length === 0 ? null : mean(scores),
      spread: own.length < 2 ? null : Math.sqrt(variance(scores)),
      discrimination: correlation(withRest),
      guessing,
      options: options.map(({ text, isKey }) => {
        const asked = own.filter(({ shown }) => shown?.includes(text) ?? true);
        const count = asked.filter(
          ({ chosen }) => chosen !== null && (chosen === text || partsOf(chosen).includes(text)),
        ).length;
        const share = asked.length === 0 ? 0 : count / asked.length;
        return { text, isKey, count, shown: asked.length, share };
      }),
      open: own.filter(({ chosen }) => chosen === null).length,
    };
  });
};

/**
 * Cronbach's alpha (for right and wrong alone, Kuder and Richardson's formula 20) over the questions that every
 * attempt was put: how far they measure one thing, at most 1. `null` for fewer than two such questions or attempts, or
 * where all attempts have the same points.
 */
export const internalConsistency = (answers: readonly ItemAnswer[]): number | null => {
  const attempts = [...byKey(answers, ({ attempt }) => attempt).values()].map(
    (own) => new Map(own.map(({ question, score }) => [question, score])),
  );
  const [first] = attempts;
  if (first === undefined || attempts.length < 2) return null;
  const common = [...first.keys()].filter((question) => attempts.every((scores) => scores.has(question)));
  if (common.length < 2) return null;
  const scoresOf = (question: string) => attempts.map((scores) => scores.get(question) ?? 0);
  const totals = attempts.map((scores) => sum(common.map((question) => scores.get(question) ?? 0)));
  const whole = variance(totals);
  if (whole < NO_VARIANCE) return null;
  const parts = sum(common.map((question) => variance(scoresOf(question))));
  return (common.length / (common.length - 1)) * (1 - parts / whole);
};
