import fc from 'fast-check';
import { expect, test } from 'vitest';
import { QUESTION_FORMS } from '@/lib/model';
import { markAnswer } from '@/lib/quiz/mark';
import { ratingOf, scoreOf } from '@/lib/quiz/score';

const typed = (answer: string) => ({ form: 'cloze' as const, answer, options: [], rivals: [] });
const choice = (answer: string, ...wrong: string[]) => ({
  form: 'choice' as const,
  answer,
  options: [answer, ...wrong].map((text) => ({ text, factId: null })),
  rivals: [],
});

test('nothing given is wrong and stays nothing', () => {
  for (const response of [null, '', ' \n\t'])
    expect(markAnswer(typed('Moscow'), response)).toEqual({ correct: false, share: 0, given: null });
});

test('what was given is kept as it was typed, without the space around it', () => {
  expect(markAnswer(typed('Moscow'), '  mosCow. ')).toEqual({ correct: true, share: 1, given: 'mosCow.' });
});

test('a choice is right only where it is the key itself', () => {
  expect(markAnswer(choice('Moscow', 'Moscov'), 'Moscow').correct).toBe(true);
  expect(markAnswer(choice('Moscow', 'Moscov'), 'Moscov').correct).toBe(false);
  expect(markAnswer(choice('Polish', 'polish'), 'polish').correct).toBe(false);
  expect(markAnswer(choice(' Moscow', 'Kazan'), ' Moscow').correct).toBe(true);
});

test('every form with options takes the option itself and no other wording of it', () => {
  for (const form of ['choice', 'true-false', 'larger', 'earliest'] as const) {
    expect(markAnswer({ ...choice('True', 'False'), form }, 'True').correct).toBe(true);
    expect(markAnswer({ ...choice('True', 'False'), form }, 'true').correct).toBe(false);
    expect(markAnswer({ ...choice('True', 'False'), form }, 'False').correct).toBe(false);
  }
});

test('a basic question is marked as typed', () => {
  expect(markAnswer({ ...typed('the Kremlin'), form: 'basic' }, 'kremlin').correct).toBe(true);
});

test('marking is total: any item and any response get a mark', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[$€\-+.,' 0-9a-zA-Z%°²½]{0,30}$/),
    fc.constantFrom(
      '18 of the February',
      'of May',
      'may 5 may 5',
      'minus',
      '-$',
      '$',
      'hundred',
      '5 of',
      '\ud800',
    ),
  );
  const item = fc.record({
    form: fc.constantFrom(...QUESTION_FORMS),
    answer: text,
    options: fc.array(fc.record({ text, factId: fc.option(fc.string()) }), { maxLength: 4 }),
    rivals: fc.array(text, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(item, fc.option(text), (asked, response) => {
      const mark = markAnswer(asked, response);
      expect(typeof mark.correct).toBe('boolean');
      expect(mark.given).toBe(response?.trim() ? response.trim() : null);
      if (mark.given === null) expect(mark.correct).toBe(false);
      if (asked.answer.trim() !== '') expect(markAnswer(asked, asked.answer).correct).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('hostile lengths are marked at once', () => {
  for (const piece of ['a', '1', '1,', ' ', '-', '9 ', '.', 'of ', 'twenty ', '$', '\u0301', 'ß']) {
    const long = piece.repeat(100_000);
    const start = performance.now();
    markAnswer(typed('Moscow'), long);
    markAnswer(typed(long.slice(0, 20_000)), `${long.slice(0, 20_000)}b`);
    expect(performance.now() - start).toBeLessThan(1000);
  }
});

test('a score counts what is right and is whole only where all is', () => {
  const marks = (right: number, of: number) => Array.from({ length: of }, (_, i) => ({ correct: i < right }));
  expect(scoreOf(marks(0, 0))).toEqual({ right: 0, of: 0, percent: 0 });
  expect(scoreOf(marks(7, 10))).toEqual({ right: 7, of: 10, percent: 70 });
  expect(scoreOf(marks(2, 3)).percent).toBe(67);
  expect(scoreOf(marks(200, 200)).percent).toBe(100);
  expect(scoreOf(marks(299, 300)).percent).toBe(99);
  expect(scoreOf(marks(1, 300)).percent).toBe(1);
});

test('right is good for memory and wrong is again, never hard', () => {
  expect(ratingOf(true)).toBe('good');
  expect(ratingOf(false)).toBe('again');
});
