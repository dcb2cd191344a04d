import { expect, test } from 'vitest';
import { secondsWords, timeBySpan, timeByWeek } from '@/components/memory/answer-time';

const TODAY = Date.parse('2026-11-25') / 86_400_000; // a Wednesday
const DAYS = [
  { day: TODAY - 40, answers: 10, timed: 10, elapsedMs: 90_000 },
  // A quiz: its answers were not measured.
  { day: TODAY - 7, answers: 20, timed: 0, elapsedMs: 0 },
  { day: TODAY - 6, answers: 9, timed: 4, elapsedMs: 20_000 },
  { day: TODAY, answers: 6, timed: 6, elapsedMs: 10_000 },
];

test('only answers that were measured count for the time of one', () => {
  expect(timeBySpan(DAYS, TODAY, [1, 7, 90])).toEqual([
    { days: 1, timed: 6, elapsedMs: 10_000, meanMs: 10_000 / 6 },
    { days: 7, timed: 10, elapsedMs: 30_000, meanMs: 3000 },
    { days: 90, timed: 20, elapsedMs: 120_000, meanMs: 6000 },
  ]);
});

test('weeks go from Monday on; one without a measured answer has no mean', () => {
  expect(timeByWeek(DAYS, TODAY, 3).map(({ monday, meanMs }) => [TODAY - monday, meanMs])).toEqual([
    [16, null],
    [9, 5000],
    [2, 10_000 / 6],
  ]);
  expect(timeByWeek(DAYS.slice(0, 2), TODAY, 2).map(({ meanMs }) => meanMs)).toEqual([null, null]);
});

test.each([
  [1234, '1.2 s'],
  [4000, '4 s'],
  [12_600, '13 s'],
])('%i ms are %s', (ms, words) => {
  expect(secondsWords(ms)).toBe(words);
});
