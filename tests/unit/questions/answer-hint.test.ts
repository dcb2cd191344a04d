import { expect, test } from 'vitest';
import type { AnswerRole, FoundFact } from '@/lib/facts/candidate';
import { finish, readArticleInSteps } from '@/lib/facts/reading';
import type { AnswerType, FactKind } from '@/lib/model';
import { hintFor } from '@/lib/questions/answer-hint';
import { parser } from '../../support/english-parser';

type Asked = readonly [text: string, answer: string, AnswerType, FactKind, AnswerRole | null];

const factIn = ([text, answer, answerType, kind, role]: Asked): FoundFact => {
  const [sentence] = finish(readArticleInSteps({ title: null, text, language: 'en' }, parser)).sentences;
  const head = sentence?.tree?.root;
  if (sentence === undefined || head === undefined) throw new Error('no sentence');
  const start = text.indexOf(answer);
  return {
    key: 'fact',
    kind,
    statement: text,
    span: { start: 0, end: text.length },
    answer,
    answerSpan: { start, end: start + answer.length },
    answerType,
    salience: 0.5,
    confidence: 0.9,
    leans: [],
    sentence,
    place: role === null ? null : { role, head, clause: head },
    doubt: null,
  };
};

test.each<[string, ...Asked]>([
  ['date', 'The mill burned down on 12 May 1904.', '12 May 1904', 'date', 'when', 'when'],
  ['month and year', 'The mill burned down in May 1904.', 'May 1904', 'date', 'when', 'when'],
  ['decade', 'The mill was built in the 1620s.', '1620s', 'date', 'when', 'when'],
  ['part of a decade', 'The mill was built in the early 1620s.', 'early 1620s', 'date', 'when', 'when'],
  ['year', 'The mill burned down in 1904.', '1904', 'year', 'when', 'when'],
  ['amount, US$', 'The mill cost $40 million.', '$40 million', 'money', 'quantity', 'amount'],
  [
    'amount, in acres',
    'The school stands on a 358-acre campus.',
    '358-acre',
    'quantity',
    'quantity',
    'amount',
  ],
  ['amount, in feet', 'The fort stands on a 30-foot hill.', '30-foot', 'quantity', 'quantity', 'amount'],
  ['number', 'The town had 1,200 houses.', '1,200', 'quantity', 'quantity', 'amount'],
  ['percentage', 'Rock covers 60% of the island.', '60%', 'percentage', 'quantity', 'amount'],
  ['person', 'The mill was built by Anna Holm.', 'Anna Holm', 'person', 'who', 'agent'],
  ['place', 'The mill was built in Norway.', 'Norway', 'place', 'where', 'where'],
  ['term', 'Such a mill is called a post mill.', 'post mill', 'term', 'definition', 'predicate'],
  ['reason', 'The mill fell because of frost.', 'because of frost', 'phrase', 'cause', 'reason'],
  ['purpose', 'The mill was built to grind oats.', 'to grind oats', 'phrase', 'purpose', 'purpose'],
  ['2 words', 'Oats and barley fed the town.', 'the town', 'phrase', 'statement', 'object'],
  [
    'who or what',
    'The last men of the old guild left the town.',
    'The last men of the old guild',
    'phrase',
    'statement',
    'subject',
  ],
  // A hint that says the answer, or a word of it, says nothing but how long it is.
  ['1 word', 'The farm grew around a place.', 'place', 'place', 'where', 'where'],
  ['3 words', 'What they wanted was the year Anno.', 'the year Anno', 'year', 'when', 'when'],
])('[%s] for: %s', (hint, ...asked) => {
  expect(hintFor(factIn(asked))).toBe(hint);
});
