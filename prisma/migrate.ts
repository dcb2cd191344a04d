/** `npm run db:migrate`: brings the database that the settings name up to date and says what was done. */
import { existsSync } from 'node:fs';
import { adapterFor } from '@/lib/server/db';
import { databaseUrl } from '@/lib/server/env';
import { dialectOf } from './model';
import { applyMigrations } from './schema-engine';

if (existsSync('.env')) process.loadEnvFile('.env');
const applied = await applyMigrations(dialectOf(databaseUrl()), adapterFor(databaseUrl()));
console.log(
  applied.length === 0
    ? 'The database is up to date.'
    : `Database brought up to date (${applied.join(', ')}).`,
);
process.exit(0);
