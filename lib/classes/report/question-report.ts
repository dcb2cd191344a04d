/** What the answers of many say of the questions: how hard each is, whether it tells who knows from who does not. */
import { rowsBy, type AnswerRow } from './answer-row';

/** How often an answer was given. */
export type ChosenShare = {
  /** `null`: not answered. */
  readonly chosen: string | null;
  readonly isKey: boolean;
  readonly count: number;
  /** 0..1 of all who were asked. */
  readonly share: number;
};

export type QuestionReport = {
  readonly question: string;
  readonly asked: number;
  readonly right: number;
  /** The share that was right, 0..1; 0 is hardest. */
  readonly facility: number;
  /**
   * The correlation of being right here with the points of all other questions, -1..1 (the corrected point-biserial:
   * Crocker & Algina 1986, ch. 14); `null` where it is not defined.
   */
  readonly discrimination: number | null;
  /** The most frequent first. */
  readonly shares: readonly ChosenShare[];
  readonly advice: Advice | null;
};

/** `wrong-key`: who knows the rest gets it wrong; `all-right`, `all-wrong`: it tells nobody apart; `weak`: hardly. */
export const ADVICES = ['wrong-key', 'all-wrong', 'all-right', 'weak'] as const;
export type Advice = (typeof ADVICES)[number];

/** Players from whom on a correlation says anything. */
const FEWEST = 5;
/** Below this an item hardly tells (Ebel & Frisbie 1991 revise from 0.20 down). */
const WEAK = 0.2;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Pearson's correlation; `null` where one of the two does not vary. */
const correlation = (a: readonly number[], b: readonly number[]): number | null => {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, varianceA, varianceB] = [0, 0, 0];
  for (const [index, value] of a.entries()) {
    const [da, db] = [value - meanA, (b[index] ?? 0) - meanB];
    both += da * db;
    varianceA += da * da;
    varianceB += db * db;
  }
  if (varianceA < 1e-12 || varianceB < 1e-12) return null;
  return Math.max(-1, Math.min(1, both / Math.sqrt(varianceA * varianceB)));
};

const sharesOf = (rows: readonly AnswerRow[]): ChosenShare[] => {
  const counts = new Map<string | null, { isKey: boolean; count: number }>();
  for (const { chosen, correct } of rows) {
    const counted = counts.get(chosen) ?? { isKey: correct, count: 0 };
    counts.set(chosen, { isKey: counted.isKey || correct, count: counted.count + 1 });
  }
  return [...counts]
    .map(([chosen, { isKey, count }]) => ({ chosen, isKey, count, share: count / rows.length }))
    .sort((a, b) => b.count - a.count);
};

const adviceOf = (facility: number, discrimination: number | null, asked: number): Advice | null => {
  if (asked < FEWEST) return null;
  if (facility === 0) return 'all-wrong';
  if (facility === 1) return 'all-right';
  if (discrimination === null) return null;
  if (discrimination < 0) return 'wrong-key';
  return discrimination < WEAK ? 'weak' : null;
};

const pointsByPlayer = (rows: readonly AnswerRow[]): Map<string, number> => {
  const points = new Map<string, number>();
  for (const { player, correct } of rows) points.set(player, (points.get(player) ?? 0) + Number(correct));
  return points;
};

/** What there is to say of each question, the hardest first; at most one row for each player and question. */
export const questionReports = (rows: readonly AnswerRow[]): QuestionReport[] => {
  const total = pointsByPlayer(rows);
  return [...rowsBy(rows, 'question')]
    .map(([question, answers]): QuestionReport => {
      const right = answers.filter(({ correct }) => correct).length;
      const facility = right / answers.length;
      const own = answers.map(({ correct }) => Number(correct));
      const rest = answers.map(({ player }, index) => (total.get(player) ?? 0) - (own[index] ?? 0));
      const discrimination = answers.length < FEWEST ? null : correlation(own, rest);
      return {
        question,
        asked: answers.length,
        right,
        facility,
        discrimination,
        shares: sharesOf(answers),
        advice: adviceOf(facility, discrimination, answers.length),
      };
    })
    .sort((a, b) => a.facility - b.facility);
};

/**
 * Internal consistency, Kuder and Richardson's formula 20 (Psychometrika 1937): from 1, where the questions measure one
 * thing, down; below 0 where they contradict each other. `null` where it is not defined: fewer than two questions or
 * five players who were asked all of them, or no differences between these.
 */
export const consistency = (rows: readonly AnswerRow[]): number | null => {
  const questions = new Set(rows.map(({ question }) => question));
  const complete = [...rowsBy(rows, 'player').values()].filter((own) => own.length === questions.size);
  if (questions.size < 2 || complete.length < FEWEST) return null;
  const totals = complete.map((own) => own.filter(({ correct }) => correct).length);
  const middle = mean(totals);
  const variance = mean(totals.map((total) => (total - middle) ** 2));
  if (variance < 1e-12) return null;
  const spread = [...rowsBy(complete.flat(), 'question').values()].reduce((sum, answers) => {
    const right = answers.filter(({ correct }) => correct).length / answers.length;
    return sum + right * (1 - right);
  }, 0);
  return (questions.size / (questions.size - 1)) * (1 - spread / variance);
};
