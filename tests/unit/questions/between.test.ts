import { expect, test } from 'vitest';
import type { FoundFact } from '@/lib/facts/candidate';
import { finish, readArticleInSteps, type Reading } from '@/lib/facts/reading';
import type { AnswerType } from '@/lib/model';
import { writeLarger } from '@/lib/questions/larger';
import { writeOrderings } from '@/lib/questions/ordering';
import { parser } from '../../support/english-parser';

const read = (text: string): Reading =>
  finish(readArticleInSteps({ title: null, text, language: 'en' }, parser));

/** One fact for each sentence of `text` that holds one of `answers`. */
const factsOf = (text: string, answers: readonly string[], answerType: AnswerType): FoundFact[] =>
  read(text).sentences.flatMap((sentence) => {
    const answer = answers.find((one) => sentence.statement.includes(one));
    if (answer === undefined) return [];
    const start = sentence.start + sentence.statement.indexOf(answer);
    return [
      {
        key: `${answerType}-${start}`,
        kind: answerType === 'year' ? 'when' : 'quantity',
        statement: sentence.statement,
        span: { start: sentence.start, end: sentence.end },
        answer,
        answerSpan: { start, end: start + answer.length },
        answerType,
        salience: 0.5,
        confidence: 0.99,
        leans: [],
        sentence,
        place: null,
        doubt: null,
      },
    ];
  });

const YEARS = ['1761', '1804', '1827', '1850'];
const EVENTS =
  'The first canal was opened in 1827. In 1761, Anna Holm founded the Norway Bank. The old tower burned down in 1850. ';

test('dated events are asked in the order of their years, each in its own words', () => {
  const [ordering, order, match, ...others] = writeOrderings(factsOf(EVENTS, YEARS, 'year'), 1);
  expect(others).toEqual([]);
  expect([ordering, order, match].map((each) => each?.form)).toEqual(['earliest', 'order', 'match']);
  expect(order?.answer).toBe(
    'Anna Holm founded the Norway Bank\nThe first canal was opened\nThe old tower burned down',
  );
  expect(match?.answer.split('\n').toSorted()).toEqual([
    'Anna Holm founded the Norway Bank\t1761',
    'The first canal was opened\t1827',
    'The old tower burned down\t1850',
  ]);
  expect(match?.options.map(({ text }) => text)).toEqual(['1761', '1827', '1850']);
  // Each asks for another of the facts.
  expect(new Set([ordering, order, match].map((each) => each?.fact.key)).size).toBe(3);
  expect(ordering?.answer).toBe('Anna Holm founded the Norway Bank');
  expect(ordering?.options.map(({ text }) => text).sort()).toEqual([
    'Anna Holm founded the Norway Bank',
    'The first canal was opened',
    'The old tower burned down',
  ]);
});

test('where two later events are near to each other, only the first of all is asked for', () => {
  const text = EVENTS.replace('1850', '1828');
  const forms = writeOrderings(factsOf(text, [...YEARS, '1828'], 'year'), 1).map(({ form }) => form);
  expect(forms).toEqual(['earliest']);
});

test.each([
  ['two events are too few', EVENTS.slice(0, EVENTS.indexOf('The old'))],
  ['a year is close to the first', EVENTS.replace('1827', '1762')],
  ['one may not have been', EVENTS.replace('was opened', 'may have opened')],
  ['one lasted', EVENTS.replace('The old tower burned down', 'The old tower had a bell')],
  ['one is someone’s word', EVENTS.replace('In 1761, Anna Holm', 'In 1761, Ole Vik said that Anna Holm')],
])('no order is asked where %s', (_, text) => {
  expect(writeOrderings(factsOf(text, [...YEARS, '1762'], 'year'), 1)).toEqual([]);
});

test('of two things measured alike, the larger is asked for', () => {
  const text = 'The Vik Tunnel is 14 km long. The Moss Tunnel is 22 km long.';
  expect(writeLarger(factsOf(text, ['14 km', '22 km'], 'quantity'), 1)).toMatchObject([
    { prompt: 'Which of the two is longer?', answer: 'The Moss Tunnel' },
  ]);
});

test.each([
  ['they differ in what is measured', 'The Vik Tunnel is 14 km long. The Moss Tunnel is 22 km wide.'],
  ['they are about the same', 'The Vik Tunnel is 22 km long. The Moss Tunnel is 22 km long.'],
  ['one is a bound', 'The Vik Tunnel is 14 km long. The Moss Tunnel is more than 22 km long.'],
  ['a thing is not named', 'It is 14 km long. The Moss Tunnel is 22 km long.'],
])('nothing larger is asked for where %s', (_, text) => {
  expect(writeLarger(factsOf(text, ['14 km', '22 km'], 'quantity'), 1)).toEqual([]);
});
