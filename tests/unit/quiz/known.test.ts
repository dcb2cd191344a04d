import fc from 'fast-check';
import { expect, test } from 'vitest';
import { confusionsIn, type ChoiceRow } from '@/lib/quiz/confusions';
import { knownShare, sureness, type KnownRow } from '@/lib/quiz/known';
import { gainInWords, gainOf, progressOf } from '@/lib/quiz/progress';

const answers = (right: number, of: number, guess: number): KnownRow[] =>
  Array.from({ length: of }, (_, index) => ({ correct: index < right, guess }));

test('nothing is claimed from fewer than ten answers', () => {
  expect(knownShare(answers(9, 9, 0))).toBeNull();
  expect(sureness(Array.from({ length: 9 }, () => ({ certainty: 1, correct: false })))).toBeNull();
});

test("without guessing the interval is Wilson's", () => {
  const known = knownShare(answers(8, 10, 0));
  expect(known?.share).toBeCloseTo(0.8, 9);
  // (p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n)
  expect(known?.low).toBeCloseTo(0.490162, 5);
  expect(known?.high).toBeCloseTo(0.943318, 5);
});

test('half right of true or false is nothing known; three quarters is half', () => {
  expect(knownShare(answers(20, 40, 0.5))).toMatchObject({ share: 0, low: 0 });
  expect(knownShare(answers(30, 40, 0.5))?.share).toBeCloseTo(0.5, 9);
});

test('the estimate lies in its interval, and more right answers never lower it', () => {
  const rows = fc.array(fc.record({ correct: fc.boolean(), guess: fc.constantFrom(0, 0.25, 1 / 3, 0.5) }), {
    minLength: 10,
    maxLength: 60,
  });
  fc.assert(
    fc.property(rows, (given) => {
      const known = knownShare(given);
      const better = knownShare(given.map((row, index) => (index === 0 ? { ...row, correct: true } : row)));
      if (known === null || better === null) throw new Error('there are ten answers');
      expect(known.low).toBeGreaterThanOrEqual(0);
      expect(known.low).toBeLessThanOrEqual(known.share);
      expect(known.high).toBeGreaterThanOrEqual(known.share);
      expect(known.high).toBeLessThanOrEqual(1);
      expect(better.share).toBeGreaterThanOrEqual(known.share);
      expect(better.low).toBeGreaterThanOrEqual(known.low - 1e-9);
    }),
  );
});

test('being sure and wrong is over-confidence, by level and in all', () => {
  const rows = Array.from({ length: 40 }, (_, index) => ({
    certainty: index % 2 === 0 ? 0.95 : 0.5,
    correct: index % 4 === 0,
  }));
  expect(sureness(rows)).toEqual({
    levels: [
      { certainty: 0.5, answers: 20, share: 0 },
      { certainty: 0.95, answers: 20, share: 0.5 },
    ],
    bias: expect.closeTo(0.475, 9) as number,
    verdict: 'over',
  });
  const modest = Array.from({ length: 40 }, (_, index) => ({ certainty: 0.5, correct: index > 2 }));
  expect(sureness(modest)?.verdict).toBe('under');
  const fair = Array.from({ length: 40 }, (_, index) => ({ certainty: 0.75, correct: index % 4 !== 0 }));
  expect(sureness(fair)).toMatchObject({ bias: 0, verdict: 'right' });
});

const mixUp = (from: string, to: string, withFact = true): ChoiceRow => ({
  factId: `fact-${from}`,
  answer: from,
  chosen: to,
  statement: `${from} stands here.`,
  chosenFactId: withFact ? `fact-${to}` : null,
  chosenStatement: withFact ? `${to} stands here.` : null,
});

test('both directions of a mix-up are one pair, the most frequent pair first', () => {
  const pairs = confusionsIn([
    mixUp('Monet', 'Degas', false),
    mixUp('Manet', 'Monet'),
    mixUp('Monet', 'Manet'),
    mixUp('Monet', 'Manet'),
  ]);
  expect(pairs).toHaveLength(2);
  expect(pairs[0]).toEqual({
    right: { factId: 'fact-Monet', text: 'Monet', statement: 'Monet stands here.' },
    taken: { factId: 'fact-Manet', text: 'Manet', statement: 'Manet stands here.' },
    times: 2,
    back: 1,
  });
  expect(pairs[1]).toMatchObject({ taken: { factId: null, statement: null }, times: 1, back: 0 });
});

test('every mix-up is counted in exactly one pair', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd');
  fc.assert(
    fc.property(fc.array(fc.tuple(name, name).filter(([a, b]) => a !== b)), (given) => {
      const pairs = confusionsIn(given.map(([from, to]) => mixUp(from, to)));
      expect(pairs.reduce((total, { times, back }) => total + times + back, 0)).toBe(given.length);
    }),
  );
});

test('the best, the mean and the trend of scores', () => {
  expect(progressOf([])).toBeNull();
  expect(progressOf([50, 70])).toEqual({ best: 70, mean: 60, trend: null });
  expect(progressOf([40, 50, 60, 70])).toEqual({ best: 70, mean: 55, trend: 10 });
});

test('a gain is also told as a share of what could be gained', () => {
  expect(gainOf(40, 70)).toEqual({ before: 40, after: 70, points: 30, share: 0.5 });
  expect(gainOf(100, 90)).toMatchObject({ points: -10, share: null });
  expect(gainInWords(gainOf(40, 70))).toBe('+30 points, 50 % of what was missing');
  expect(gainInWords(gainOf(100, 99))).toBe('−1 point');
});
