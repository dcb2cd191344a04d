import 'server-only';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { databaseUrl } from './env';
import { PrismaClient as PostgresqlClient } from './generated/postgresql/client';
import { Prisma, PrismaClient } from './generated/sqlite/client';
import { fileOf, SqliteAdapter } from './sqlite';

export type Database = PrismaClient;
/** What a query inside a transaction is run on. */
export type Transaction = Parameters<Parameters<Database['$transaction']>[0]>[0];

/** Whether a connection string is PostgreSQL's. */
export const isPostgresql = (url: string): boolean => /^postgres(ql)?:\/\//.test(url);

/** The driver for a connection string: PostgreSQL's address or `file:PATH`. */
export const adapterFor = (url: string): SqlMigrationAwareDriverAdapterFactory => {
  if (isPostgresql(url)) return new PrismaPg({ connectionString: url });
  mkdirSync(/* turbopackIgnore: true */ dirname(fileOf(url)), { recursive: true, mode: 0o700 });
  // Another process on the same file (a script beside the server) is waited for.
  return new SqliteAdapter({ url, timeout: 5000 });
};

/** A client over `adapter`. Both dialects come from one model file, so PostgreSQL's client has SQLite's shape. */
export const openDatabase = async (adapter: SqlMigrationAwareDriverAdapterFactory): Promise<Database> => {
  const options = { adapter, transactionOptions: { maxWait: 10_000, timeout: 20_000 } };
  if (adapter.provider === 'postgres') return new PostgresqlClient(options) as unknown as PrismaClient;
  const client = new PrismaClient(options);
  // Kept in the file. Readers then do not wait for a writer; `synchronous` stays FULL, so that what was
  // acknowledged survives a power cut.
  await client.$queryRawUnsafe('PRAGMA journal_mode = WAL');
  // In KiB, taken as it is needed: the indexes of a million reviews stay in memory.
  await client.$queryRawUnsafe('PRAGMA cache_size = -65536');
  return client;
};

/** Statements in SQL with their values apart, for what has no other words; both dialects must understand them. */
export const { sql, join: joinSql } = Prisma;

/** No value in a column of JSON; `null` would be ambiguous there. */
export const { DbNull } = Prisma;

const held = globalThis as { quizwrightDatabase?: Promise<Database> };

/** The database of this process, opened once; a reload of this module in development finds it again. */
export const db = (): Promise<Database> =>
  (held.quizwrightDatabase ??= openDatabase(adapterFor(databaseUrl())));

/**
 * Has the database count its rows: SQLite never does so by itself and may then look through all facts of a person for
 * the sixty that a query names, and PostgreSQL does not for tables as small as that of the decks, and then takes a
 * hundred thousand facts for a few. SQLite takes samples of 400 rows, some 15 ms for a million.
 */
export const refreshPlanner = async (): Promise<void> => {
  const database = await db();
  if (!isPostgresql(databaseUrl())) await database.$queryRawUnsafe('PRAGMA analysis_limit = 400');
  await database.$executeRawUnsafe('ANALYZE');
};

/** Puts `database` in the place of the one that the settings name: for tests and for scripts that opened their own. */
export const holdDatabase = (database: Database): void => {
  held.quizwrightDatabase = Promise.resolve(database);
};
