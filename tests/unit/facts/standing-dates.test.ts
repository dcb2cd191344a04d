import { expect, test } from 'vitest';
import { findFacts } from '@/lib/facts/find-facts';
import { finish, readArticleInSteps } from '@/lib/facts/reading';
import { parser } from '../../support/english-parser';

const doubtOf = (text: string, answer: string): string | null | undefined =>
  findFacts(finish(readArticleInSteps({ title: null, text, language: 'en' }, parser))).facts.find(
    (fact) => fact.answer === answer,
  )?.doubt;

test.each([
  ['the year of a count', 'The population of Norway was 36,620 in 1890.', '1890'],
  ['the year of a measure', 'The membership of the Oslo Guild reached 16,000 in 1840.', '1840'],
  [
    'the date of what comes before the event',
    'Before the introduction of the Oslo Code in 1973, twenty codes had been developed.',
    '1973',
  ],
  [
    'a date that “now” counts from',
    'In 2007 the Nordic Council retired the Oslo Code and now uses the Bergen Code.',
    '2007',
  ],
])('doubts %s', (_, text, answer) => {
  expect(doubtOf(text, answer)).toEqual(expect.any(String));
});

test.each([
  ['the year of a journey', 'The Oslo Railway reached Bergen in 1881.', '1881'],
  ['the year of an event after another', 'After the war, the Oslo Guild was dissolved in 1921.', '1921'],
  ['the year of a deed with a number', 'The Oslo Guild founded 14 schools in 1840.', '1840'],
])('does not doubt %s', (_, text, answer) => {
  expect(doubtOf(text, answer)).toBeNull();
});
