import { expect, test } from 'vitest';
import { adviceOn, consistencyInWords, discriminationInWords, facilityInWords } from '@/lib/quiz/item-advice';
import type { ItemStatistics } from '@/lib/quiz/item-statistics';

const option = (text: string, count: number, isKey = false, shown = 40) => ({
  text,
  isKey,
  count,
  shown,
  share: count / shown,
});

const sound: ItemStatistics = {
  question: 'q',
  answers: 40,
  facility: 0.6,
  spread: 0.5,
  discrimination: 0.4,
  guessing: 0.25,
  options: [option('1951', 24, true), option('1953', 8), option('1949', 5), option('1940', 3)],
  open: 0,
};
const words = (changes: Partial<ItemStatistics>) =>
  adviceOn({ ...sound, ...changes }).map((advice) => advice.words);

test('a sound question, and one with few answers, asks for nothing', () => {
  expect(words({})).toEqual([]);
  expect(words({ answers: 19, discrimination: -0.5, facility: 0 })).toEqual([]);
});

test('an option that nobody chose is to be replaced', () => {
  const options = [option('1951', 24, true), option('1953', 16), option('1949', 0)];
  expect(adviceOn({ ...sound, options })).toEqual([
    { words: 'Nobody chose “1949” in 40 answers: replace it.', replace: '1949' },
  ]);
});

test('an option is judged by those to whom it was put', () => {
  const [key, rare] = [option('1951', 24, true), option('1949', 0, false, 12)];
  expect(adviceOn({ ...sound, options: [key, option('1953', 14, false, 20), rare] })).toEqual([
    {
      words: 'More chose “1953” than the answer: check that it is wrong, and that the sentence says so.',
      replace: null,
    },
  ]);
});

test.each([
  [{ discrimination: -0.1 }, /^Those who did well elsewhere missed it/],
  [{ facility: 0.2 }, /no better \(20 %\) than by blind guessing/],
  [{ facility: 0.04, guessing: 0, options: [] }, /^Hardly anybody could answer it/],
  [{ facility: 0.97 }, /^Nearly everybody knew it/],
  [{ discrimination: 0.1 }, /^It hardly tells those who know/],
  [{ open: 10 }, /^10 of 40 left it open/],
  [{ options: [option('1951', 15, true), option('1953', 25)] }, /^More chose “1953” than the answer/],
])('%o is said in words', (changes, pattern) => {
  const said = words(changes);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(pattern);
});

test('facility, discrimination and consistency in words', () => {
  expect([0.05, 0.34, 0.5, 0.8, 1].map(facilityInWords)).toEqual([
    'extremely hard, or something is wrong with it',
    'fairly hard',
    'about right for most',
    'fairly easy',
    'extremely easy',
  ]);
  expect([-0.1, 0, 0.25, 0.3, 0.5].map(discriminationInWords)).toEqual([
    'the wrong way round',
    'very weak',
    'weak',
    'good enough',
    'very good',
  ]);
  expect(consistencyInWords(0.8)).toMatch(/^good/);
  expect(consistencyInWords(0.2)).toMatch(/^low/);
});
