import 'server-only';
import { replayFact, type LoggedReview } from '@/lib/memory/log';
import { pastAnswers, type PastAnswers } from '@/lib/memory/recalls';
import type { MemoryState } from '@/lib/model';
import { db } from '@/lib/server/db';
import { logsOf } from '@/lib/server/data/reviews-log';
import { MEMORY_COLUMNS, sameMemory, toMemory } from '@/lib/server/data/memories';
import { holdMemories, writeMemories } from '@/lib/server/data/reviews-append';
import type { User } from '@/lib/server/user';

/** Facts whose memories are written together: some milliseconds of work, which others wait for. */
const WRITTEN_TOGETHER = 100;
/** Facts whose logs are read together for a fit. */
const READ_TOGETHER = 2000;

/** A memory as its log gives it, with how many rows that log had: rows are only ever added. */
export type Replayed = { readonly factId: string; readonly rows: number; readonly state: MemoryState };

/** Some memories that are not what the log gives, and the fact after which to read on; `null`: those were the last. */
export type ReplayPage = { readonly changed: readonly Replayed[]; readonly next: string | null };

/**
 * Replays the facts that come after `after` (in the order of their ids) by the weights of `user`, and tells which
 * memories change. Reads only, so that it may be done anywhere; `writeReplayed` writes it.
 */
export const replayPage = async (user: User, after: string): Promise<ReplayPage> => {
  const rows = await (
    await db()
  ).memory.findMany({
    where: { userId: user.id, factId: { gt: after } },
    orderBy: { factId: 'asc' },
    take: WRITTEN_TOGETHER,
    select: { ...MEMORY_COLUMNS, factId: true },
  });
  const last = rows.length < WRITTEN_TOGETHER ? null : (rows.at(-1)?.factId ?? null);
  return { changed: await changedOf(user, rows), next: last };
};

type MemoryRow = Parameters<typeof toMemory>[0] & { readonly factId: string };

const changedOf = async (user: User, rows: readonly MemoryRow[]): Promise<Replayed[]> => {
  const logs = await logsOf(
    await db(),
    user,
    rows.map(({ factId }) => factId),
  );
  return rows.flatMap((row) => {
    const log: readonly LoggedReview[] = logs.get(row.factId) ?? [];
    const state = replayFact(log);
    if (state === null || sameMemory(toMemory(row), state)) return [];
    return [{ factId: row.factId, rows: log.length, state }];
  });
};

/**
 * Writes replayed memories, but for those whose log has grown since: what they are is not what was replayed. Answers
 * these; they are read anew by `replayAgain`.
 */
export const writeReplayed = async (user: User, replayed: readonly Replayed[]): Promise<string[]> => {
  if (replayed.length === 0) return [];
  const factIds = replayed.map(({ factId }) => factId);
  return (await db()).$transaction(async (transaction) => {
    await holdMemories(transaction, user);
    const counted = await transaction.review.groupBy({
      by: ['factId'],
      where: { userId: user.id, factId: { in: factIds } },
      _count: true,
    });
    const rowsOf = new Map(counted.map(({ factId, _count }) => [factId, _count]));
    const still = replayed.filter(({ factId, rows }) => rowsOf.get(factId) === rows);
    await writeMemories(transaction, user, new Map(still.map(({ factId, state }) => [factId, state])));
    // A fact without rows is one that was deleted meanwhile.
    return replayed
      .filter((each) => !still.includes(each) && rowsOf.has(each.factId))
      .map(({ factId }) => factId);
  });
};

/** As `replayPage`, for just these facts. */
export const replayAgain = async (user: User, factIds: readonly string[]): Promise<Replayed[]> =>
  changedOf(
    user,
    await (
      await db()
    ).memory.findMany({
      where: { userId: user.id, factId: { in: [...factIds] } },
      select: { ...MEMORY_COLUMNS, factId: true },
    }),
  );

/** Their whole log as weights are fitted to it, fact by fact. */
export const allPastAnswers = async (user: User): Promise<PastAnswers[]> => {
  const database = await db();
  const lives: PastAnswers[] = [];
  for (let last = ''; ;) {
    const facts = await database.memory.findMany({
      where: { userId: user.id, factId: { gt: last } },
      orderBy: { factId: 'asc' },
      take: READ_TOGETHER,
      select: { factId: true },
    });
    const logs = await logsOf(
      database,
      user,
      facts.map(({ factId }) => factId),
    );
    for (const log of logs.values()) lives.push(pastAnswers(log));
    const end = facts.at(-1);
    if (end === undefined || facts.length < READ_TOGETHER) return lives;
    last = end.factId;
  }
};
