import 'server-only';
import { replaySteps } from '@/lib/memory/log';
import { sumTallies, tallyChange, tallyOfAnswer, TALLIED, type HourTally } from '@/lib/memory/tally';
import type { MemoryState } from '@/lib/model';
import { db, type Database } from '@/lib/server/db';
import { MEMORY_COLUMNS, sameMemory, toMemory } from '@/lib/server/data/memories';
import { addTallies, holdMemories, markMet, writeMemories } from '@/lib/server/data/reviews-append';
import { logsOf } from '@/lib/server/data/reviews-log';
import { toUser, USER_COLUMNS, type User } from '@/lib/server/user';

/** One memory that is not what its log says, or a fact whose mark does not say whether it has one. */
export type MemoryDrift = {
  readonly what: 'memory';
  readonly factId: string;
  readonly stored: MemoryState | null;
  readonly replayed: MemoryState | null;
  /** Whether the fact is marked as met. */
  readonly met: boolean;
};

/** The sums of one hour that are not what the log adds up to; `missing` is what would have to be added. */
export type SumDrift = { readonly what: 'sums'; readonly deckId: string; readonly missing: HourTally };

/** An empty list of these is what everybody hopes for. */
export type Drift = MemoryDrift | SumDrift;

/** Facts whose logs stand in memory together. */
const PAGE = 2000;

/** Replays the whole log of a person and compares it with every stored memory and sum. Changes nothing. */
export const replayUser = async (user: User): Promise<Drift[]> => {
  const database = await db();
  const drifts: Drift[] = [];
  const counted = new Map<string, HourTally[]>();
  for (let last = ''; ;) {
    // Each learner's facts: their own, and any that they have answered or remember.
    const facts = await database.fact.findMany({
      where: {
        id: { gt: last },
        OR: [
          { deck: { userId: user.id } },
          { reviews: { some: { userId: user.id } } },
          { memories: { some: { userId: user.id } } },
        ],
      },
      orderBy: { id: 'asc' },
      take: PAGE,
      select: {
        id: true,
        deckId: true,
        deck: { select: { userId: true } },
        met: true,
        memories: { where: { userId: user.id }, select: MEMORY_COLUMNS },
      },
    });
    const logs = await logsOf(
      database,
      user,
      facts.map(({ id }) => id),
    );
    for (const { id, deckId, deck, met: isMet, memories } of facts) {
      const steps = replaySteps(logs.get(id) ?? []);
      const replayed = steps.at(-1)?.after ?? null;
      const [row] = memories;
      const stored = row === undefined ? null : toMemory(row);
      // The mark says what its owner has met, whoever else was given it.
      const met = deck.userId === user.id ? isMet : replayed !== null;
      if (!sameMemory(stored, replayed) || met !== (replayed !== null)) {
        drifts.push({ what: 'memory', factId: id, stored, replayed, met });
      }
      const tallies = steps.map(({ review, before }) => tallyOfAnswer(before, review));
      counted.set(deckId, sumTallies([...(counted.get(deckId) ?? []), ...tallies]));
    }
    const end = facts.at(-1);
    if (end === undefined || facts.length < PAGE) break;
    last = end.id;
  }
  return [...drifts, ...(await sumDrifts(database, user, counted))];
};

const sumDrifts = async (
  database: Database,
  user: User,
  counted: ReadonlyMap<string, HourTally[]>,
): Promise<SumDrift[]> => {
  const rows = await database.studyHour.findMany({ where: { userId: user.id }, omit: { userId: true } });
  const stored = new Map<string, HourTally[]>();
  for (const { deckId, ...tally } of rows) stored.set(deckId, [...(stored.get(deckId) ?? []), tally]);
  return [...new Set([...counted.keys(), ...stored.keys()])].flatMap((deckId) =>
    tallyChange(stored.get(deckId) ?? [], counted.get(deckId) ?? []).map((missing) => ({
      what: 'sums' as const,
      deckId,
      missing,
    })),
  );
};

/** Writes what a replay found. Nobody may answer meanwhile: what came in after the replay would be counted twice. */
export const mendDrifts = async (user: User, drifts: readonly Drift[]): Promise<void> => {
  for (let from = 0; from < drifts.length; from += PAGE) {
    const page = drifts.slice(from, from + PAGE);
    const memories = page.filter((drift) => drift.what === 'memory');
    const right = memories.flatMap(({ factId, replayed }) => (replayed ? [[factId, replayed] as const] : []));
    const gone = memories.flatMap(({ factId, replayed }) => (replayed ? [] : [factId]));
    await (
      await db()
    ).$transaction(async (transaction) => {
      await holdMemories(transaction, user);
      await writeMemories(transaction, user, new Map(right));
      await transaction.memory.deleteMany({ where: { userId: user.id, factId: { in: gone } } });
      await markMet(
        transaction,
        user,
        right.map(([factId]) => factId),
        true,
      );
      await markMet(transaction, user, gone, false);
      for (const drift of page) {
        if (drift.what === 'sums') await addTallies(transaction, user, drift.deckId, [drift.missing]);
      }
    });
  }
};

/** Everybody there is, for the replay of all memories: whoever runs it has the database in hand. */
export const everybody = async (): Promise<User[]> =>
  (await (await db()).user.findMany({ orderBy: { createdAt: 'asc' }, select: USER_COLUMNS })).map(toUser);

const instant = (at: Date): string => at.toISOString();
const stateInWords = (state: MemoryState | null): string =>
  state === null
    ? 'nothing'
    : `${state.phase}, stability ${state.stability}, difficulty ${state.difficulty}, due ${instant(state.due)}, ` +
      `last answer ${instant(state.lastReview)} (day ${state.lastDay}), ${state.reps} answers, ${state.lapses} lapses`;

/** A difference as a person reads it. */
export const driftInWords = (drift: Drift): string => {
  if (drift.what === 'sums') {
    const { deckId, missing } = drift;
    const counts = TALLIED.flatMap((name) => (missing[name] === 0 ? [] : [`${name} ${missing[name]}`]));
    return `deck ${deckId}, day ${missing.day}, hour ${missing.hour}: the sums lack ${counts.join(', ')}`;
  }
  const { factId, stored, replayed, met } = drift;
  if (sameMemory(stored, replayed)) {
    return `fact ${factId}: it is marked as ${met ? 'met' : 'never met'}, which the log denies`;
  }
  return `fact ${factId}: stored is ${stateInWords(stored)}; the log gives ${stateInWords(replayed)}`;
};
