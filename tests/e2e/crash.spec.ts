import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { freePort } from './own-server';
import { expect, test } from './person';

test('killed three times while four clients answer, the server loses nothing and doubles nothing', async () => {
  test.setTimeout(240_000);
  const plan = [
    '--answers',
    '300',
    '--kills',
    '3',
    '--clients',
    '4',
    '--port',
    `${await freePort()}`,
    '--json',
  ];
  const { stdout } = await promisify(execFile)(process.execPath, [
    'node_modules/tsx/dist/cli.mjs',
    '--tsconfig',
    'scripts/tsconfig.json',
    'tests/bench/crash.ts',
    ...plan,
  ]);
  const outcome = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
  expect(outcome.failedTries).toBeGreaterThan(0);
  expect(outcome).toMatchObject({
    acknowledged: 300,
    stored: 300,
    lost: 0,
    strange: 0,
    drifts: 0,
    integrity: 'ok',
  });
});
