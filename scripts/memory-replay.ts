/**
 * `npm run memory:replay`: rebuilds every memory and every sum of everybody from the log of reviews and tells the
 * differences; ends with 1 if there are any. `--mend` writes what the log gives; stop the server before.
 */
import { existsSync } from 'node:fs';
import { driftInWords, everybody, mendDrifts, replayUser } from '@/lib/server/data/replay';
import { db } from '@/lib/server/db';

const mend = process.argv.includes('--mend');
if (existsSync('.env')) process.loadEnvFile('.env');

let differences = 0;
const users = await everybody();
for (const user of users) {
  const drifts = await replayUser(user);
  if (drifts.length === 0) continue;
  differences += drifts.length;
  console.log(`${user.email ?? 'a visitor'} (${user.id}):`);
  for (const drift of drifts) console.log(`  ${driftInWords(drift)}`);
  if (mend) await mendDrifts(user, drifts);
}
const people = `${users.length} ${users.length === 1 ? 'person' : 'people'}`;
if (differences === 0) console.log(`All memories of ${people} are what the log gives.`);
else {
  console.log(
    `${differences} differences in the memories of ${people}${mend ? ', mended.' : '; --mend writes what the log gives.'}`,
  );
  if (!mend) process.exitCode = 1;
}
await (await db()).$disconnect();
