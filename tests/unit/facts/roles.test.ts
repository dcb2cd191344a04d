import { expect, test } from 'vitest';
import { findRoles } from '@/lib/facts/roles';
import { finish, readArticleInSteps } from '@/lib/facts/reading';
import { parser } from '../../support/english-parser';

const answersIn = (text: string, title: string | null = null): string[] => {
  const reading = finish(readArticleInSteps({ title, text, language: 'en' }, parser));
  return reading.sentences
    .flatMap((sentence) => findRoles(reading, sentence))
    .filter(({ refusal }) => refusal === null)
    .map(({ start, end }) => text.slice(start, end));
};

test.each<[string, string[]]>([
  ['Ana Ruiz, the Speaker of the Senate, opened the National Museum of Chile.', ['Ana Ruiz']],
  ['In 1920, Clara Lund was elected mayor of Bergen by a narrow margin.', ['Clara Lund']],
])('asks: %s', (text, answers) => {
  expect(answersIn(text)).toEqual(answers);
});

test.each([
  'In 1855 the German architect Karl Vogt drew plans for the museum.',
  'The bill was signed by Carla Diaz, a director of the National Bank.',
  '“Trade will grow,” said Ana Ruiz, the Speaker of the Senate of Chile.',
])('asks nothing: %s', (text) => {
  expect(answersIn(text)).toEqual([]);
});
