import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failureOf, ModelFailure, readRetryAfter } from '@/lib/server/model/failure';
import { waitBefore, withRetries } from '@/lib/server/model/retry';

const NOW = Date.UTC(2030, 0, 1);

test.each([
  ['3', 3000],
  [' 0.5 ', 500],
  ['Tue, 01 Jan 2030 00:00:07 GMT', 7000],
  ['Mon, 31 Dec 2029 23:00:00 GMT', 0],
  ['soon', null],
  ['', null],
  [undefined, null],
])('Retry-After %s is %s ms', (header, milliseconds) => {
  expect(readRetryAfter(header, NOW)).toBe(milliseconds);
});

test.each([
  [429, 'busy'],
  [503, 'busy'],
  [408, 'busy'],
  [401, 'refused'],
  [404, 'refused'],
  [400, 'misunderstood'],
  [422, 'misunderstood'],
])('status %d means %s', (status, failure) => {
  expect(failureOf(status, null).failure).toBe(failure);
});

test('each wait is about twice the one before, and never all of it is certain', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (tried, chance) => {
        const full = Math.min(20_000, 1000 * 2 ** (tried - 1));
        const wait = waitBefore(tried, () => chance);
        expect(wait).toBeGreaterThanOrEqual(full / 2);
        expect(wait).toBeLessThan(full);
      },
    ),
  );
});

const run = async (failures: readonly Error[]) => {
  const waits: number[] = [];
  let tried = 0;
  const chance = {
    random: () => 0.5,
    now: () => NOW,
    wait: (milliseconds: number) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  };
  const work = () => {
    const failure = failures[tried++];
    return failure === undefined ? Promise.resolve('done') : Promise.reject(failure);
  };
  const end = await withRetries(work, chance, new AbortController().signal).catch((error: unknown) => error);
  return { end, waits, tried };
};
const busy = (retryAfter: number | null = null) => new ModelFailure('busy', 429, retryAfter);

test('a busy server is asked again, later each time, never before it wants', async () => {
  expect(await run([busy(), busy(5000)])).toEqual({ end: 'done', waits: [750, 5000], tried: 3 });
});

test('four tries are enough', async () => {
  const always = [1, 2, 3, 4, 5].map(() => busy());
  const { end, waits, tried } = await run(always);
  expect(end).toBe(always[3]);
  expect([waits, tried]).toEqual([[750, 1500, 3000], 4]);
});

test.each([
  ['a refusal', new ModelFailure('refused', 401)],
  ['a defect of ours', new TypeError('oops')],
  ['more patience than we have', busy(3_600_000)],
])('%s is not tried again', async (_, error) => {
  expect(await run([error])).toEqual({ end: error, waits: [], tried: 1 });
});
