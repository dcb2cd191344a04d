import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWithin, readAmount, readNumberKey } from '@/lib/quiz/number-answer';

const passes = (key: string, given: string): boolean => {
  const read = readNumberKey(key);
  if (read === null) throw new Error(`“${key}” is no number`);
  return isWithin(read, given);
};

test.each([
  ['330', { value: 330, unit: '', tolerance: 0, unitWords: null }],
  ['1,200', { value: 1200, unit: '', tolerance: 0, unitWords: null }],
  ['330 m', { value: 330, unit: 'm', tolerance: 0, unitWords: 'm' }],
  ['330 ± 5 m', { value: 330, unit: 'm', tolerance: 5, unitWords: 'm' }],
  ['330 m ± 5 m', { value: 330, unit: 'm', tolerance: 5, unitWords: 'm' }],
  ['330 m +/- 500 cm', { value: 330, unit: 'm', tolerance: 5, unitWords: 'm' }],
  ['200 km ± 5 %', { value: 200, unit: 'km', tolerance: 10, unitWords: 'km' }],
  ['200 ± 2.5 percent', { value: 200, unit: '', tolerance: 5, unitWords: null }],
  ['37 % ± 2 %', { value: 37, unit: '%', tolerance: 2, unitWords: '%' }],
  ['$3.5 billion ± 10 %', { value: 3.5e9, unit: '$', tolerance: 3.5e8, unitWords: '$' }],
  ['-40 ± 1', { value: -40, unit: '', tolerance: 1, unitWords: null }],
  ['1969 ± 2', { value: 1969, unit: '', tolerance: 2, unitWords: null }],
  ['five goals', { value: 5, unit: 'goals', tolerance: 0, unitWords: null }],
  ['8.2 billion people ± 5 %', { value: 8.2e9, unit: 'people', tolerance: 4.1e8, unitWords: 'people' }],
])('“%s” is read as a key', (key, expected) => {
  const read = readNumberKey(key);
  expect(read).toMatchObject({ value: expected.value, unit: expected.unit, unitWords: expected.unitWords });
  expect(read?.tolerance).toBeCloseTo(expected.tolerance, 6);
});

test.each(['', 'm', 'about m', 'Paris', '3 to 5', '12 3', '330 ± m', '330 m ± 5 kg', '5 ± -1', '1/2/2025'])(
  '“%s” is no key of a number',
  (key) => {
    expect(readNumberKey(key)).toBeNull();
  },
);

test.each([
  ['330 m', '330'],
  ['330 m', '330 m'],
  ['330 m', '330 metres'],
  ['330 m', '330 meters'],
  ['330 m', '0.33 km'],
  ['330 m', '33,000 cm'],
  ['330 ± 5 m', '325'],
  ['330 ± 5 m', '335 m'],
  ['330 ± 5 m', '0.3255 km'],
  ['330 m ± 5 %', '346.5'],
  ['1200', '1,200'],
  ['1200', '1 200'],
  ['1200', 'twelve hundred'],
  ['1.5 million', '1,500,000'],
  ['1,500,000', '1.5 million'],
  ['$3.5 billion ± 10 %', '3.2 billion'],
  ['$3.5 billion ± 10 %', '$3.2bn'],
  ['37 %', '37'],
  ['37 %', '37 percent'],
  ['37 % ± 2 %', '39'],
  ['90 minutes', '1.5 hours'],
  ['2 days', '48 h'],
  ['100 km/h', '100 kilometres per hour'],
  ['5 km²', '500 ha'],
  ['5 goals', '5 goal'],
  ['0.1', '.1'],
  ['-40', '−40'],
  ['1969 ± 2', '1971'],
  ['3 m ± 0.1 m', '3.1'],
])('of “%s”, “%s” passes', (key, given) => {
  expect(passes(key, given)).toBe(true);
});

test.each([
  ['330 m', '331'],
  ['330 m', '330 km'],
  ['330 m', '330 kg'],
  ['330 m', '330 seconds'],
  ['330 m', '330 people'],
  ['330 ± 5 m', '324'],
  ['330 ± 5 m', '335.1'],
  ['330 ± 5 m', '326 km'],
  ['330 m ± 5 %', '347'],
  ['1200', '12,00,0'],
  ['1200', '1200 1200'],
  ['1200', '1100 or 1200'],
  ['1200', 'a lot'],
  ['1200', ''],
  ['37 %', '0.37'],
  ['37 % ± 2 %', '39.1'],
  ['37 %', '37 m'],
  ['$3.5 billion', '€3.5 billion'],
  ['90 minutes', '90 hours'],
  ['-40', '40'],
  ['1969 ± 2', '1972'],
  ['5 goals', '5 points'],
])('of “%s”, “%s” does not pass', (key, given) => {
  expect(passes(key, given)).toBe(false);
});

test('what passes is what lies within the tolerance', () => {
  const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
  fc.assert(
    fc.property(cents, fc.nat({ max: 10_000 }), cents, (value, tolerance, given) => {
      const decimal = (number: number): string => (number / 100).toFixed(2);
      expect(passes(`${decimal(value)} ± ${decimal(tolerance)} m`, decimal(given))).toBe(
        Math.abs(given - value) <= tolerance,
      );
    }),
  );
});

test('reading is total', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (key, given) => {
      readAmount(given);
      const read = readNumberKey(key);
      if (read !== null) expect(typeof isWithin(read, given)).toBe('boolean');
    }),
  );
});
