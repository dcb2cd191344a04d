/** Throw-away databases of both dialects, for writing migrations and for tests. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { SqliteAdapter } from '@/lib/server/sqlite';
import type { Dialect } from './model';

export type ScratchDatabase = {
  readonly adapter: SqlMigrationAwareDriverAdapterFactory;
  readonly close: () => Promise<void>;
};

/**
 * A database of `dialect`: a SQLite file in a temporary folder, or a PostgreSQL inside this process.
 * @param from The file of one to begin with, as a copy; `null`: it is empty.
 */
export const scratchAdapter = async (
  dialect: Dialect,
  from: string | null = null,
): Promise<ScratchDatabase> => {
  if (dialect === 'postgresql') {
    const client = await PGlite.create(from === null ? {} : { loadDataDir: new Blob([readFileSync(from)]) });
    return { adapter: new PrismaPGlite(client), close: () => client.close() };
  }
  const folder = mkdtempSync(join(tmpdir(), 'quizwright-'));
  const file = join(folder, 'scratch.db');
  if (from !== null) copyFileSync(from, file);
  const adapter = new SqliteAdapter({ url: `file:${file}` });
  return {
    adapter,
    close: () => {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
};
