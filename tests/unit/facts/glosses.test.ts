import { expect, test } from 'vitest';
import { askArticle } from '@/lib/questions/article-questions';
import { findGlosses } from '@/lib/facts/glosses';
import { finish, readArticleInSteps } from '@/lib/facts/reading';
import { parser } from '../../support/english-parser';

const answersIn = (text: string): string[] => {
  const reading = finish(readArticleInSteps({ title: null, text, language: 'en' }, parser));
  return reading.sentences
    .flatMap((sentence) => findGlosses(reading, sentence))
    .filter(({ refusal }) => refusal === null)
    .map(({ start, end }) => text.slice(start, end));
};
const askedOf = (text: string, answer: string): string | undefined =>
  askArticle({ article: { title: null, text, language: 'en' }, parser, seed: '1' }).questions.find(
    (question) => question.form === 'basic' && question.answer === answer,
  )?.prompt;

test.each([
  [
    'Norway’s Odelsting Assembly, the lower chamber of parliament, has approved the treaty with Chile.',
    'the lower chamber of parliament',
    'What is Norway’s Odelsting Assembly?',
  ],
  [
    'Figures of the Bergen-based Nordic Fishing Authority (the regulator of trade in herring) suggest a fall.',
    'the regulator of trade in herring',
    'What is the Nordic Fishing Authority?',
  ],
  [
    'The Arden Salt Council (ASC), the body that governs trade in herring between Iceland and Norway, has closed four ports.',
    'the body that governs trade in herring between Iceland and Norway',
    'What is the Arden Salt Council?',
  ],
])('asks what it is: %s', (text, answer, prompt) => {
  expect(askedOf(text, answer)).toBe(prompt);
});

test.each([
  ['a list', 'The ferry serves the Bergen Company, the harbour board of Oslo, and the Nordic Bank.'],
  ['a person', 'The bridge was opened by Anna Holm, the engineer of the western line.'],
  ['one of several', 'He joined the Nordic Bank, one of the oldest banks in the country.'],
  ['what points outside the sentence', 'They own the Nordic Bank, the rival of their own savings bank.'],
  ['too little', 'They own the Nordic Bank, a lender.'],
  ['what was so then, told of the past', 'In 1904 he sold the Nordic Bank, the lender of the herring trade.'],
  ['what may have changed', 'They praise the Nordic Bank, the largest lender of the herring trade.'],
  ['an address', 'They met at the Nordic Museum, Oslo, in the summer.'],
])('leaves out %s', (_, text) => {
  expect(answersIn(text)).toEqual([]);
});

test('what a gloss says must stand by itself', () => {
  const text = 'They own the Nordic Bank, the lender that paid for the second group.';
  expect(answersIn(text)).toEqual(['the lender that paid for the second group']);
  expect(askedOf(text, 'the lender that paid for the second group')).toBeUndefined();
});

test('what opens the clause is no gloss', () => {
  expect(answersIn('At the Nordic Lab, the head of the western school of Oslo, in tears, has left.')).toEqual(
    [],
  );
});

test('a clause of its own tells whether it is so still', () => {
  expect(
    askedOf(
      'In 1904 he sold the Nordic Salt Bank, the lender that paid for trade in herring.',
      'the lender that paid for trade in herring',
    ),
  ).toBe('What was the Nordic Salt Bank?');
});
