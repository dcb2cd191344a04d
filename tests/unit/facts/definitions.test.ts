import { expect, test } from 'vitest';
import { findDefinitions } from '@/lib/facts/definitions';
import { finish, readArticleInSteps } from '@/lib/facts/reading';
import { parser } from '../../support/english-parser';

const answersIn = (text: string, title: string | null = null): string[] => {
  const reading = finish(readArticleInSteps({ title, text, language: 'en' }, parser));
  return reading.sentences
    .flatMap((sentence) => findDefinitions(reading, sentence))
    .filter(({ refusal }) => refusal === null)
    .map(({ start, end }) => text.slice(start, end));
};

test.each<[string, string[]]>([
  [
    'A glacier is a mass of ice that moves slowly down a slope.',
    ['a mass of ice that moves slowly down a slope', 'glacier'],
  ],
  [
    'Enzymes are proteins that speed up chemical reactions in living cells.',
    ['proteins that speed up chemical reactions in living cells', 'Enzymes'],
  ],
])('asks: %s', (text, answers) => {
  expect(answersIn(text)).toEqual(answers);
});

test('what the title names is asked for with its "the"', () => {
  const text = 'The polygraph is a machine that records the pulse of a suspect.';
  expect(answersIn(text)).toEqual([]);
  expect(answersIn(text, 'Polygraph')).toEqual(['a machine that records the pulse of a suspect']);
});

test.each([
  'Illegal fishing is a big problem for the countries of West Africa.',
  'A whale is not a fish that lives in the deep sea.',
  'It is a heavy metal that melts at a low temperature.',
  'Iron and coal are also minerals that are found in the north.',
  'The result was a treaty that ended the long war in the north.',
])('asks nothing: %s', (text) => {
  expect(answersIn(text)).toEqual([]);
});
