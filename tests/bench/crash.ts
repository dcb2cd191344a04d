/**
 * `npm run bench:crash -- [--answers N] [--kills N] [--clients N] [--database URL] [--json]`: how many acknowledged answers a
 * server loses or doubles that is killed again and again (SIGKILL). The app must be built; a PostgreSQL must be empty.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seededRandom } from '@/lib/questions/seeded-random';
import { crash } from '../support/crash';

const { values } = parseArgs({
  options: {
    answers: { type: 'string', default: '10000' },
    kills: { type: 'string', default: '50' },
    clients: { type: 'string', default: '8' },
    port: { type: 'string', default: '3292' },
    seed: { type: 'string', default: 'crash' },
    database: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const data = mkdtempSync(join(tmpdir(), 'quizwright-crash-'));
try {
  const outcome = await crash({
    answers: Number(values.answers),
    kills: Number(values.kills),
    clients: Number(values.clients),
    port: Number(values.port),
    databaseUrl: values.database ?? null,
    data,
    random: seededRandom(values.seed),
  });
  if (values.json) console.log(JSON.stringify(outcome));
  else console.table(outcome);
  if (outcome.lost + outcome.strange + outcome.drifts > 0) process.exitCode = 1;
} finally {
  rmSync(data, { recursive: true, force: true });
}
process.exit();
