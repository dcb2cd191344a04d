import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumbers, writeNumbers } from '@/lib/server/live/numbers';

test('numbers come back as they went, and two thousand fit into a message', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(2000)), (numbers) => {
      const written = writeNumbers(new Set(numbers));
      expect([...readNumbers(written)]).toEqual([...numbers].sort((a, b) => a - b));
      expect(written.length).toBeLessThan(400);
    }),
  );
});
