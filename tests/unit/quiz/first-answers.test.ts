import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byFacility, countFirstAnswers, expectedFacility } from '@/lib/quiz/first-answers';

test('what was never answered is middling, one answer is a hint, many are what they say', () => {
  expect(expectedFacility()).toBe(0.5);
  expect(expectedFacility({ right: 1, of: 1 })).toBeCloseTo(2 / 3);
  expect(expectedFacility({ right: 0, of: 8 })).toBeCloseTo(0.1);
  expect(expectedFacility({ right: 98, of: 98 })).toBeCloseTo(0.99);
});

const ANSWERS = new Map([
  ['easy', { right: 9, of: 9 }],
  ['hard', { right: 0, of: 9 }],
  ['hint', { right: 0, of: 1 }],
]);

test('harder ones come from the hardest on, easier ones from the easiest, unanswered ones between', () => {
  const ids = ['new', 'easy', 'hint', 'hard'];
  expect(byFacility(ids, ANSWERS, { from: 'harder', seed: 's' })).toEqual(['hard', 'hint', 'new', 'easy']);
  expect(byFacility(ids, ANSWERS, { from: 'easier', seed: 's' })).toEqual(['easy', 'new', 'hint', 'hard']);
});

test('the seed alone decides among equals, in whatever order they are listed', () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(ids, fc.string(), (factIds, seed) => {
      const order = byFacility(factIds, new Map(), { from: 'harder', seed });
      expect(byFacility([...factIds].reverse(), new Map(), { from: 'harder', seed })).toEqual(order);
      expect([...order].sort()).toEqual([...factIds].sort());
    }),
  );
  const many = Array.from({ length: 20 }, (_, index) => `fact-${index}`);
  const of = (seed: string) => byFacility(many, new Map(), { from: 'harder', seed });
  expect(of('a')).not.toEqual(of('b'));
});

test('facts with few answers are counted apart from those with enough', () => {
  expect(countFirstAnswers(ANSWERS)).toEqual({ any: 3, enough: 2 });
  expect(countFirstAnswers(new Map())).toEqual({ any: 0, enough: 0 });
});
