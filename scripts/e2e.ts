/** `npm run e2e [-- PLAYWRIGHT'S WORDS]`: the browser tests, with a browser found or installed first. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser';

const data = mkdtempSync(join(tmpdir(), 'quizwright-e2e-'));
try {
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', ...process.argv.slice(2)],
    { stdio: 'inherit', env: { ...process.env, CHROMIUM_PATH: findBrowser(), QUIZWRIGHT_E2E_DATA: data } },
  );
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(data, { recursive: true, force: true });
}
