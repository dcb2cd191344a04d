import { expect, test } from 'vitest';
import { findCauses } from '@/lib/facts/causes';
import { finish, readArticleInSteps } from '@/lib/facts/reading';
import { parser } from '../../support/english-parser';

const answersIn = (text: string, title: string | null = null): string[] => {
  const reading = finish(readArticleInSteps({ title, text, language: 'en' }, parser));
  return reading.sentences
    .flatMap((sentence) => findCauses(reading, sentence))
    .filter(({ refusal }) => refusal === null)
    .map(({ start, end }) => text.slice(start, end));
};

test.each<[string, string[]]>([
  ['Farmers in northern Kenya left the valley because the wells had run dry.', ['the wells had run dry']],
  [
    'The harbour of Bergen stays open in winter because of the warm Atlantic current.',
    ['the warm Atlantic current'],
  ],
  [
    'The bridge over the river closed in 1987 due to cracks in the steel cables.',
    ['cracks in the steel cables'],
  ],
  ['The dry summer of 1911 led to a shortage of bread in the cities.', ['a shortage of bread in the cities']],
])('asks: %s', (text, answers) => {
  expect(answersIn(text)).toEqual(answers);
});

test.each([
  'The museum was not closed because the roof of the hall leaked in spring.',
  'The new airport in Oslo is due to open in the spring of next year.',
  'The painter left Paris just because the rents in the city were too high.',
  'The mayor of Lima resigned in 1990 because of other things that he did.',
  '“The wells of the village ran dry because the state forgot our farmers,” she said.',
])('asks nothing: %s', (text) => {
  expect(answersIn(text)).toEqual([]);
});
