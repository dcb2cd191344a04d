import { expect, test } from 'vitest';
import { costInWords, retentionCosts } from '@/lib/memory/retention-cost';
import { DEFAULT_STUDY, readStudySettings } from '@/lib/memory/study-settings';
import { studyFormSchema } from '@/lib/server/study-form';

test('what is not stored, or not allowed any more, is as for a new account', () => {
  expect(readStudySettings(null)).toEqual(DEFAULT_STUDY);
  expect(readStudySettings({ study: { newPerDay: -3, retention: 0.8, reviewsPerDay: null } })).toEqual({
    ...DEFAULT_STUDY,
    retention: 0.8,
    reviewsPerDay: null,
  });
});

const typed = {
  newPerDay: '5',
  reviewsPerDay: '',
  retention: '95',
  buttons: 'four',
  Monday: 'normal',
  Tuesday: 'normal',
  Wednesday: 'normal',
  Thursday: 'normal',
  Friday: 'normal',
  Saturday: 'fewer',
  Sunday: 'none',
};

test('the form is read into settings; an empty limit is no limit', () => {
  const read = studyFormSchema.parse(typed);
  expect(read).toMatchObject({ newPerDay: 5, reviewsPerDay: null, retention: 0.95, buttons: 'four' });
  expect(read.weekdays.slice(5)).toEqual(['fewer', 'none']);
});

test.each([
  ['newPerDay', '1000'],
  ['newPerDay', 'many'],
  ['reviewsPerDay', '0'],
  ['retention', '98'],
  ['Sunday', 'lots'],
])('%s of “%s” is refused', (name, value) => {
  expect(studyFormSchema.safeParse({ ...typed, [name]: value }).success).toBe(false);
});

test('a higher retention costs more, against 0.90, and is told in words', () => {
  const costs = retentionCosts([0.7, 0.75, 0.8, 0.85, 0.88, 0.9, 0.92, 0.95, 0.97], undefined);
  expect([...costs].sort((a, b) => a - b)).toEqual(costs);
  expect(costs[5]).toBeCloseTo(1, 9);
  expect(costs[7]).toBeGreaterThan(1.4);
  expect(costs[7]).toBeLessThan(1.8);
  expect(costInWords(1.6)).toBe('about 60% more reviews');
  expect(costInWords(0.7)).toBe('about 30% fewer reviews');
  expect(costInWords(1)).toBe('the usual number of reviews');
});
