import { expect, test } from 'vitest';
import { finish, readArticleInSteps } from '@/lib/facts/reading';
import { leaningPhrase, wordsBeside } from '@/lib/facts/standing-alone';
import { parser } from '../../support/english-parser';

/** What the last sentence of a text needs the article for, its answer blanked. */
const leaning = (text: string, answer: string, title: string | null = null): string | null => {
  const reading = finish(readArticleInSteps({ title, text, language: 'en' }, parser));
  const sentence = reading.sentences.at(-1);
  if (sentence === undefined || sentence.tree === null) throw new Error('no sentence was read');
  const start = text.lastIndexOf(answer);
  const words = wordsBeside(sentence, sentence.tree, { start, end: start + answer.length });
  return leaningPhrase(reading, { sentence, tree: sentence.tree, words, before: null, isDefinition: false });
};

test.each([
  ['The status was given to Lake Orm in 1998.', '1998'],
  ['The second test was held in Oslo in 1911.', '1911'],
  ['Several ferries were built in Bergen in 1950.', '1950'],
  ['Another bridge over the Orm River was opened in 1904.', '1904'],
  ['Lake Orm also froze in 1947.', '1947'],
  ['Anders Holm drew a similar tower for Bergen in 1802.', '1802'],
  ['Early versions reached Norway in 1851.', '1851'],
  ['The bridge was moved to Bergen in 1931.', '1931'],
  ['A larger ferry reached Bergen in 1931.', '1931'],
  ['Lindqvist painted the harbour of Bergen in 1931.', '1931'],
  ['A ship sank in 1931 near a beach.', '1931'],
  ['A marble statue of Ada Lovelace was completed in 1989.', '1989'],
  ['Over 200,000 were living in Norway by 1860.', '1860'],
  ['Two portraits of a couple date from the 18th century.', 'the 18th century'],
  ['A 56-year-old was killed in Bergen in 1911.', '1911'],
  ['The first homestead was claimed under the act in Norway in 1868.', '1868'],
])('needs its article: %s', (text, answer) => {
  expect(leaning(text, answer)?.replace(/1931.*/u, '')).toEqual(expect.any(String));
});

test.each([
  ['The city of Bergen was founded in 1070.', '1070'],
  ['The first oil lamp was invented by Ami Argand in Geneva in 1780.', '1780'],
  ['Norway joined the North Atlantic Treaty Organisation in 1949.', '1949'],
  ['Anders Holm built a tower in Bergen and sold the tower in 1811.', '1811'],
  ['The Norwegian government moved to London in 1940.', '1940'],
  ['President Trump flew to Oslo on 4 May 2019.', '4 May 2019'],
  ['The tunnel that joins Bergen and Voss was opened in 1909.', '1909'],
  ['Cytotoxic drugs inhibit the immune response by killing cells.', 'the immune response'],
  ['Eight schools were toppled in Bergen.', 'Eight'],
  ['The steamship General Slocum caught fire in Bergen in 1904.', '1904'],
  ["The city of Bergen adopted the Commissioners' Plan in 1811.", '1811'],
])('stands by itself: %s', (text, answer) => {
  expect(leaning(text, answer)).toBeNull();
});

test('what the title says is in view', () => {
  const text = 'The museum was moved to the harbour of Bergen in 1931.';
  expect(leaning(text, '1931')).not.toBeNull();
  expect(leaning(text, '1931', 'Lamp Museum')).toBeNull();
});

test('a word of the title is known however it ends', () => {
  const text = 'Ctenophores were first seen from a ship in 1671.';
  expect(leaning(text, '1671')).not.toBeNull();
  expect(leaning(text, '1671', 'Ctenophora')).toBeNull();
});

test('what a state has one of goes by its short name in an article on the state', () => {
  const text = 'Norway is old. In 1814 the Parliament met in Oslo to write the Constitution of Norway.';
  expect(leaning(text, '1814', 'History of Norway')).toBeNull();
});

test.each([
  ['As a child, she moved from Hungary to Berlin in 1931.', '1931'],
  ['In 1931 the singer Anna Berg joined and their style changed in Oslo.', 'Oslo'],
])('a pronoun that nothing seen explains: %s', (text, answer) => {
  expect(leaning(text, answer)).toMatch(/is not named$/u);
});

test('a pronoun for whoever is named before it stands by itself', () => {
  expect(
    leaning('Anna Berg left Oslo when she was elected to the Nordic Council in 1931.', '1931'),
  ).toBeNull();
});

test('what is bilateral is between the two countries of the title, and needs the article where it names no two', () => {
  const text =
    'Norway and Iceland met in Oslo. Ships sail from Iceland to Norway. Bilateral trade hit $65 million in 2024.';
  expect(leaning(text, '$65 million', 'Norway opens its harbours to Iceland')).toBeNull();
  expect(leaning(text, '$65 million', 'Norway opens its harbours')).toContain('Bilateral');
  expect(leaning(text, '$65 million')).toContain('Bilateral');
  const others = text.replaceAll('Norway', 'Niger').replaceAll('Iceland', 'Nigeria');
  expect(leaning(others, '$65 million', 'Nigeria opens its harbours')).toContain('Bilateral');
});
