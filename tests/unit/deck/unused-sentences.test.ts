import { expect, test } from 'vitest';
import { unusedSentences } from '@/components/deck/unused-sentences';
import type { FactWithQuestions, LeftOut, Question } from '@/lib/model';

const out = (start: number, reason: string, end = start + 10): LeftOut => ({
  span: { start, end },
  statement: `sentence ${start}`,
  reason,
});

const factAt = (start: number, asked: boolean): FactWithQuestions => ({
  id: `${start}`,
  deckId: 'deck',
  articleId: 'article',
  kind: 'when',
  statement: '',
  span: { start, end: start + 10 },
  answerSpan: null,
  salience: 0.5,
  confidence: 1,
  leans: [],
  before: null,
  status: 'rejected',
  questions: asked ? [{ id: 'q' } as Question] : [],
});

const starts = (leftOut: LeftOut[], facts: FactWithQuestions[]) =>
  unusedSentences(leftOut, facts).map(({ span }) => span.start);

test('a sentence stands once with all its reasons, in the order of the text', () => {
  const found = unusedSentences([out(40, 'b'), out(0, 'a'), out(40, 'c'), out(40, 'b')], []);
  expect(found.map(({ span, reasons }) => [span.start, reasons])).toEqual([
    [0, ['a']],
    [40, ['b', 'c']],
  ]);
});

test('a sentence that is asked about is used, one whose fact has no question is not', () => {
  const facts = [factAt(40, true), factAt(0, false)];
  expect(starts([out(0, 'a'), out(40, 'b'), out(50, 'c')], facts)).toEqual([0, 50]);
  expect(starts([out(38, 'a', 41)], facts)).toEqual([]);
});
