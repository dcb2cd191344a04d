import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conversionAt } from '@/lib/language/conversions';

test.each([
  [' (145 ha) campus', ' (145 ha)'],
  [' (about 1,083 ft) tall', ' (about 1,083 ft)'],
  [' (5,387 feet; 898 fathoms).', ' (5,387 feet; 898 fathoms)'],
  [' (5 ft 10 in) tall', ' (5 ft 10 in)'],
  [' (10–12 mi) from the coast', ' (10–12 mi)'],
  [' (0.95 km2) wood', ' (0.95 km2)'],
])('an amount said again: %s', (after, brackets) => {
  expect(conversionAt(after)).toBe(brackets);
});

test.each([
  [' (out of $400 million)'],
  [' (1988–98) as its head'],
  [' (10 percent)'],
  [' (the creep limit of steel)'],
  [' (145 ha in 1990)'],
  [' (145 ha'],
  [', 145 ha of it'],
])('no amount said again: %s', (after) => {
  expect(conversionAt(after)).toBe('');
});

test('whatever follows, only what stands at its beginning is taken', () => {
  fc.assert(
    fc.property(fc.string(), (after) => {
      expect(after.startsWith(conversionAt(after))).toBe(true);
    }),
  );
});
