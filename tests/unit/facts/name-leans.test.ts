import { expect, test } from 'vitest';
import { finish, readArticleInSteps } from '@/lib/facts/reading';
import { leansOf } from '@/lib/facts/references';
import { parser } from '../../support/english-parser';

const leans = (text: string): [string, string | null][] => {
  const reading = finish(readArticleInSteps({ title: null, text, language: 'en' }, parser));
  return reading.sentences.flatMap((sentence) =>
    leansOf(reading, sentence).map(({ text: words, antecedent }): [string, string | null] => [
      words,
      antecedent,
    ]),
  );
};

test('a family name with an Arabic article belongs to the whole name', () => {
  expect(leans('Sudan was led by Hassan al-Karim in 1990. Karim built an army.')).toContainEqual([
    'Karim',
    'Hassan al-Karim',
  ]);
});

test('a body called by its kind alone is the one that the text has in full', () => {
  expect(leans('The Nordic Parliament met in Bonn in 1988. The Parliament voted for a law.')).toContainEqual([
    'Parliament',
    'Nordic Parliament',
  ]);
});

test('letters are spelt out where the text has done so before', () => {
  const text =
    'The North Sea Survey (NSS) was founded in 1874. It is old. In 2014 the NSS counted the seals of Norway.';
  expect(leans(text)).toContainEqual(['NSS', 'NSS (North Sea Survey)']);
});
