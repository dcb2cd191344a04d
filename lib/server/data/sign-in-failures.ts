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
  const key = `newcomer:${address}`;
  return (await countUp(key, now, NEWCOMER_WINDOW_MS, MOST_NEWCOMERS)) !== null;
};

/** Pupils of whole classes come from one address: so many new ones an hour, who each bring a class's code. */
const MOST_JOINERS = 600;
/** Codes that no class has, in fifteen minutes: typing errors of a school, and far too few to find one by chance. */
const MOST_WRONG_CODES = 100;

/** Counts a new pupil without account against the address, and says whether their row may be made. */
export const countJoiner = async (address: string, now: Date): Promise<boolean> => {
  const key = `joiner:${address}`;
  return (await countUp(key, now, NEWCOMER_WINDOW_MS, MOST_JOINERS)) !== null;
};

/**
 * Counts a code as a wrong one before it is looked up, so that many at once cannot slip through; `null` where there
 * were too many. The answer takes it back, for a code that was right.
 */
export const countCode = async (address: string, now: Date): Promise<(() => Promise<void>) | null> => {
  const id = await countUp(`code:${address}`, now, WINDOW_MS, MOST_WRONG_CODES);
  if (id === null) return null;
  return async () => {
    await (await db()).signInFailure.deleteMany({ where: { id } });
  };
};

/** Adds one to what `key` has since `now` - `window`; answers the row, or `null` where it has `most` already. */
const countUp = async (key: string, now: Date, window: number, most: number): Promise<string | null> => {
  const failures = (await db()).signInFailure;
  const row = { id: randomUUID(), key, at: now };
  await failures.create({ data: row, select: { id: true } });
  const count = await failures.count({ where: { key, at: { gt: new Date(now.getTime() - window) } } });
  if (count <= most) return row.id;
  await failures.deleteMany({ where: { id: row.id } });
  return null;
};

/** Removes what no longer counts against anyone. */
export const sweepFailures = async (now: Date): Promise<void> => {
  const before = new Date(now.getTime() - NEWCOMER_WINDOW_MS);
  await (await db()).signInFailure.deleteMany({ where: { at: { lte: before } } });
};
