import { expect, test } from 'vitest';
import { betterDistractor } from '@/lib/quiz/better-distractor';

const year = (answer: string) => ({
  answer,
  answerType: 'year' as const,
  kind: 'when' as const,
  statement: `Tower ${answer} was opened in ${answer}.`,
});
const place = (answer: string) => ({
  answer,
  answerType: 'place' as const,
  kind: 'where' as const,
  statement: `The pact was signed in ${answer}.`,
});

test('the nearest value of another fact stands in, with the sentence that it is right for', () => {
  const others = [year('1990'), year('1902'), year('1911'), year('1905'), place('Rome')];
  expect(betterDistractor(year('1905'), ['1905', '1902', '1850'], others)).toEqual(year('1911'));
});

test('neither the answer itself, nor what stands there, nor another form, nor another sort of place', () => {
  const options = ['New Delhi', 'Moscow'];
  expect(
    betterDistractor(place('New Delhi'), options, [place('Delhi'), place('Moscow'), year('1999')]),
  ).toBeNull();
  expect(
    betterDistractor(place('Moscow'), options, [place('the Yamal Peninsula'), place('India')]),
  ).toBeNull();
  expect(betterDistractor(place('Moscow'), options, [place('Paris')])).toEqual(place('Paris'));
  const may = { ...year('May 1901'), answerType: 'date' as const };
  expect(betterDistractor({ ...year('12 May 1900'), answerType: 'date' }, [], [may])).toBeNull();
});
