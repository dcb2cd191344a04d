import fc from 'fast-check';
import { expect, test } from 'vitest';
import { datePartsOf, isSameDate, readDate } from '@/lib/quiz/date-answer';

test.each([
  ['18 February 2025', { day: 18, month: 2, year: 2025 }],
  ['February 18, 2025', { day: 18, month: 2, year: 2025 }],
  ['2025-02-18', { day: 18, month: 2, year: 2025 }],
  ['18.2.2025', { day: 18, month: 2, year: 2025 }],
  ['18/02/2025', { day: 18, month: 2, year: 2025 }],
  ['02/18/2025', { day: 18, month: 2, year: 2025 }],
  ['3/3/2025', { day: 3, month: 3, year: 2025 }],
  ['February 2025', { day: null, month: 2, year: 2025 }],
  ['18 February', { day: 18, month: 2, year: null }],
  ['1889', { day: null, month: null, year: 1889 }],
])('“%s” is a date', (text, date) => {
  expect(readDate(text)).toEqual(date);
});

test.each(['', 'soon', '3/4/2025', '31', '5 goals', '99/99/2025', 'February', '12 3', '1 May to 3 May 2020'])(
  '“%s” is none',
  (text) => {
    expect(readDate(text)).toBeNull();
  },
);

test('a key says which parts are asked for', () => {
  expect(datePartsOf('18 February 2025')).toEqual(['day', 'month', 'year']);
  expect(datePartsOf('February 2025')).toEqual(['month', 'year']);
  expect(datePartsOf('18 February')).toEqual(['day', 'month']);
  expect(datePartsOf('1889')).toEqual(['year']);
  expect(datePartsOf('soon')).toEqual([]);
});

test('a date that is strange to a key, or not whole, is another one', () => {
  expect(isSameDate('18 February 2025', 'Feb 18th, 2025')).toBe(true);
  expect(isSameDate('18 February 2025', '18 February')).toBe(false);
  expect(isSameDate('18 February 2025', 'February 2025')).toBe(false);
  expect(isSameDate('February 2025', '18 February 2025')).toBe(false);
  expect(isSameDate('18 February 2025', '18 February 2024')).toBe(false);
  expect(isSameDate('18 February 2025', '18 March 2025')).toBe(false);
  expect(isSameDate('no date', '18 March 2025')).toBeNull();
});

test('two days are the same only where they are, in figures and in words', () => {
  const day = fc.date({ min: new Date('1800-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const dotted = (date: Date) => `${date.getUTCDate()}.${date.getUTCMonth() + 1}.${date.getUTCFullYear()}`;
  fc.assert(
    fc.property(day, day, (a, b) => {
      expect(isSameDate(long.format(a), dotted(b))).toBe(long.format(a) === long.format(b));
      expect(isSameDate(long.format(a), dotted(a))).toBe(true);
    }),
  );
});
