import { expect, test } from 'vitest';
import { count, dateWords, dayWords, lengthWords, momentWords } from '@/components/history/moments';

test("dates are shown on the reader's own calendar", () => {
  const at = new Date('2026-03-01T23:30:00Z');
  expect(momentWords(at, 'UTC')).toBe('1 Mar 2026, 23:30');
  expect(momentWords(at, 'Asia/Tokyo')).toBe('2 Mar 2026, 08:30');
  expect(dateWords(at, 'America/New_York')).toBe('1 Mar 2026');
});

test('a numbered day is the same date everywhere', () => {
  expect(dayWords(0, 'long')).toBe('Thursday 1 January');
  expect(dayWords(20_513, 'date')).toBe('1');
  expect(dayWords(20_513, 'weekday')).toBe('S');
});

test.each([
  [0, '1 s'],
  [59_400, '59 s'],
  [59_600, '1 min'],
  [90_000, '2 min'],
  [59.6 * 60_000, '1 h 0 min'],
  [125 * 60_000, '2 h 5 min'],
  [25 * 3_600_000, 'over a day'],
])('%i ms are %s', (ms, words) => {
  expect(lengthWords(ms)).toBe(words);
});

test('one is singular', () => {
  expect([count(0, 'card'), count(1, 'card'), count(2, 'quiz', 'quizzes')]).toEqual([
    '0 cards',
    '1 card',
    '2 quizzes',
  ]);
});
