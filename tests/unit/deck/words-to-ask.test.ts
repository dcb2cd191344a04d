import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chosenSpan, clozeOf, isChosen, pickWord, wordsOf } from '@/components/deck/words-to-ask';

const words = (sentence: string) => wordsOf(sentence).map(({ start, end }) => sentence.slice(start, end));

test('words are taken without the signs around them, figures with theirs', () => {
  expect(words('“Ada’s mill”, he said, cost $1,200.50 (5% less) in St. Well-on-Sea.')).toEqual([
    'Ada’s',
    'mill',
    'he',
    'said',
    'cost',
    '$1,200.50',
    '5%',
    'less',
    'in',
    'St',
    'Well-on-Sea',
  ]);
});

test('the first pick begins, the second extends either way, a third begins anew', () => {
  const one = pickWord(null, 4);
  const back = pickWord(one, 2);
  expect([2, 3, 4].map((at) => isChosen(back, at))).toEqual([true, true, true]);
  expect([isChosen(back, 1), isChosen(back, 5)]).toEqual([false, false]);
  expect(pickWord(back, 3)).toEqual({ from: 3, to: 3 });
  expect(pickWord(one, 4)).toBeNull();
});

test('whatever is chosen is a stretch of the sentence, and the cloze is the sentence without it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (sentence, a, b) => {
      const found = wordsOf(sentence);
      fc.pre(found.length > 0);
      const choice = { from: a % found.length, to: b % found.length };
      const span = chosenSpan(found, choice);
      if (span === null) throw new Error('nothing is chosen');
      const answer = sentence.slice(span.start, span.end);
      expect(answer.trim()).toBe(answer);
      expect(answer).not.toBe('');
      const [before, after] = [sentence.slice(0, span.start), sentence.slice(span.end)];
      expect(clozeOf(sentence, span)).toBe(`${before}_____${after}`);
    }),
  );
});
