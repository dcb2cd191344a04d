import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { env, EnvironmentError } from './env';

let secret: string | undefined;

/** The key that signs sessions: AUTH_SECRET, or the one in the data folder, made on first use for its owner alone. */
export const authSecret = (): string =>
  (secret ??= env().AUTH_SECRET ?? secretInFolder(env().QUIZWRIGHT_DATA));

const secretInFolder = (folder: string): string => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'secret');
  if (!existsSync(path)) writeOnce(path, randomBytes(32).toString('base64url'));
  const found = readFileSync(path, 'utf8').trim();
  if (found.length < 32) throw new EnvironmentError(`${path} holds no secret. Delete it to have one made.`);
  return found;
};

/** Writes a whole file in one step: of two processes that start at once one writes, and the other never reads half. */
const writeOnce = (path: string, text: string): void => {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, path); // fails where the file exists by now
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    unlinkSync(draft);
  }
};
