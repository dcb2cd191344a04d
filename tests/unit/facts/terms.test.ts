import { expect, test } from 'vitest';
import { findTerms } from '@/lib/facts/terms';
import { finish, readArticleInSteps } from '@/lib/facts/reading';
import { parser } from '../../support/english-parser';

const answersIn = (text: string, title: string | null = null): string[] => {
  const reading = finish(readArticleInSteps({ title, text, language: 'en' }, parser));
  return reading.sentences
    .flatMap((sentence) => findTerms(reading, sentence))
    .filter(({ refusal }) => refusal === null)
    .map(({ start, end }) => text.slice(start, end));
};

test.each<[string, string[]]>([
  [
    'India joined the North Atlantic Fishing Survey (NAFS) as an observer.',
    ['North Atlantic Fishing Survey'],
  ],
  [
    'The Baltic Exchange of Logistic Services (BELOS) was signed by four states.',
    ['Baltic Exchange of Logistic Services', 'BELOS'],
  ],
  ['Green plants make sugar from light in a process called photosynthesis.', ['photosynthesis']],
  ['The upper layer of the soil is known as “humus” in most countries.', ['humus']],
])('asks: %s', (text, answers) => {
  expect(answersIn(text)).toEqual(answers);
});

test.each([
  'The engineer works for a company called Northwind in the south of Spain.',
  'The council called on all farmers to save water in the summer.',
  'The plant is sometimes called goosegrass by farmers in the north.',
])('asks nothing: %s', (text) => {
  expect(answersIn(text)).toEqual([]);
});
