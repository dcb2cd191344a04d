import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/server/db';
import { countNewcomer, countTry, sweepFailures } from '@/lib/server/data/sign-in-failures';
import { onEveryDatabase } from '../support/databases';

const NOW = new Date('2026-03-01T12:00:00Z');
const later = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
const someone = () => `${randomUUID()}@example.org`;

/** Fails `times` times, each from where `address` says. */
const fail = async (account: string, address: () => string, times: number): Promise<void> => {
  for (let tried = 0; tried < times; tried++) {
    expect((await countTry(account, address(), NOW)).allowed).toBe(true);
  }
};

onEveryDatabase(() => {
  test('ten failures of an account are allowed, the eleventh try is not, from wherever', async () => {
    const account = someone();
    await fail(account, randomUUID, 10);
    expect((await countTry(account, randomUUID(), NOW)).allowed).toBe(false);
    expect((await countTry(someone(), randomUUID(), NOW)).allowed).toBe(true);
  });

  test('ten failures from an address are allowed, the eleventh try is not, for whomever', async () => {
    const address = randomUUID();
    for (let tried = 0; tried < 10; tried++) await fail(someone(), () => address, 1);
    expect((await countTry(someone(), address, NOW)).allowed).toBe(false);
  });

  test('failures expire after fifteen minutes, and refused tries do not lengthen the wait', async () => {
    const [account, address] = [someone(), randomUUID()];
    await fail(account, () => address, 10);
    expect(await countTry(account, address, later(14))).toMatchObject({ allowed: false });
    expect(await countTry(account, address, later(15))).toMatchObject({ allowed: true });
  });

  test('thirty tries at once let at most ten through', async () => {
    const [account, address] = [someone(), randomUUID()];
    const tries = await Promise.all(Array.from({ length: 30 }, () => countTry(account, address, NOW)));
    expect(tries.filter(({ allowed }) => allowed).length).toBeLessThanOrEqual(10);
    const next = await Promise.all(Array.from({ length: 30 }, () => countTry(account, address, NOW)));
    expect([...tries, ...next].filter(({ allowed }) => allowed).length).toBeLessThanOrEqual(10);
  });

  test("a success clears its account's failures, not the address's failures on others", async () => {
    const [account, address] = [someone(), randomUUID()];
    await fail(someone(), () => address, 5);
    await fail(account, () => address, 4);
    const tried = await countTry(account, address, NOW);
    await tried.succeed();
    const database = await db();
    expect(await database.signInFailure.count({ where: { key: `account:${account}` } })).toBe(0);
    expect(await database.signInFailure.count({ where: { key: `address:${address}` } })).toBe(9);
    await fail(someone(), () => address, 1);
    expect((await countTry(someone(), address, NOW)).allowed).toBe(false);
  });

  test('sixty newcomers an hour may come from one address', async () => {
    const address = randomUUID();
    for (let come = 0; come < 60; come++) expect(await countNewcomer(address, NOW)).toBe(true);
    expect(await countNewcomer(address, later(59))).toBe(false);
    expect(await countNewcomer(randomUUID(), later(59))).toBe(true);
    expect(await countNewcomer(address, later(60))).toBe(true);
  });

  test('what counts no more is swept', async () => {
    const key = `account:${someone()}`;
    const failures = (await db()).signInFailure;
    await failures.createMany({
      data: [
        { key, at: later(-61) },
        { key, at: later(-59) },
      ],
    });
    await sweepFailures(NOW);
    expect(await failures.count({ where: { key } })).toBe(1);
  });
});
