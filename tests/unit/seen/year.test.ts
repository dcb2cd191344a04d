import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentWords, rangeWords } from '@/components/memory/percent';
import { answerSteps, lastWeeks, monthStarts, stepOf } from '@/components/memory/year';

const dayOfDate = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

test('weeks go from Monday to Sunday, the last one up to today', () => {
  const today = dayOfDate('2026-11-25'); // a Wednesday
  const weeks = lastWeeks([{ day: today - 9, answers: 4, elapsedMs: 10 }], today, 3);
  expect(weeks.map(({ monday }) => dateOf(monday))).toEqual(['2026-11-09', '2026-11-16', '2026-11-23']);
  expect(weeks[1]?.days[0]).toEqual({ day: today - 9, answers: 4, elapsedMs: 10 });
  expect(weeks[2]?.days.map((entry) => entry?.answers ?? null)).toEqual([0, 0, 0, null, null, null, null]);
});

test('every day up to today stands once, in order, on its weekday', () => {
  fc.assert(
    fc.property(fc.integer({ min: -2000, max: 40_000 }), fc.integer({ min: 1, max: 60 }), (today, count) => {
      const weeks = lastWeeks([], today, count);
      const days = weeks.flatMap((week) => week.days.flatMap((entry) => entry?.day ?? []));
      expect(days.at(-1)).toBe(today);
      expect(days).toEqual(days.map((_, index) => (days[0] ?? 0) + index));
      expect(new Date((days[0] ?? 0) * 86_400_000).getUTCDay()).toBe(1);
      expect(days.length).toBeGreaterThan((count - 1) * 7);
    }),
  );
});

test('a month is named at the week that holds its first day', () => {
  const weeks = lastWeeks([], dayOfDate('2026-07-05'), 10); // a Sunday; 1 June 2026 was a Monday
  const named = monthStarts(weeks).map(({ index, day }) => [
    dateOf(weeks[index]?.monday ?? 0),
    dateOf(day).slice(0, 7),
  ]);
  expect(named).toEqual([
    ['2026-04-27', '2026-05'],
    ['2026-06-01', '2026-06'],
    ['2026-06-29', '2026-07'],
  ]);
});

test('steps are quarters of the days on which anything was done', () => {
  const days = [0, 0, 0, 3, 5, 8, 10, 20, 30, 40, 900].map((answers) => ({ answers }));
  expect(answerSteps(days)).toEqual([1, 8, 20, 40]);
  expect([0, 1, 7, 8, 20, 39, 40, 900].map((answers) => stepOf(answers, [1, 8, 20, 40]))).toEqual([
    0, 1, 1, 2, 3, 3, 4, 4,
  ]);
  expect(answerSteps([{ answers: 0 }])).toEqual([]);
  expect(answerSteps([{ answers: 7 }, { answers: 7 }])).toEqual([1, 7]);
});

test('more answers are never a lower step, and any answer is a step', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300)), fc.nat(300), fc.nat(300), (counts, one, more) => {
      const steps = answerSteps(counts.map((answers) => ({ answers })));
      expect([...steps].sort((a, b) => a - b)).toEqual(steps);
      expect(stepOf(one + more, steps)).toBeGreaterThanOrEqual(stepOf(one, steps));
      for (const answers of counts) expect(stepOf(answers, steps) > 0).toBe(answers > 0);
    }),
  );
});

test('a share is never told as all or nothing where it is neither', () => {
  expect([0, 0.001, 0.5, 0.999, 1].map(percentWords)).toEqual(['0 %', '1 %', '50 %', '99 %', '100 %']);
  expect(rangeWords({ low: 0.791, high: 0.96 })).toBe('79 to 96 %');
});
