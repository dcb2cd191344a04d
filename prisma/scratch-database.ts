/** Throw-away databases of both dialects, for writing migrations and for tests. */
import { mkdtempSync, rmSync } from 'node:fs';
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

/** An empty database of `dialect`: a SQLite file in a temporary folder, or a PostgreSQL inside this process. */
export const scratchAdapter = async (dialect: Dialect): Promise<ScratchDatabase> => {
  if (dialect === 'postgresql') {
    const client = await PGlite.create();
    return { adapter: new PrismaPGlite(client), close: () => client.close() };
  }
  const folder = mkdtempSync(join(tmpdir(), 'quizwright-'));
  const adapter = new SqliteAdapter({ url: `file:${join(folder, 'scratch.db')}` });
  return {
    adapter,
    close: () => {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
};
