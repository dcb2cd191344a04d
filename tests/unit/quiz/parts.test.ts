import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOneLine, joinPairs, joinParts, pairsOf, partsOf } from '@/lib/key-parts';
import type { QuestionForm } from '@/lib/model';
import { guessShare } from '@/lib/quiz/guess';
import { markAnswer } from '@/lib/quiz/mark';
import { shownOptions } from '@/lib/quiz/shown-options';
import { seededRandom } from '@/lib/questions/seeded-random';

const item = (form: QuestionForm, answer: string, options: string[]) => ({
  form,
  answer,
  options: options.map((text) => ({ text, factId: null })),
  rivals: [],
});
const share = (asked: ReturnType<typeof item>, given: string) => markAnswer(asked, given).share;

const gases = item('several', 'Helium\nNeon\nArgon', ['Iron', 'Helium', 'Neon', 'Gold', 'Argon']);
const wars = item('order', 'Crécy\nAgincourt\nWaterloo\nVerdun', [
  'Waterloo',
  'Crécy',
  'Verdun',
  'Agincourt',
]);
const capitals = item('match', 'France\tParis\nItaly\tRome\nSpain\tMadrid', [
  'Rome',
  'Paris',
  'Lisbon',
  'Madrid',
]);

test.each([
  ['Helium\nNeon\nArgon', 1],
  ['Argon\nHelium\nNeon', 1],
  ['Argon\nArgon\nHelium\nNeon', 1],
  ['Helium\nNeon', 2 / 3],
  ['Helium', 1 / 3],
  ['Helium\nNeon\nIron', 1 / 3],
  ['Helium\nNeon\nArgon\nIron', 2 / 3],
  ['Helium\nIron', 0],
  ['Helium\nIron\nGold', 0],
  ['Iron\nHelium\nNeon\nGold\nArgon', 1 / 3],
  ['Iron\nGold', 0],
  ['helium\nneon\nargon', 0],
])('several right: “%j” is worth %d', (given, expected) => {
  expect(share(gases, given)).toBeCloseTo(expected, 9);
  expect(markAnswer(gases, given).correct).toBe(expected === 1);
});

test.each([
  ['Crécy\nAgincourt\nWaterloo\nVerdun', 1],
  ['Verdun\nCrécy\nAgincourt\nWaterloo', 2 / 3],
  ['Agincourt\nCrécy\nWaterloo\nVerdun', 1 / 3],
  ['Verdun\nWaterloo\nAgincourt\nCrécy', 0],
  ['Crécy\nAgincourt', 1 / 3],
  ['Crécy\nAgincourt\nWaterloo\nVerdun\nHastings', 2 / 3],
])('in order: “%j” is worth %d', (given, expected) => {
  expect(share(wars, given)).toBeCloseTo(expected, 9);
  expect(markAnswer(wars, given).correct).toBe(expected === 1);
});

test.each([
  ['France\tParis\nItaly\tRome\nSpain\tMadrid', 1],
  ['Spain\tMadrid\nFrance\tParis\nItaly\tRome', 1],
  ['France\tParis\nItaly\tRome', 2 / 3],
  ['France\tRome\nItaly\tParis\nSpain\tMadrid', 1 / 3],
  ['France\tLisbon', 0],
  ['Paris\tFrance', 0],
  ['nothing', 0],
])('matched: “%j” is worth %d', (given, expected) => {
  expect(share(capitals, given)).toBeCloseTo(expected, 9);
  expect(markAnswer(capitals, given).correct).toBe(expected === 1);
});

test('the share of parts lies between none and all, and only all is right', () => {
  const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 2, maxLength: 6 });
  const given = fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 8 });
  fc.assert(
    fc.property(fc.constantFrom<QuestionForm>('several', 'order'), words, given, (form, key, chosen) => {
      const mark = markAnswer(item(form, joinParts(key), key), joinParts(chosen));
      expect(mark.share).toBeGreaterThanOrEqual(0);
      expect(mark.share).toBeLessThanOrEqual(1);
      expect(mark.correct).toBe(mark.share === 1);
    }),
  );
});

test('parts and pairs come back as they were joined', () => {
  const text = fc.stringMatching(/^[\p{L}\p{N}]{1,5}( [\p{L}\p{N}]{1,5})?$/u);
  fc.assert(
    fc.property(fc.array(text), (parts) => {
      expect(partsOf(joinParts(parts))).toEqual(parts);
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.record({ left: text, right: text })), (pairs) => {
      expect(pairsOf(joinPairs(pairs))).toEqual(pairs);
    }),
  );
  expect(joinParts(['two\nlines', ' ', 'one'])).toBe('two lines\none');
  expect(pairsOf('no tab\nleft\t\n\tright\na\tb\tc')).toEqual([{ left: 'a', right: 'b c' }]);
});

test('an answer of parts can be read in one line', () => {
  expect(inOneLine('several', gases.answer)).toBe('Helium; Neon; Argon');
  expect(inOneLine('order', wars.answer)).toBe('Crécy → Agincourt → Waterloo → Verdun');
  expect(inOneLine('match', capitals.answer)).toBe('France – Paris; Italy – Rome; Spain – Madrid');
  expect(inOneLine('basic', 'as it\nstands')).toBe('as it\nstands');
});

test('what is to be ordered never stands in its order, and loses nothing', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 2, maxLength: 6 }),
      fc.string(),
      fc.boolean(),
      (key, seed, keeps) => {
        const shown = shownOptions(item('order', joinParts(key), key), keeps, seededRandom(seed));
        const texts = shown.map(({ text }) => text);
        expect(texts).not.toEqual(key);
        expect(texts.toSorted()).toEqual(key.toSorted());
      },
    ),
  );
});

test('the chance of a blind answer is that of all answers there are', () => {
  expect(guessShare(item('cloze', 'a', []))).toBe(0);
  expect(guessShare(item('choice', 'a', ['a', 'b', 'c', 'd']))).toBe(1 / 4);
  expect(guessShare(gases)).toBe(1 / 31);
  expect(guessShare(wars)).toBe(1 / 24);
  expect(guessShare(capitals)).toBe(1 / 24);
});
