import fc from 'fast-check';
import { expect, test } from 'vitest';
import { certaintyShare } from '@/lib/quiz/certainty';
import { isPlain, pointsOf, totalPoints, type Marking } from '@/lib/quiz/points';
import { pointsInWords } from '@/lib/quiz/points-in-words';

const usual: Marking = { partial: true, penalty: 0, certainty: 'off' };
const right = { correct: true, share: 1, given: 'x' };
const wrong = { correct: false, share: 0, given: 'x' };
const half = { correct: false, share: 0.5, given: 'x' };
const none = { correct: false, share: 0, given: null };

test('right is one, wrong is none, half is a half where parts count', () => {
  expect([right, wrong, half, none].map((mark) => pointsOf(mark, null, usual))).toEqual([1, 0, 0.5, 0]);
  expect(pointsOf(half, null, { ...usual, partial: false })).toBe(0);
});

test('a penalty is for what was answered wrong, never for what was not answered or is right in part', () => {
  const marking: Marking = { ...usual, penalty: 25 };
  expect([right, wrong, half, none].map((mark) => pointsOf(mark, null, marking))).toEqual([1, -0.25, 0.5, 0]);
  expect(pointsOf(half, null, { ...marking, partial: false })).toBe(-0.25);
});

test('certainty that counts pays most where it is as sure as it should be', () => {
  const marking: Marking = { ...usual, certainty: 'counts' };
  const expected = (level: number, share: number) =>
    share * pointsOf(right, level, marking) + (1 - share) * pointsOf(wrong, level, marking);
  const best = (share: number) => [1, 2, 3].toSorted((a, b) => expected(b, share) - expected(a, share))[0];
  expect([0.3, 0.5, 0.66].map(best)).toEqual([1, 1, 1]);
  expect([0.68, 0.75, 0.79].map(best)).toEqual([2, 2, 2]);
  expect([0.81, 0.95, 1].map(best)).toEqual([3, 3, 3]);
  expect(pointsOf(right, null, marking)).toBe(pointsOf(right, 1, marking));
  expect(pointsOf(none, 3, marking)).toBe(0);
});

test('certainty that is only asked changes nothing', () => {
  const marking: Marking = { ...usual, certainty: 'asked' };
  for (const level of [null, 1, 2, 3]) {
    expect(pointsOf(right, level, marking)).toBe(1);
    expect(pointsOf(wrong, level, marking)).toBe(0);
  }
});

test('a total is never below nothing, nor above one for each question', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -2, max: 1, noNaN: true }), { maxLength: 50 }), (points) => {
      const total = totalPoints(points);
      expect(total).toBeGreaterThanOrEqual(0);
      expect(total).toBeLessThanOrEqual(points.length);
    }),
  );
  expect(totalPoints([1 / 3, 1 / 3, 1 / 3])).toBe(1);
  expect([7.5, 7, 1, 0, -0.25, 2 / 3].map(pointsInWords)).toEqual([
    '7.5 points',
    '7 points',
    '1 point',
    '0 points',
    '−0.25 points',
    '0.67 points',
  ]);
});

test('points may differ from right answers only by what is asked and how it is marked', () => {
  expect(isPlain(usual, false)).toBe(true);
  expect(isPlain(usual, true)).toBe(false);
  expect(isPlain({ ...usual, penalty: 10 }, false)).toBe(false);
  expect(isPlain({ ...usual, certainty: 'asked' }, false)).toBe(true);
  expect(isPlain({ ...usual, certainty: 'counts' }, false)).toBe(false);
});

test('only levels that are asked for have a share', () => {
  expect([1, 2, 3, 0, 4, null].map(certaintyShare)).toEqual([0.5, 0.75, 0.95, null, null, null]);
});
