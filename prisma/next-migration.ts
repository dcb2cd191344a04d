/**
 * `npm run db:migration -- NAME`: writes the next migration of both dialects, each as the difference between a
 * scratch database with all migrations applied and the model file.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIALECTS } from './model';
import { migrationsFolder } from './migrations-folder';
import { applyMigrations, missingSql } from './schema-engine';
import { scratchAdapter } from './scratch-database';

const name = process.argv[2];
if (name === undefined || !/^[a-z0-9-]+$/.test(name)) {
  console.error('Give the migration a name in kebab-case: npm run db:migration -- add-class-codes');
  process.exit(2);
}

const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
for (const dialect of DIALECTS) {
  const { adapter, close } = await scratchAdapter(dialect);
  await applyMigrations(dialect, adapter);
  const sql = await missingSql(dialect, adapter);
  await close();
  if (sql === null) {
    console.log(`${dialect}: the model file and the migrations agree; nothing to write.`);
    continue;
  }
  const folder = join(migrationsFolder(dialect), `${stamp}_${name.replaceAll('-', '_')}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'migration.sql'), sql);
  console.log(`${dialect}: wrote ${join(folder, 'migration.sql')}`);
}
process.exit(0);
