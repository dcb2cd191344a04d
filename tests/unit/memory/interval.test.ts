import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilsonInterval } from '@/lib/memory/interval';

test.each([
  // Worked examples of the score interval; Newcombe (1998), table I, method 3.
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i lies between %d and %d', (hits, trials, low, high) => {
  expect(wilsonInterval(hits, trials)?.low).toBeCloseTo(low, 4);
  expect(wilsonInterval(hits, trials)?.high).toBeCloseTo(high, 4);
});

test('without a trial nothing is known', () => {
  expect(wilsonInterval(0, 0)).toBeNull();
});

test('the interval holds the share that was counted and narrows with more of the same', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), fc.integer({ min: 2, max: 50 }), (hits, misses, times) => {
      fc.pre(hits + misses > 0);
      const share = hits / (hits + misses);
      const few = wilsonInterval(hits, hits + misses);
      const many = wilsonInterval(hits * times, (hits + misses) * times);
      if (few === null || many === null) throw new Error('there were trials');
      expect(few.low).toBeGreaterThanOrEqual(0);
      expect(few.high).toBeLessThanOrEqual(1);
      expect(few.low).toBeLessThanOrEqual(share + 1e-12);
      expect(few.high).toBeGreaterThanOrEqual(share - 1e-12);
      expect(many.high - many.low).toBeLessThan(few.high - few.low);
    }),
  );
});
