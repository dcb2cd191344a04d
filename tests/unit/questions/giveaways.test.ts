import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Met, withoutGiveaways } from '@/lib/questions/giveaways';

const met = (factId: string, asked: string, answer: string, statement = `${asked} ${answer}`): Met => ({
  factId,
  asked,
  answer,
  statement,
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

const TELLS = met('a', 'Which river flows through Sund, the capital of the Brell Islands?', 'the Orm');
const ASKS = met('b', 'What is the capital of the Brell Islands?', 'Sund');

test('what an earlier or a later card tells is left out', () => {
  expect(kept(TELLS, ASKS)).toEqual(['a']);
  expect(kept(ASKS, TELLS)).toEqual(['b']);
});

test('a sentence that stands behind another card tells, too', () => {
  const behind = met(
    'a',
    'When was the bridge built?',
    '1911',
    'In 1911 Sund, capital of the Brell Islands, built the bridge.',
  );
  expect(kept(behind, ASKS)).toEqual(['a']);
});

test('a name that another card only mentions tells nothing', () => {
  expect(kept(met('a', 'When did Sund buy the old harbour?', '1911'), ASKS)).toEqual(['a', 'b']);
});

test('a word is no part of another word', () => {
  const sundial = met('a', 'When did the capital of the Brell Islands build the Sundial?', '1911');
  expect(kept(sundial, ASKS)).toEqual(['a', 'b']);
});

test('each fact once, each sentence once, and the first is always kept', () => {
  const word = fc.constantFrom('Sund', 'Orm', 'Brell', '1911', 'Falk');
  const one = fc.tuple(fc.nat(4), word, word).map(([id, asked, answer]) => met(`f${id}`, asked, answer));
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (asked) => {
      const left = withoutGiveaways(asked, (each) => each);
      expect(left[0]).toBe(asked[0]);
      expect(new Set(left.map(({ factId }) => factId)).size).toBe(left.length);
      expect(new Set(left.map(({ statement }) => statement)).size).toBe(left.length);
      expect(withoutGiveaways(left, (each) => each)).toEqual(left);
    }),
  );
});
