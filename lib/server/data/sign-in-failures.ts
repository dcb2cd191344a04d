import 'server-only';
import { randomUUID } from 'node:crypto';
import { db } from '@/lib/server/db';

const WINDOW_MS = 15 * 60_000;
const MOST = 10;
const NEWCOMER_WINDOW_MS = 60 * 60_000;
const MOST_NEWCOMERS = 60;

/** Under what the failures of an account are counted: its email, or the id of one that has none. */
export const accountKey = (account: string): string => `account:${account}`;

export type CountedTry = {
  readonly allowed: boolean;
  /** To be called when the try succeeded: it was no failure, and the account's earlier ones are done with. */
  readonly succeed: () => Promise<void>;
};

/**
 * Counts a try to sign in or to prove a password as a failure of the account and of the address *before* the password is looked at, so
 * that many tries at once cannot slip between look and count. It is allowed where neither has more than ten
 * failures in fifteen minutes; a refused try is not counted, so nobody can be locked out for longer by knocking.
 */
export const countTry = async (account: string, address: string, now: Date): Promise<CountedTry> => {
  const failures = (await db()).signInFailure;
  const since = new Date(now.getTime() - WINDOW_MS);
  const keys = [accountKey(account), `address:${address}`];
  const rows = keys.map((key) => ({ id: randomUUID(), key, at: now }));
  const own = { id: { in: rows.map((row) => row.id) } };
  await failures.createMany({ data: rows });
  const counts = await Promise.all(keys.map((key) => failures.count({ where: { key, at: { gt: since } } })));
  const allowed = counts.every((count) => count <= MOST);
  if (!allowed) await failures.deleteMany({ where: own });
  return {
    allowed,
    succeed: async () => {
      await failures.deleteMany({ where: { OR: [own, { key: accountKey(account) }] } });
    },
  };
};

/**
 * Counts a new visitor's row against the address that asks for it, and says whether it may be made: sixty in an
 * hour, since each is a row that anybody can ask for without a name.
 */
export const countNewcomer = async (address: string, now: Date): Promise<boolean> => {
  const failures = (await db()).signInFailure;
  const row = { id: randomUUID(), key: `newcomer:${address}`, at: now };
  await failures.create({ data: row, select: { id: true } });
  const since = new Date(now.getTime() - NEWCOMER_WINDOW_MS);
  const count = await failures.count({ where: { key: row.key, at: { gt: since } } });
  if (count > MOST_NEWCOMERS) await failures.deleteMany({ where: { id: row.id } });
  return count <= MOST_NEWCOMERS;
};

/** Removes what no longer counts against anyone. */
export const sweepFailures = async (now: Date): Promise<void> => {
  const before = new Date(now.getTime() - NEWCOMER_WINDOW_MS);
  await (await db()).signInFailure.deleteMany({ where: { at: { lte: before } } });
};
