/** The walls between the rooms, each proven by a small house that breaks it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

/** By the name of the rule: who must not import what. */
const BREACHES: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'nobody-imports-app': ['components/a.ts', '../app/page'],
  'lib-imports-no-components': ['lib/facts/b.ts', '../../components/part'],
  'components-never-touch-the-server': ['components/c.ts', '../lib/server/secret'],
  'pure-rooms-never-touch-the-server': ['lib/facts/d.ts', '../server/secret'],
  'pure-rooms-know-no-framework': ['lib/quiz/e.ts', 'react'],
  'pure-rooms-know-no-node': ['lib/language/f.ts', 'node:fs'],
  'one-door-prisma': ['lib/server/endpoint.ts', '@prisma/client'],
  'one-door-fsrs': ['lib/quiz/g.ts', 'ts-fsrs'],
  'one-door-fitting': ['lib/server/data/k.ts', '@open-spaced-repetition/binding'],
  'one-door-next-auth': ['app/h.ts', 'next-auth'],
  'one-door-language-model': ['lib/server/model/j.ts', 'ai'],
  'tests-stay-outside': ['lib/facts/i.ts', '../../tests/support/maker'],
};
const ROOMS = ['app/page.ts', 'components/part.ts', 'lib/server/secret.ts', 'tests/support/maker.ts'];
const PACKAGES = ['react', '@prisma/client', 'ts-fsrs', '@open-spaced-repetition/binding', 'next-auth', 'ai'];

const violationSchema = z.object({ from: z.string(), rule: z.object({ name: z.string() }) });
const reportSchema = z.object({ summary: z.object({ violations: z.array(violationSchema) }) });

let house: string;
let found: readonly z.infer<typeof violationSchema>[];

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'quizwright-walls-'));
  const put = (path: string, text: string): void => {
    mkdirSync(join(house, dirname(path)), { recursive: true });
    writeFileSync(join(house, path), text);
  };
  put('tsconfig.json', '{ "compilerOptions": { "moduleResolution": "bundler", "module": "ESNext" } }');
  for (const name of PACKAGES) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    put(`node_modules/${name}/index.js`, 'module.exports = {};');
  }
  put(
    'package.json',
    JSON.stringify({ dependencies: Object.fromEntries(PACKAGES.map((name) => [name, '1.0.0'])) }),
  );
  for (const room of ROOMS) put(room, 'export type Thing = number;');
  for (const [from, to] of Object.values(BREACHES))
    put(from, `import type * as thing from '${to}';\nexport type { thing };`);
  put('lib/memory/ring.ts', "import './round';");
  put('lib/memory/round.ts', "import './ring';");
  put('lib/memory/fsrs.ts', "import 'ts-fsrs';");

  const command = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const run = spawnSync(
    process.execPath,
    [
      command,
      'app',
      'components',
      'lib',
      '--config',
      resolve('.dependency-cruiser.cjs'),
      '--output-type',
      'json',
    ],
    { cwd: house, encoding: 'utf8' },
  );
  found = reportSchema.parse(JSON.parse(run.stdout)).summary.violations;
}, 60_000);

afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

test.each(Object.entries(BREACHES))('%s is held', (rule, [from]) => {
  expect(
    found.filter((violation) => violation.from === from).map((violation) => violation.rule.name),
  ).toContain(rule);
});

test('no-circles is held', () => {
  expect(found.map((violation) => violation.rule.name)).toContain('no-circles');
});

test('a door may use what it is the door of', () => {
  expect(found.filter((violation) => violation.from === 'lib/memory/fsrs.ts')).toEqual([]);
});
