import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Met, withoutGiveaways } from '@/lib/questions/giveaways';

const met = (factId: string, prompt: string, answer: string, statement = `${prompt} ${answer}`): Met => ({
  factId,
  texts: [prompt],
  statement,
  answer,
});
const kept = (...asked: Met[]) => withoutGiveaways(asked, (one) => one).map(({ factId }) => factId);

test('two forms of one fact are not met in one sitting', () => {
  expect(kept(met('a', 'Sund was founded in', '1211'), met('a', 'When was Sund founded?', '1211'))).toEqual([
    'a',
  ]);
});

test('two facts of one sentence are not met in one sitting', () => {
  const sentence = 'Ida Falk founded the school in 1911.';
  expect(kept(met('a', 'Who?', 'Ida Falk', sentence), met('b', 'When?', '1911', sentence))).toEqual(['a']);
});

test('what an earlier or a later card tells is left out', () => {
  const tells = met('a', 'Which river flows through Sund?', 'the Orm');
  const asks = met('b', 'What is the capital of the islands?', 'Sund');
  expect(kept(tells, asks)).toEqual(['a']);
  expect(kept(asks, tells)).toEqual(['b']);
});

test('a word is no part of another word', () => {
  expect(kept(met('a', 'The Sundial was built in', '1911'), met('b', 'The capital is', 'Sund'))).toEqual([
    'a',
    'b',
  ]);
});

test('of those kept no two tell each other, and the first is always kept', () => {
  const word = fc.constantFrom('Sund', 'Orm', 'Brell', '1911', 'Falk');
  const one = fc.tuple(fc.nat(4), word, word).map(([id, prompt, answer]) => met(`f${id}`, prompt, answer));
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (asked) => {
      const left = withoutGiveaways(asked, (each) => each);
      expect(left[0]).toBe(asked[0]);
      for (const [index, a] of left.entries())
        for (const b of left.slice(index + 1)) {
          expect(a.factId).not.toBe(b.factId);
          expect(`${a.texts[0]} ${a.statement}`.includes(b.answer)).toBe(false);
          expect(`${b.texts[0]} ${b.statement}`.includes(a.answer)).toBe(false);
        }
    }),
  );
});
