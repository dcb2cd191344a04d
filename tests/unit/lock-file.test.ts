/** Versions below which known holes are open, and what `npm ci` needs. `npm audit` needs a network that not every machine has. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingOptionals, type Lock } from '../../scripts/lock-file';

const FLOORS: Readonly<Record<string, string>> = {
  next: '16.4.5',
  react: '19.2.4',
  'react-dom': '19.2.4',
  'next-auth': '4.24.15',
  sharp: '0.35.5',
};

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

const isAtLeast = (version: string, floor: string): boolean =>
  version.localeCompare(floor, 'en', { numeric: true }) >= 0;

test.each(Object.entries(FLOORS))('%s is locked at %s or above, wherever it stands', (name, floor) => {
  const versions = Object.entries(lock.packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([, { version }]) => version ?? '0');
  for (const version of versions) expect(isAtLeast(version, floor), `${name} ${version}`).toBe(true);
});

test('the lock holds the optional packages of every platform', () => {
  expect(missingOptionals(lock).map(({ path }) => path)).toEqual([]);
});
