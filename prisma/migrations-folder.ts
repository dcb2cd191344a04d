import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Dialect } from './model';

/** The folder that holds the migrations of `dialect`. */
export const migrationsFolder = (dialect: Dialect): string =>
  join(dirname(fileURLToPath(import.meta.url)), 'migrations', dialect);
