/** Finds a Chromium for the browser tests, and installs one where there is none and it can be done. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const onPath = (name: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false; // not there, or not ours to run: the next folder may have it
      }
    });

const installed = (): string | undefined => {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return named;
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  return NAMES.map(onPath).find((path) => path !== undefined);
};

const run = (file: string, ...words: string[]): void => {
  execFileSync(file, words, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
};

const installDebians = (): void => {
  console.log("No browser found: installing Debian's chromium …");
  run('apt-get', 'update', '-qq');
  run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium');
};

const installPlaywrights = (): void => {
  console.log("No browser found: installing Playwright's Chromium …");
  run(process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium');
};

/**
 * The path of a Chromium that can be run.
 * @throws Error that says in one sentence what to do where none is found and none can be installed.
 */
export const findBrowser = (): string => {
  const found = installed();
  if (found !== undefined) return found;
  const asRoot = process.getuid?.() === 0 && onPath('apt-get') !== undefined;
  for (const install of asRoot ? [installDebians, installPlaywrights] : [installPlaywrights]) {
    try {
      install();
      const path = installed();
      if (path !== undefined) return path;
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  }
  throw new Error(
    'The browser tests need Chromium and none could be installed: install it (Debian: apt install chromium) or set CHROMIUM_PATH to one.',
  );
};
