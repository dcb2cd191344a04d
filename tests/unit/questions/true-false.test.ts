import { expect, test } from 'vitest';
import type { FoundFact } from '@/lib/facts/candidate';
import { finish, readArticleInSteps } from '@/lib/facts/reading';
import type { Stem } from '@/lib/questions/stem';
import { writeTrueFalse } from '@/lib/questions/true-false';
import { parser } from '../../support/english-parser';

const factIn = (text: string, answer: string): FoundFact => {
  const reading = finish(readArticleInSteps({ title: null, text, language: 'en' }, parser));
  const sentence = reading.sentences[0];
  if (sentence === undefined) throw new Error('no sentence');
  const start = text.indexOf(answer);
  return {
    key: `when-${start}`,
    kind: 'when',
    statement: sentence.statement,
    span: { start: sentence.start, end: sentence.end },
    answer,
    answerSpan: { start, end: start + answer.length },
    answerType: 'year',
    salience: 0.5,
    confidence: 0.99,
    leans: [],
    sentence,
    place: null,
    doubt: null,
  };
};

/** The sentence of a fact, parted at its answer. */
const stemOf = ({ statement, answer }: FoundFact): Stem => {
  const [before = '', after = ''] = statement.split(answer);
  return { before, after, context: null };
};

const write = (fact: FoundFact, wrong: readonly string[], seed: number) =>
  writeTrueFalse(fact, stemOf(fact), wrong, seed);

test('half of the seeds give the sentence, half give it with the wrong value', () => {
  const text = 'The lighthouse at Skagen was finished in 1858.';
  const written = Array.from({ length: 200 }, (_, seed) => write(factIn(text, '1858'), ['1871'], seed));
  for (const question of written)
    expect(question).toEqual(
      question?.answer === 'True'
        ? { prompt: text, answer: 'True' }
        : { prompt: 'The lighthouse at Skagen was finished in 1871.', answer: 'False' },
    );
  const truths = written.filter((question) => question?.answer === 'True').length;
  expect(Math.abs(truths - 100)).toBeLessThan(35);
});

test.each([
  ['hedged', 'The lighthouse at Skagen may have been finished in 1858.'],
  ['attributed', 'Its keeper said that the lighthouse was finished in 1858.'],
  ['bounded', 'The lighthouse at Skagen was finished before 1858.'],
  ['rough', 'The lighthouse at Skagen was finished in about 1858.'],
  ['denied', 'The lighthouse at Skagen was not finished in 1858.'],
  ['conditional', 'The lighthouse at Skagen opened in 1858 if its lamp was lit by then.'],
])('nothing %s is called true or false: %s', (_, text) => {
  expect(write(factIn(text, '1858'), ['1871'], 1)).toBeNull();
});

test('what is not surely read, or has no wrong value, is not stated', () => {
  const fact = factIn('The lighthouse at Skagen was finished in 1858.', '1858');
  expect(write(fact, [], 1)).toBeNull();
  expect(write({ ...fact, confidence: 0.5 }, ['1871'], 1)).toBeNull();
});
