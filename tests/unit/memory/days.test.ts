import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, dayStartsAt, isZone } from '@/lib/memory/days';

const ZONES = [
  'UTC',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'America/Los_Angeles',
  'America/St_Johns',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Europe/Berlin',
  'America/Sao_Paulo',
];
const zone = fc.constantFrom(...ZONES);
const instant = fc.date({
  min: new Date('2012-01-01T00:00:00Z'),
  max: new Date('2040-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const dayStart = fc.integer({ min: 0, max: 23 });
const date = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) / 86_400_000;

test('a minute before four it is still yesterday, at four it is today', () => {
  const berlin = { zone: 'Europe/Berlin', dayStart: 4 };
  expect(dayOf(new Date('2026-01-15T02:59:59.999Z'), berlin)).toBe(date(2026, 1, 14));
  expect(dayOf(new Date('2026-01-15T03:00:00.000Z'), berlin)).toBe(date(2026, 1, 15));
  const kolkata = { zone: 'Asia/Kolkata', dayStart: 4 };
  expect(dayOf(new Date('2026-01-14T22:29:00Z'), kolkata)).toBe(date(2026, 1, 14));
  expect(dayOf(new Date('2026-01-14T22:30:00Z'), kolkata)).toBe(date(2026, 1, 15));
});

test('days before 1970 have numbers below zero', () => {
  expect(dayOf(new Date(-1), { zone: 'UTC', dayStart: 0 })).toBe(-1);
  expect(dayOf(new Date(0), { zone: 'UTC', dayStart: 0 })).toBe(0);
});

test('four in the morning is four on the wall on the days when the clock changes', () => {
  const berlin = { zone: 'Europe/Berlin', dayStart: 4 };
  expect(dayStartsAt(date(2026, 3, 28), berlin).toISOString()).toBe('2026-03-28T03:00:00.000Z');
  expect(dayStartsAt(date(2026, 3, 29), berlin).toISOString()).toBe('2026-03-29T02:00:00.000Z');
  expect(dayStartsAt(date(2026, 10, 25), berlin).toISOString()).toBe('2026-10-25T03:00:00.000Z');
});

test('a day whose beginning the clock jumps over begins with the jump', () => {
  expect(dayStartsAt(date(2026, 3, 29), { zone: 'Europe/Berlin', dayStart: 2 }).toISOString()).toBe(
    '2026-03-29T01:00:00.000Z',
  );
  // In Sao Paulo the clock went from 23:59 to 01:00.
  expect(dayStartsAt(date(2018, 11, 4), { zone: 'America/Sao_Paulo', dayStart: 0 }).toISOString()).toBe(
    '2018-11-04T03:00:00.000Z',
  );
});

test('a day whose beginning the clock shows twice begins at the first', () => {
  expect(dayStartsAt(date(2026, 10, 25), { zone: 'Europe/Berlin', dayStart: 2 }).toISOString()).toBe(
    '2026-10-25T00:00:00.000Z',
  );
  // Lord Howe goes back by half an hour only, at two.
  expect(dayStartsAt(date(2026, 4, 5), { zone: 'Australia/Lord_Howe', dayStart: 2 }).toISOString()).toBe(
    '2026-04-04T15:30:00.000Z',
  );
});

test('the date that Samoa left out has no length', () => {
  const apia = { zone: 'Pacific/Apia', dayStart: 0 };
  expect(dayStartsAt(date(2011, 12, 30), apia)).toEqual(dayStartsAt(date(2011, 12, 31), apia));
  expect(dayStartsAt(date(2011, 12, 31), apia).toISOString()).toBe('2011-12-30T10:00:00.000Z');
});

test('the beginning of a day is its first instant, in every zone and at every day start', () => {
  fc.assert(
    fc.property(instant, zone, dayStart, (at, name, hour) => {
      const frame = { zone: name, dayStart: hour };
      const day = dayOf(at, frame);
      const start = dayStartsAt(day, frame);
      expect(start.getTime()).toBeLessThanOrEqual(at.getTime());
      expect(dayStartsAt(day + 1, frame).getTime()).toBeGreaterThan(at.getTime());
      expect(dayOf(start, frame)).toBe(day);
      expect(dayOf(new Date(start.getTime() - 1), frame)).toBe(day - 1);
    }),
    { numRuns: 1000 },
  );
});

test('a zone is known by its name, not by an offset', () => {
  expect(ZONES.every(isZone)).toBe(true);
  for (const wrong of ['', 'Mars/Olympus', '+05:30', '-08:00', 'Europe/Berlin ', '../UTC', '\0'])
    expect(isZone(wrong)).toBe(false);
});

test('an unknown zone and an invalid date are errors', () => {
  expect(() => dayOf(new Date(0), { zone: 'Mars/Olympus', dayStart: 4 })).toThrow(RangeError);
  expect(() => dayOf(new Date(Number.NaN), { zone: 'UTC', dayStart: 4 })).toThrow(RangeError);
});
