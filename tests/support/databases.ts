/** Real databases for the data tests: every file runs once on SQLite and once on PostgreSQL. */
import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { Client } from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { holdDatabase, openDatabase } from '@/lib/server/db';
import { DIALECTS, type Dialect } from '@/prisma/model';
import { applyMigrations } from '@/prisma/schema-engine';
import { scratchAdapter, type ScratchDatabase } from '@/prisma/scratch-database';
import { migratedFile } from './migrated';

/** Runs `tests` against a fresh, migrated database of each dialect, which `db()` answers while they run. */
export const onEveryDatabase = (tests: (dialect: Dialect) => void): void => {
  describe.each(DIALECTS)('%s', (dialect) => {
    let close: () => Promise<void>;
    beforeAll(async () => {
      const scratch = await migratedDatabase(dialect);
      const database = await openDatabase(scratch.adapter);
      holdDatabase(database);
      close = async () => {
        await database.$disconnect();
        await scratch.close();
      };
    });
    afterAll(() => close());
    tests(dialect);
  });
};

/** The server of PostgreSQL that TEST_DATABASE_URL names; `null` where it names none, or is not wanted. */
const serverFor = (dialect: Dialect): string | null => {
  const server = process.env.TEST_DATABASE_URL ?? '';
  return dialect === 'sqlite' || server === '' ? null : server;
};

/** An empty database: PostgreSQL on the server that TEST_DATABASE_URL names, where it names one. */
export const freshDatabase = async (dialect: Dialect): Promise<ScratchDatabase> => {
  const server = serverFor(dialect);
  return server === null ? scratchAdapter(dialect) : freshPostgresql(server);
};

/** The same with all migrations applied: a copy of the one that `migrated.ts` made. */
const migratedDatabase = async (dialect: Dialect): Promise<ScratchDatabase> => {
  const server = serverFor(dialect);
  if (server === null) return scratchAdapter(dialect, migratedFile(dialect));
  const fresh = await freshPostgresql(server);
  await applyMigrations(dialect, fresh.adapter);
  return fresh;
};

/** An empty database on a server of PostgreSQL, with its address. */
export const freshPostgresql = async (
  server: string,
): Promise<ScratchDatabase & { readonly url: string }> => {
  const name = `quizwright_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    adapter: new PrismaPg({ connectionString: url.href }),
    close: () => onServer(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
};

const onServer = async (server: string, sql: string): Promise<void> => {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(sql);
  await client.end();
};
