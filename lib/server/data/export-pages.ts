/** How tables are read for the file of all data: page by page, each in the order of its key. */
import 'server-only';
import type { Database } from '@/lib/server/db';

/** Rows read at a time, so that a hundred thousand reviews never stand in memory together. */
export const PAGE = 1000;

/** A row of an export. */
export type Row = Readonly<Record<string, unknown>>;
/** One page of the rows after `last` (`null`: from the first). */
export type ReadPage = (database: Database, userId: string, last: Row | null) => Promise<Row[]>;

/** The rows after `last` in the order of `key`, for a `where`. */
export const after = (last: Row | null, key = 'id') =>
  last === null ? {} : { [key]: { gt: String(last[key]) } };
export const byId = { orderBy: { id: 'asc' }, take: PAGE } as const;
