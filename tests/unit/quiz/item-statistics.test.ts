import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  correlation,
  internalConsistency,
  itemOf,
  itemStatistics,
  type Item,
  type ItemAnswer,
} from '@/lib/quiz/item-statistics';

/** Four people, three questions; rows are people, columns questions. */
const TABLE = [
  [1, 1, 1],
  [1, 1, 0],
  [1, 0, 0],
  [0, 0, 0],
];
const QUESTIONS = ['q1', 'q2', 'q3'];

const answersOf = (table: readonly (readonly number[])[]): ItemAnswer[] =>
  table.flatMap((row, person) =>
    row.map((score, place) => ({
      attempt: `a${person}`,
      question: QUESTIONS[place] ?? '',
      score,
      chosen: score === 1 ? 'right' : 'wrong',
    })),
  );

const choice = (id: string): Item => ({
  id,
  guessing: 1 / 4,
  options: [
    { text: 'right', isKey: true },
    { text: 'wrong', isKey: false },
    { text: 'never', isKey: false },
    { text: 'nor this', isKey: false },
  ],
});

test('facility, spread, shares and the score of guessing, as reckoned by hand', () => {
  const [first] = itemStatistics([choice('q1')], answersOf(TABLE));
  expect(first).toMatchObject({ question: 'q1', answers: 4, facility: 0.75, guessing: 0.25, open: 0 });
  // Scores 1 1 1 0: the squares come to 0.75, over three.
  expect(first?.spread).toBeCloseTo(0.5, 12);
  expect(first?.options.map(({ count, share }) => [count, share])).toEqual([
    [3, 0.75],
    [1, 0.25],
    [0, 0],
    [0, 0],
  ]);
});

test('discrimination is the point-biserial correlation with the rest of the paper, as reckoned by hand', () => {
  const found = itemStatistics(QUESTIONS.map(choice), answersOf(TABLE)).map((each) => each.discrimination);
  // Question 1: scores 1 1 1 0; the rest 1, 0.5, 0, 0. Covariance 0.375 / 3; deviations 0.5 and sqrt(0.6875 / 3).
  expect(found[0]).toBeCloseTo(0.125 / (0.5 * Math.sqrt(0.6875 / 3)), 12);
  expect(found[0]).toBeCloseTo(0.5222, 4);
  // Question 2: scores 1 1 0 0; the rest 1, 0.5, 0.5, 0. Covariance 0.5 / 3; deviations sqrt(1 / 3) and sqrt(0.5 / 3).
  expect(found[1]).toBeCloseTo(0.7071, 4);
});

test('internal consistency is Cronbach’s alpha, as reckoned by hand', () => {
  // Variances 1/4, 1/3, 1/4; totals 3 2 1 0 with variance 5/3. 3/2 * (1 - (5/6) / (5/3)) = 3/4.
  expect(internalConsistency(answersOf(TABLE))).toBeCloseTo(0.75, 12);
});

test('a question that not every paper held is left out of the consistency, and its rest is of its own papers', () => {
  const answers = answersOf(TABLE).filter(
    ({ attempt, question }) => !(attempt === 'a3' && question === 'q3'),
  );
  // Questions 1 and 2 alone: variances 1/4 and 1/3, totals 2 2 1 0 with variance 11/12. 2 * (1 - (7/12) / (11/12)).
  expect(internalConsistency(answers)).toBeCloseTo(8 / 11, 12);
  expect(itemStatistics([choice('q3')], answers)[0]).toMatchObject({ answers: 3, facility: 1 / 3 });
});

test('nothing is claimed where nothing varies or nobody answered', () => {
  const same = answersOf([
    [1, 1, 1],
    [1, 1, 1],
  ]);
  expect(internalConsistency(same)).toBeNull();
  expect(itemStatistics([choice('q1')], same)[0]?.discrimination).toBeNull();
  expect(itemStatistics([choice('q9')], same)[0]).toMatchObject({
    answers: 0,
    facility: null,
    spread: null,
    discrimination: null,
  });
  expect(internalConsistency([])).toBeNull();
  expect(correlation([[1, 2]])).toBeNull();
});

test('whatever the scores: facility in 0..1, discrimination in -1..1, alpha at most 1, shares of one', () => {
  const tables = fc.integer({ min: 2, max: 12 }).chain((people) =>
    fc.array(fc.tuple(fc.constantFrom(0, 0.5, 1), fc.constantFrom(0, 1), fc.constantFrom(0, 1)), {
      minLength: people,
      maxLength: people,
    }),
  );
  fc.assert(
    fc.property(tables, (table) => {
      const answers = answersOf(table);
      for (const { facility, discrimination, options, open, answers: number } of itemStatistics(
        QUESTIONS.map(choice),
        answers,
      )) {
        expect(facility).toBeGreaterThanOrEqual(0);
        expect(facility).toBeLessThanOrEqual(1);
        expect(Math.abs(discrimination ?? 0)).toBeLessThanOrEqual(1);
        expect(options.reduce((sum, { count }) => sum + count, open)).toBe(number);
      }
      expect(internalConsistency(answers) ?? 0).toBeLessThanOrEqual(1 + 1e-9);
    }),
  );
});

test('of distractors that were put to some alone the share is theirs', () => {
  const answers: ItemAnswer[] = [
    { attempt: 'a', question: 'q1', score: 0, chosen: 'wrong', shown: ['right', 'wrong'] },
    { attempt: 'b', question: 'q1', score: 1, chosen: 'right', shown: ['right', 'wrong'] },
    { attempt: 'c', question: 'q1', score: 0, chosen: 'never', shown: ['right', 'never'] },
  ];
  const [first] = itemStatistics([choice('q1')], answers);
  expect(first?.options).toEqual([
    { text: 'right', isKey: true, count: 1, shown: 3, share: 1 / 3 },
    { text: 'wrong', isKey: false, count: 1, shown: 2, share: 0.5 },
    { text: 'never', isKey: false, count: 1, shown: 1, share: 1 },
    { text: 'nor this', isKey: false, count: 0, shown: 0, share: 0 },
  ]);
});

test('a question knows the distractors that were put in place of its own, and guesses by its own', () => {
  const options = ['right', 'wrong'].map((text) => ({ text }));
  expect(itemOf({ id: 'q', form: 'choice', answer: 'right', options }, ['wrong', 'other'])).toEqual({
    id: 'q',
    guessing: 1 / 2,
    options: [
      { text: 'right', isKey: true },
      { text: 'wrong', isKey: false },
      { text: 'other', isKey: false },
    ],
  });
});
