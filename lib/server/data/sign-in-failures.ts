import 'server-only';
import { randomUUID } from 'node:crypto';
import { db } from '@/lib/server/db';

const WINDOW_MS = 15 * 60_000;
const MOST = 10;

export type CountedTry = {
  readonly allowed: boolean;
  /** To be called when the try succeeded: it was no failure, and the account's earlier ones are done with. */
  readonly succeed: () => Promise<void>;
};

/**
 * Counts a try to sign in as a failure of the account and of the address *before* the password is looked at, so
 * that many tries at once cannot slip between look and count. It is allowed where neither has more than ten
 * failures in fifteen minutes; a refused try is not counted, so nobody can be locked out for longer by knocking.
 */
export const countTry = async (account: string, address: string, now: Date): Promise<CountedTry> => {
  const failures = (await db()).signInFailure;
  const since = new Date(now.getTime() - WINDOW_MS);
  const keys = [`account:${account}`, `address:${address}`];
  const rows = keys.map((key) => ({ id: randomUUID(), key, at: now }));
  const own = { id: { in: rows.map((row) => row.id) } };
  await failures.deleteMany({ where: { at: { lte: since } } });
  await failures.createMany({ data: rows });
  const counts = await Promise.all(keys.map((key) => failures.count({ where: { key, at: { gt: since } } })));
  const allowed = counts.every((count) => count <= MOST);
  if (!allowed) await failures.deleteMany({ where: own });
  return {
    allowed,
    succeed: async () => {
      await failures.deleteMany({ where: { OR: [own, { key: `account:${account}` }] } });
    },
  };
};
