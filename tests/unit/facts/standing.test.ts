import { expect, test } from 'vitest';
import { findFacts } from '@/lib/facts/find-facts';
import { finish, readArticleInSteps } from '@/lib/facts/reading';
import { askArticle } from '@/lib/questions/article-questions';
import { parser } from '../../support/english-parser';

const doubtsIn = (text: string): [string, string | null][] => {
  const article = { title: null, text, language: 'en' };
  return findFacts(finish(readArticleInSteps(article, parser))).facts.map(({ answer, doubt }) => [
    answer,
    doubt,
  ]);
};
const doubtOf = (text: string, answer: string): string | null | undefined =>
  doubtsIn(text).find(([found]) => found === answer)?.[1];

test.each([
  ['a figure without a year', 'Harbour fees in Norway rose by 12% for all fishing boats.', '12%'],
  [
    'a date of a passer-by',
    'The Oslo Tunnel was drawn by Anders Holm, who had been writing since 2009.',
    '2009',
  ],
  ['a plan', 'The Oslo Tunnel is scheduled to open in 2031 for trains.', '2031'],
  ['a count of what is not said', 'Some 400 moved from Norway to Iceland in 1847.', '1847'],
  [
    'a thing that only “what” can ask for',
    'In 1996 the Nordic Council proposed the symbol Nc for norium, element 112.',
    'the symbol Nc',
  ],
  ['a place told roughly', 'Anders Holm died near Bergen in 1899.', 'Bergen'],
  [
    'what one body alone can do',
    'The Congress of Norway met often, and Congress approved the Oslo Code in 1889.',
    'Congress',
  ],
  ['an amount from a story', 'Anna Berg paid $40,000 for a boat in Bergen in 1999.', '$40,000'],
])('doubts %s', (_, text, answer) => {
  expect(doubtOf(text, answer)).toEqual(expect.any(String));
});

test.each([
  ['a figure with its year', 'Harbour fees in Norway rose by 12% in 1999 for all fishing boats.', '12%'],
  [
    'a figure of what was done',
    'Norway was given $500,000 by the Nordic Council to build a harbour.',
    '$500,000',
  ],
  [
    'a cause',
    'Many boats sank near Bergen due to poor construction of the harbour.',
    'poor construction of the harbour',
  ],
  ['a place', 'Anders Holm died in Bergen in 1899.', 'Bergen'],
  ['a date', 'The Oslo Tunnel was opened on 12 May 1931 for trains.', '12 May 1931'],
])('does not doubt %s', (_, text, answer) => {
  expect(doubtOf(text, answer)).toBeNull();
});

test('a place that “which country” asks for is not doubted', () => {
  expect(doubtOf('In 1999 Norway was given $500,000 by the Nordic Council in Oslo.', 'Norway')).toBeNull();
});

test('what is doubted is spare, and its certificate says that a person should look', () => {
  const text =
    'Harbour fees in Norway rose by 12% for all fishing boats. The Oslo Tunnel was opened in 1931 for trains.';
  const { facts, spare } = askArticle({ article: { title: null, text, language: 'en' }, parser, seed: '1' });
  expect(facts.map(({ answer }) => answer)).toContain('1931');
  expect(facts.map(({ answer }) => answer)).not.toContain('12%');
  const asked = spare.questions.filter(({ answer }) => answer === '12%');
  expect(asked.length).toBeGreaterThan(0);
  for (const { checks } of asked) expect(checks).toContainEqual({ name: 'lasting', verdict: 'unsure' });
});

test('where the subject was signed or built is no place in passing', () => {
  const text = 'The Orm Pact, signed on 3 May 1911 in Bergen by the king, sets the border of Norway.';
  expect(doubtOf(text, 'Bergen')).toBeNull();
});
