import 'server-only';
import { ratingSchema, reviewModeSchema, type MemoryState } from '@/lib/model';
import { replayFact, type LoggedReview } from '@/lib/memory/log';
import { db } from '@/lib/server/db';
import { MEMORY_COLUMNS, toMemory } from '@/lib/server/data/memories';
import type { User } from '@/lib/server/user';

/** The columns behind `toLogged`. */
export const LOG_COLUMNS = {
  id: true,
  factId: true,
  at: true,
  rating: true,
  mode: true,
  form: true,
  undoes: true,
  questionId: true,
  zone: true,
  dayStart: true,
  retention: true,
} as const;

type LogRow = {
  id: string;
  factId: string;
  at: Date;
  rating: string;
  mode: string;
  form: string;
  undoes: string | null;
  questionId: string | null;
  zone: string;
  dayStart: number;
  retention: number;
};

/** A row of the log in the words of lib/memory. */
export const toLogged = (row: LogRow): LoggedReview => ({
  id: row.id,
  factId: row.factId,
  at: row.at,
  rating: ratingSchema.parse(row.rating),
  mode: reviewModeSchema.parse(row.mode),
  undoes: row.undoes,
  learner: { zone: row.zone, dayStart: row.dayStart, retention: row.retention },
});

/** All rows of one fact, undone ones and undos included. */
export const logOf = async (user: User, factId: string): Promise<LoggedReview[]> =>
  (await (await db()).review.findMany({ where: { userId: user.id, factId }, select: LOG_COLUMNS })).map(
    toLogged,
  );

/** One memory that is not what its log says; an empty list is what everybody hopes for. */
export type Drift = {
  readonly factId: string;
  readonly stored: MemoryState | null;
  readonly replayed: MemoryState | null;
};

/** Replays the whole log of a person and compares it with every stored memory. Changes nothing. */
export const replayAll = async (user: User): Promise<Drift[]> => {
  const database = await db();
  const where = { userId: user.id };
  const rows = await database.review.findMany({ where, select: LOG_COLUMNS });
  const memories = await database.memory.findMany({ where, select: { ...MEMORY_COLUMNS, factId: true } });
  const logs = new Map<string, LoggedReview[]>();
  for (const row of rows.map(toLogged)) logs.set(row.factId, [...(logs.get(row.factId) ?? []), row]);
  const stored = new Map(memories.map((row) => [row.factId, toMemory(row)]));
  return [...new Set([...logs.keys(), ...stored.keys()])].flatMap((factId) => {
    const drift = {
      factId,
      stored: stored.get(factId) ?? null,
      replayed: replayFact(logs.get(factId) ?? []),
    };
    return inWords(drift.stored) === inWords(drift.replayed) ? [] : [drift];
  });
};

/** One spelling for equal states: the order of the fields is `toMemory`'s. */
const inWords = (state: MemoryState | null): string =>
  JSON.stringify(state === null ? null : toMemory(state));
