import { expect, test } from 'vitest';
import { findMembers } from '@/lib/facts/members';
import { finish, readArticleInSteps } from '@/lib/facts/reading';
import { parser } from '../../support/english-parser';

const answersIn = (text: string, title: string | null = null): string[] => {
  const reading = finish(readArticleInSteps({ title, text, language: 'en' }, parser));
  return reading.sentences
    .flatMap((sentence) => findMembers(reading, sentence))
    .filter(({ refusal }) => refusal === null)
    .map(({ start, end }) => text.slice(start, end));
};

test.each<[string, string[]]>([
  [
    'The guard of the old fortress was made up of two captains and forty soldiers.',
    ['two captains and forty soldiers'],
  ],
  [
    'The parliament of the republic is divided into a senate and a house of deputies.',
    ['a senate and a house of deputies'],
  ],
])('asks: %s', (text, answers) => {
  expect(answersIn(text)).toEqual(answers);
});

test.each([
  'The collection of the museum includes coins, maps and old weapons.',
  'The soil of the northern valley consists mainly of clay and fine sand.',
  'The crew of the small ship consisted of various sailors and their friends.',
])('asks nothing: %s', (text) => {
  expect(answersIn(text)).toEqual([]);
});
