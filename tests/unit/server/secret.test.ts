import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';

/** The secret as a process that starts now has it. */
const secretOfNewProcess = async (): Promise<string> => {
  vi.resetModules();
  return (await import('@/lib/server/secret')).authSecret();
};

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'quizwright-')), 'data');
  vi.stubEnv('QUIZWRIGHT_DATA', folder);
  vi.stubEnv('AUTH_SECRET', '');
  vi.stubEnv('BASE_URL', ''); // Vite sets it to a path
});

test('the secret is made once, for its owner alone', async () => {
  const secret = await secretOfNewProcess();
  expect(secret.length).toBeGreaterThanOrEqual(43);
  expect(await secretOfNewProcess()).toBe(secret);
  expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe(secret);
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readdirSync(folder)).toEqual(['secret']);
});

test('the secret of the environment comes first and is written nowhere', async () => {
  const given = 'a secret of more than thirty-two characters';
  vi.stubEnv('AUTH_SECRET', given);
  expect(await secretOfNewProcess()).toBe(given);
  expect(() => statSync(folder)).toThrow();
});

test('a file that holds no secret is named, not used', async () => {
  await secretOfNewProcess();
  writeFileSync(join(folder, 'secret'), '');
  await expect(secretOfNewProcess()).rejects.toThrow('holds no secret');
});
