/** How hard facts were found so far: by the first answer of each person to them. */
import { seededRandom, shuffled } from '@/lib/questions/seeded-random';

/** First answers to one fact: how many were right, of how many. */
export type FirstAnswers = { readonly right: number; readonly of: number };

/** From so many first answers on a share says something; fewer are a hint. */
export const ENOUGH_FIRST_ANSWERS = 5;

export type FirstAnswerCounts = {
  /** Facts with a first answer at least, and those with enough of them. */
  readonly any: number;
  readonly enough: number;
};

export const countFirstAnswers = (answers: ReadonlyMap<string, FirstAnswers>): FirstAnswerCounts => {
  const counts = [...answers.values()].map(({ of }) => of);
  return {
    any: counts.filter((of) => of > 0).length,
    enough: counts.filter((of) => of >= ENOUGH_FIRST_ANSWERS).length,
  };
};

/**
 * The share of right answers to expect, 0..1, with one right and one wrong answer added (Laplace's rule), so that
 * what was never answered is middling and what was answered once is no more than a hint.
 */
export const expectedFacility = ({ right, of }: FirstAnswers = { right: 0, of: 0 }): number =>
  (right + 1) / (of + 2);

/** Steps of facility that are told apart: within one, chance decides, so that not the same few come every time. */
const STEPS = 5;

/** Facts from the easiest or from the hardest on, by id; those about as hard as each other in an order by the seed. */
export const byFacility = (
  factIds: readonly string[],
  answers: ReadonlyMap<string, FirstAnswers>,
  { from, seed }: { readonly from: 'easier' | 'harder'; readonly seed: string },
): string[] => {
  const stepOf = (id: string): number => Math.floor(expectedFacility(answers.get(id)) * STEPS);
  const sign = from === 'harder' ? 1 : -1;
  return shuffled(
    [...factIds].sort((a, b) => (a < b ? -1 : Number(a > b))),
    seededRandom(`facility/${seed}`),
  ).sort((a, b) => sign * (stepOf(a) - stepOf(b)));
};
