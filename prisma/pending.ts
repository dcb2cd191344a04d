/** Tells whether a database needs the schema engine, which takes half a second and 150 MiB to load. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Database } from '@/lib/server/db';
import type { Dialect } from './model';
import { migrationsFolder } from './migrations-folder';

const HAS_TABLE: Readonly<Record<Dialect, string>> = {
  sqlite: "SELECT name FROM sqlite_master WHERE name = '_prisma_migrations'",
  postgresql: "SELECT relname::text AS name FROM pg_class WHERE oid = to_regclass('_prisma_migrations')",
};
const APPLIED =
  'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL';

const appliedSchema = z.array(z.object({ migration_name: z.string(), checksum: z.string() }));

/** Whether `database` was never migrated, lacks one of our migrations, or was given another version of one. */
export const isBehind = async (dialect: Dialect, database: Database): Promise<boolean> => {
  const tables = z.array(z.unknown()).parse(await database.$queryRawUnsafe(HAS_TABLE[dialect]));
  if (tables.length === 0) return true;
  const rows = appliedSchema.parse(await database.$queryRawUnsafe(APPLIED));
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  const folder = migrationsFolder(dialect);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .some(({ name }) => {
      const script = readFileSync(join(folder, name, 'migration.sql'));
      return applied.get(name) !== createHash('sha256').update(script).digest('hex');
    });
};
