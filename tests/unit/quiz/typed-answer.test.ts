import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameAnswer, nearAnswers } from '@/lib/quiz/typed-answer';
import { OTHER } from './other-answers';
import { SAME, type Pair } from './same-answers';

const named = (pairs: readonly Pair[]) =>
  pairs.map(([answer, typed, others = []]) => ({ answer, typed, others }));

test.each(named(SAME))('"$answer" is the same answer as "$typed"', ({ answer, typed, others }) => {
  expect(isSameAnswer(answer, typed, others)).toBe(true);
});

test.each(named(OTHER))('"$answer" is another answer than "$typed"', ({ answer, typed, others }) => {
  expect(isSameAnswer(answer, typed, others)).toBe(false);
});

test('a slip is forgiven where no other answer is near', () => {
  expect(isSameAnswer('Manet', 'Monet')).toBe(true);
  expect(isSameAnswer('Manet', 'Manet', ['Monet'])).toBe(true);
  expect(isSameAnswer('Johnson', 'Jonhson', ['Jackson'])).toBe(true);
});

test('the answer itself is right although it is listed among the others', () => {
  expect(isSameAnswer('Manet', 'manet', ['Manet', 'Monet'])).toBe(true);
});

test('an answer is the same as itself, whatever its case and surroundings', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (answer) => {
      fc.pre(answer.trim() !== '');
      expect(isSameAnswer(answer, answer)).toBe(true);
      expect(isSameAnswer(answer, `  ${answer}\n`)).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{2,12}( [a-z]{2,12}){0,3}$/), (answer) => {
      expect(isSameAnswer(answer, answer.toUpperCase())).toBe(true);
      expect(isSameAnswer(answer, `“${answer}!”`)).toBe(true);
    }),
  );
});

test('two whole numbers are the same answer only where they are equal', () => {
  const number = fc.oneof(fc.nat({ max: 200 }), fc.nat());
  fc.assert(
    fc.property(number, number, (a, b) => {
      expect(isSameAnswer(a.toLocaleString('en-US'), String(b))).toBe(a === b);
      expect(isSameAnswer(`${a} ships`, `${b} ships`)).toBe(a === b);
    }),
  );
});

test('two days are the same answer only where they are the same day', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
  const iso = (date: Date) => date.toISOString().slice(0, 10);
  fc.assert(
    fc.property(day, day, (a, b) => {
      expect(isSameAnswer(long.format(a), short.format(a))).toBe(true);
      expect(isSameAnswer(long.format(a), iso(a))).toBe(true);
      expect(isSameAnswer(long.format(a), short.format(b))).toBe(iso(a) === iso(b));
    }),
  );
});

test('answers near enough for a slip are found, the same one written differently is not', () => {
  const near = nearAnswers(['Manet', 'Monet', 'manet', 'Paris', '1999', '1998', 'Slovakia', 'Slovenia']);
  expect(near('Manet')).toEqual(['Monet']);
  expect(near('Slovakia')).toEqual(['Slovenia']);
  expect(near('1999')).toEqual([]);
});
