import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { env } from './env';

let secret: string | undefined;

/** The key that signs sessions: AUTH_SECRET, or the one in the data folder, made on first use for its owner alone. */
export const authSecret = (): string =>
  (secret ??= env().AUTH_SECRET ?? secretInFolder(env().QUIZWRIGHT_DATA));

const secretInFolder = (folder: string): string => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'secret');
  try {
    // `wx` fails where the file exists, so of two processes that start at once only one writes.
    writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(path, 'utf8').trim();
};
