/** What answers are worth, by the way a quiz is marked. */
import type { Mark } from './mark';
import type { QuizSettings } from './settings';

export type Marking = Pick<QuizSettings, 'partial' | 'penalty' | 'certainty'>;

/**
 * Points by how sure somebody was, as a share of the most, which is 3: right 1, 2 or 3, wrong 0, -2 or -6. With these
 * it pays to say how sure one is, neither more nor less (certainty-based marking, Gardner-Medwin 1995): to be not sure
 * below 67 % of right answers, fairly sure up to 80 %, sure beyond.
 */
const BY_CERTAINTY: Readonly<Record<number, { readonly right: number; readonly wrong: number }>> = {
  1: { right: 1 / 3, wrong: 0 },
  2: { right: 2 / 3, wrong: -2 / 3 },
  3: { right: 1, wrong: -2 },
};
const LEAST_SURE = { right: 1 / 3, wrong: 0 };

/**
 * What one answer is worth, at most 1: an answer that was not given nothing, and less than nothing only where wrong
 * answers cost something. What is right in part counts as such where `partial` is set, else as wrong.
 * @param certainty the level of lib/quiz/certainty.ts; `null`: none was given, which counts as the lowest.
 */
export const pointsOf = (
  { correct, share, given }: Mark,
  certainty: number | null,
  { partial, penalty, certainty: asked }: Marking,
): number => {
  if (given === null) return 0;
  const part = correct ? 1 : partial ? share : 0;
  if (asked === 'counts') {
    const { right, wrong } = BY_CERTAINTY[certainty ?? 0] ?? LEAST_SURE;
    return part > 0 ? right * part : wrong;
  }
  return part > 0 ? part : 0 - penalty / 100;
};

const CENTS = 100;

/** The points of a whole attempt, to two decimals: never below 0. */
export const totalPoints = (points: readonly number[]): number =>
  Math.max(0, Math.round(points.reduce((sum, each) => sum + each, 0) * CENTS) / CENTS);

/** Whether points may differ from the number of right answers at all. */
export const isPlain = ({ penalty, certainty }: Marking, hasParts: boolean): boolean =>
  penalty === 0 && certainty !== 'counts' && !hasParts;
