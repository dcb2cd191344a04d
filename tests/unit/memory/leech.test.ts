import { expect, test } from 'vitest';
import { FLAGS, flagOf, storedFlag } from '@/lib/memory/flags';
import { isLeechNow } from '@/lib/memory/leech';

test('a fact is sent back to its passage at the eighth lapse and then at every fourth', () => {
  const sent = Array.from({ length: 21 }, (_, lapses) => lapses).filter(isLeechNow);
  expect(sent).toEqual([8, 12, 16, 20]);
});

test('a flag is read back as it was stored', () => {
  for (const flag of [null, ...FLAGS]) expect(flagOf(storedFlag(flag))).toBe(flag);
  expect(flagOf(9)).toBeNull();
});
