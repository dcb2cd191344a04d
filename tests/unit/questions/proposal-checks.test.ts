import { expect, test } from 'vitest';
import { openProposalCheck } from '@/lib/questions/proposal-checks';
import type { Proposal } from '@/lib/questions/proposal';
import { parser } from '../../support/english-parser';
import { BOARD, lighthouse, lighthouseReading, REEFS, SAND } from '../../support/lighthouse';

const check = openProposalCheck(lighthouseReading, parser);
const whole = { start: 0, end: lighthouse.text.length };
const refusalOf = (proposal: Proposal): string => {
  const checked = check(whole, proposal);
  return 'refusal' in checked ? checked.refusal : '';
};

test.each([
  ['board', BOARD],
  ['sand', SAND],
  ['reefs', REEFS],
])('%s passes, in the own characters of the article', (_, proposal) => {
  const checked = check(whole, proposal);
  if ('refusal' in checked) throw new Error(checked.refusal);
  const { fact, question } = checked;
  expect(question).toBe(proposal.question);
  expect(lighthouse.text.slice(fact.span.start, fact.span.end)).toBe(fact.statement);
  expect(lighthouse.text.slice(fact.answerSpan.start, fact.answerSpan.end)).toBe(proposal.answer);
});

test('white space alone may differ', () => {
  expect(refusalOf({ ...SAND, quote: SAND.quote.replaceAll(' ', '\n  ') })).toBe('');
  expect(refusalOf({ ...SAND, quote: SAND.quote.replace('large', 'Large') })).toBe(
    'the quote is not in the article',
  );
});

const MARSH: Proposal = {
  quote: 'The lighthouse at Corren Point was designed by the engineer Ida Marsh in 1874.',
  question: 'Who designed the lighthouse at Corren Point in 1874?',
  answer: 'Ida Marsh',
  wrong: [],
};
const CLIFF: Proposal = {
  quote: 'The mayor of Corren, Paul Adler, said that the cliff may collapse within a decade.',
  question: 'What may collapse within a decade according to Paul Adler?',
  answer: 'the cliff',
  wrong: [],
};

test.each<[string, Proposal, RegExp]>([
  ['a quote from nowhere', { ...SAND, quote: 'The harbour was sold.' }, /quote is not in/],
  ['an empty quote', { ...SAND, quote: ' ' }, /quote is not in/],
  [
    'two sentences',
    { ...SAND, quote: lighthouse.text.slice(0, 140) },
    /more than one sentence|not in the article/,
  ],
  ['an answer from elsewhere', { ...SAND, answer: 'Ida Marsh' }, /answer is not in the quote/],
  ['half a word', { ...SAND, answer: 'larg' }, /answer is not in the quote/],
  ['half a name', { ...MARSH, answer: 'Marsh' }, /cuts “.*Ida Marsh” in two/],
  ['a sentence for an answer', { ...SAND, answer: SAND.quote.slice(0, -1) }, /more than 10 words/],
  ['a cut answer', { ...SAND, answer: 'closed to' }, /cut off/],
  ['no question', { ...SAND, question: 'The harbour of Corren was closed.' }, /not one whole question/],
  ['yes or no', { ...SAND, question: 'Was the harbour of Corren closed then?' }, /no question word/],
  ['about the text', { ...SAND, question: 'What is closed according to the article?' }, /about the text/],
  [
    'the answer in the question',
    { ...SAND, question: 'What kept large ships out of Corren?' },
    /gives the answer away/,
  ],
  [
    'a word of the answer in it',
    { ...MARSH, question: 'Which Marsh designed the lighthouse at Corren Point?' },
    /gives the answer away/,
  ],
  ['a pronoun', { ...SAND, question: 'To what was it closed when sand had come?' }, /“it” is not named/],
  [
    'an invented name',
    { ...SAND, question: 'To what did Queen Hilda close the harbour of Corren?' },
    /“(?:Queen|Hilda)” is not in the article/,
  ],
  [
    'an invented number',
    { ...SAND, question: 'To what was the harbour of Corren closed in 1950?' },
    /“1950” is not/,
  ],
  [
    'the wrong sort',
    { ...MARSH, answer: '1874', question: 'Who designed the lighthouse at Corren Point?' },
    /not of the sort/,
  ],
  [
    'a name for a date',
    { ...MARSH, question: 'When was the lighthouse at Corren Point designed?' },
    /not of the sort/,
  ],
  [
    'somebody else’s word',
    { ...CLIFF, question: 'What may collapse at Corren within a decade?' },
    /whose word/,
  ],
  [
    'a hedge lost',
    { ...CLIFF, question: 'What will collapse within a decade according to Paul Adler?' },
    /leaves out “may”/,
  ],
])('%s is refused', (_, proposal, reason) => {
  expect(refusalOf(proposal)).toMatch(reason);
});

test('a quote must stand in the part that was asked about', () => {
  expect(check({ start: 0, end: 40 }, SAND)).toEqual({ refusal: 'the quote is not in the article' });
});
