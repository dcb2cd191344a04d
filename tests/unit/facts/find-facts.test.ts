import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findFacts, type FactsRead } from '@/lib/facts/find-facts';
import { finish, readArticleInSteps } from '@/lib/facts/reading';
import { DEMO_ARTICLE } from '@/lib/formats/demo-article';
import type { Article, DraftFact, LeftOut } from '@/lib/model';
import { askArticle } from '@/lib/questions/article-questions';
import { parser } from '../../support/english-parser';

/** The facts that are asked about, and the sentences that are not. */
const readFacts = (article: Article): { facts: readonly DraftFact[]; leftOut: readonly LeftOut[] } => {
  const { facts, spare, leftOut } = askArticle({ article, parser, seed: '1' });
  return { facts: [...facts, ...spare.facts], leftOut };
};

const article = (text: string, title: string | null = null): Article => ({ title, text, language: 'en' });
const answersIn = (text: string, title: string | null = null): string[] =>
  readFacts(article(text, title)).facts.map(({ answer }) => answer);
const reasonsIn = (text: string, title: string | null = null): string[] =>
  readFacts(article(text, title)).leftOut.map(({ reason }) => reason);

test.each([
  ['Norway and Sweden ended their union in 1905 by a treaty.', ['1905']],
  ['The Suez Canal was opened on 17 November 1869 in Egypt.', ['17 November 1869']],
  ['Trade between Chile and Peru was worth $65 billion in a single year.', ['$65 billion']],
  ['About 60% of Iceland is covered by bare rock or by lava.', ['60%']],
  ['The European Union has 27 member states and 24 official languages.', ['27', '24']],
  [
    'India joined the North Atlantic Fishing Survey (NAFS) as an observer.',
    ['North Atlantic Fishing Survey'],
  ],
  ['Green plants make sugar from light in a process called photosynthesis.', ['photosynthesis']],
  ['The first oil lamp was invented by Ami Argand in Geneva.', ['Ami Argand']],
  ['Ana Ruiz, the Speaker of the Senate, opened the National Museum of Chile.', ['Ana Ruiz']],
])('asks: %s', (text, answers) => {
  expect(answersIn(text)).toEqual(expect.arrayContaining(answers));
});

test.each([
  ['It was opened in 1869 by the ruler of Egypt.', 'not named'],
  ['The company sold 40,000 cars in 1999 to buyers in France.', 'does not say which'],
  ['Sales in Norway rose by 12% last week after a long decline.', 'last week'],
  ['We counted 40,000 birds in Norway on one day in 1999.', 'speaks as'],
  ['“Norway sold 40,000 cars in that one year alone,” the minister said.', 'quotation'],
  ['It is long. Was the Suez Canal opened in 1869 or a year before that?', 'question'],
  ['The Suez Canal (opened in 1869 cut the way to India by half.', 'partner'],
  ['The canal carries 50 ships to Egypt on any day of May.', 'does not say which'],
  ['The Suez Canal is 193.3 km (of 200 km) long between its two ends.', 'another number'],
  ['Ruled by nobody in', 'nothing'],
])('leaves out: %s', (text, reason) => {
  const reasons = reasonsIn(text);
  expect(answersIn(text)).toEqual([]);
  if (reason !== 'nothing') expect(reasons.join()).toContain(reason);
});

test.each([
  ['Norway will hold its next election on December 2 and count by hand.', 'December 2'],
  ['Egypt lets between 40 and 50 ships pass on any day of May.', '40'],
  ['Norway exported 30 or 40 ships to Denmark in a good year.', '30'],
  ['In Egypt, 40 ships and 50 boats and 60 rafts pass by in a day.', '40'],
])('of “%s” not asked: %s', (text, answer) => {
  expect(answersIn(text)).not.toContain(answer);
});

test('an answer that the title gives away is not asked for', () => {
  const text = 'The Suez Canal was opened in 1869 in Egypt.';
  expect(answersIn(text, 'A short history')).toContain('1869');
  expect(answersIn(text, 'Egypt in 1869')).not.toContain('1869');
});

test('a bare surname is asked about only where the text says who', () => {
  const told = 'The bridge at Iron Hill was drawn by Maria Ferro of Genoa. Ferro died in 1911 in Milan.';
  const untold = 'The bridges of Genoa are old and strong. She died in 1911 in Milan, far from all of them.';
  expect(answersIn(told)).toContain('1911');
  expect(answersIn(untold)).toEqual([]);
});

test('headings and captions give no facts and are listed where they are furniture', () => {
  const text = 'Built in 1869 for Egypt\n\ncanal-ships-1869\n\nThe Suez Canal was opened in 1869 in Egypt.';
  expect(answersIn(text)).toContain('1869');
  expect(reasonsIn(text)).toEqual(['a caption, credit or other furniture of the page']);
});

test('the demo article gives at least twelve facts of varied kinds', () => {
  const { facts } = readFacts(DEMO_ARTICLE);
  expect(facts.length).toBeGreaterThanOrEqual(12);
  expect(new Set(facts.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(5);
  const words = DEMO_ARTICLE.text.split(/\s+/u).length;
  expect(words).toBeGreaterThanOrEqual(400);
  expect(words).toBeLessThanOrEqual(600);
});

const pieces = DEMO_ARTICLE.text.split(/(?<=[.,\n])/u);
const anyText = fc.oneof(
  fc.string(),
  fc.shuffledSubarray(pieces).map((parts) => parts.join('')),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...pieces),
        fc.string(),
        fc.constantFrom(' (', '“', '”', '\n\n', ' in 1990. ', ' $5 billion ', ' 60% of India '),
      ),
    )
    .map((parts) => parts.join('')),
);

test('spans reproduce the statement and the answer in any text', () => {
  fc.assert(
    fc.property(anyText, fc.option(fc.string()), (text, title) => {
      const { facts, leftOut } = readFacts(article(text, title));
      for (const { statement, span, answer, answerSpan } of facts) {
        expect(text.slice(span.start, span.end)).toBe(statement);
        expect(text.slice(answerSpan.start, answerSpan.end)).toBe(answer);
        expect(span.start <= answerSpan.start && answerSpan.end <= span.end).toBe(true);
        expect(answer.trim()).toBe(answer);
        expect(answer).not.toBe('');
      }
      for (const { statement, span } of leftOut) expect(text.slice(span.start, span.end)).toBe(statement);
      expect(new Set(facts.map(({ key }) => key)).size).toBe(facts.length);
    }),
  );
});

test('every sentence is either used or left out once', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { facts, leftOut } = readFacts(article(text));
      const used = new Set(facts.map(({ span }) => span.start));
      const left = leftOut.map(({ span }) => span.start);
      expect(new Set(left).size).toBe(left.length);
      expect(left.some((start) => used.has(start))).toBe(false);
    }),
  );
});

test('reading in steps gives the same and its progress only grows', () => {
  const long = article(Array.from({ length: 10 }, () => DEMO_ARTICLE.text).join('\n\n'));
  const steps = readArticleInSteps(long, parser);
  const shares: number[] = [];
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) shares.push(step.value);
  expect(shares.length).toBeGreaterThan(10);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  // Without the trees, which take seconds to compare.
  const plain = ({ facts, leftOut }: FactsRead): unknown => [
    facts.map(({ key, answer, salience, confidence }) => [key, answer, salience, confidence]),
    leftOut,
  ];
  expect(plain(findFacts(step.value))).toEqual(plain(findFacts(finish(readArticleInSteps(long, parser)))));
});
