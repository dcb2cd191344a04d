/** Tells whether the last build was made from the sources as they are now. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = [
  'app',
  'components',
  'lib',
  'prisma',
  'public',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
];
const STAMP = '.next/built-from';

const filesOf = (path: string): readonly string[] => {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.name !== 'generated')
      .flatMap((entry) => {
        const inside = join(path, entry.name);
        return entry.isDirectory() ? filesOf(inside) : [inside];
      })
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return [path];
    throw error;
  }
};

const stampOfSources = (): string => {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesOf)) hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex');
};

/** Whether the database clients have been generated here. */
export const hasClients = (): boolean => existsSync('lib/server/generated/postgresql/client.ts');

export const isBuilt = (): boolean =>
  existsSync('.next/BUILD_ID') &&
  hasClients() &&
  existsSync(STAMP) &&
  readFileSync(STAMP, 'utf8') === stampOfSources();

export const stampBuild = (): void => {
  writeFileSync(STAMP, stampOfSources());
};
