/**
 * Made once for a run of the data tests: a migrated database of each dialect, of which each file takes a copy. To make
 * one takes seconds, and there are two for each file.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { SqliteAdapter } from '@/lib/server/sqlite';
import type { Dialect } from '@/prisma/model';
import { applyMigrations } from '@/prisma/schema-engine';

/** Names the folder of the two files, for the processes that run the tests. */
const VARIABLE = 'QUIZWRIGHT_MIGRATED';

/** The file that holds the migrated database of `dialect`. */
export const migratedFile = (dialect: Dialect, folder = process.env[VARIABLE]): string => {
  if (folder === undefined) throw new Error('the migrated databases were not made');
  return join(folder, dialect);
};

const setup = async (): Promise<() => void> => {
  const folder = mkdtempSync(join(tmpdir(), 'quizwright-migrated-'));
  process.env[VARIABLE] = folder;
  await applyMigrations('sqlite', new SqliteAdapter({ url: `file:${migratedFile('sqlite', folder)}` }));
  const client = await PGlite.create();
  await applyMigrations('postgresql', new PrismaPGlite(client));
  writeFileSync(migratedFile('postgresql', folder), await (await client.dumpDataDir('none')).bytes());
  await client.close();
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
};

export default setup;
