/** `npm test`: everything that must hold, one step after the other; each step is also a script of its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const results = mkdtempSync(join(tmpdir(), 'quizwright-results-'));
const UNIT = join(results, 'unit.json');
const E2E = join(results, 'e2e.json');

type Step = { readonly name: string; readonly script: string; readonly words?: readonly string[] };

const STEPS: readonly Step[] = [
  { name: 'database clients', script: 'db:clients' },
  { name: 'types', script: 'types' },
  { name: 'lint', script: 'lint' },
  { name: 'walls', script: 'walls' },
  { name: 'unused', script: 'unused' },
  {
    name: 'unit and data tests',
    script: 'unit',
    words: ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT}`],
  },
  { name: 'build', script: 'build' },
  { name: 'browser tests', script: 'e2e' },
];

const unitReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const e2eReport = z.object({
  stats: z.object({ expected: z.number(), flaky: z.number(), unexpected: z.number() }),
});

const read = <S extends z.ZodType>(path: string, schema: S): z.output<S> | null => {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    console.error(`No result in ${path}: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
};

const failed: string[] = [];
for (const { name, script, words = [] } of STEPS) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(3, 70 - name.length))}`);
  const started = Date.now();
  const { status } = spawnSync('npm', ['run', '--silent', script, '--', ...words], {
    stdio: 'inherit',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: E2E, NEXT_TELEMETRY_DISABLED: '1' },
  });
  console.log(`   ${status === 0 ? 'ok' : 'FAILED'}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (status !== 0) failed.push(name);
}

const unit = read(UNIT, unitReport);
const e2e = read(E2E, e2eReport);
rmSync(results, { recursive: true, force: true });
if (failed.length > 0) console.log(`\nNot green: ${failed.join(', ')}`);
const passes = (unit?.numPassedTests ?? 0) + (e2e?.stats.expected ?? 0) + (e2e?.stats.flaky ?? 0);
const failures = (unit?.numFailedTests ?? 0) + (e2e?.stats.unexpected ?? 0);
console.log(`\n${passes} passed, ${failures} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
