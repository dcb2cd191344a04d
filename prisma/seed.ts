/** `npm run db:seed`: someone to try the app as, demo@example.org, with the demo deck. Run again, it adds nothing. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Refusal } from '@/lib/refusal';
import { hashPassword } from '@/lib/server/auth/password';
import { createAccount } from '@/lib/server/data/users';
import { adapterFor, db } from '@/lib/server/db';
import { addDemoDeck } from '@/lib/server/demo-deck';
import { databaseUrl } from '@/lib/server/env';
import { dialectOf } from './model';
import { applyMigrations } from './schema-engine';

const EMAIL = 'demo@example.org';

const seed = async (): Promise<void> => {
  if (existsSync('.env')) process.loadEnvFile('.env');
  await applyMigrations(dialectOf(databaseUrl()), adapterFor(databaseUrl()));
  const password = randomBytes(9).toString('base64url');
  try {
    const passwordHash = await hashPassword(password);
    const account = { email: EMAIL, name: 'Demo', zone: 'UTC', passwordHash };
    await addDemoDeck((await createAccount(null, account)).user);
    console.log(`Made ${EMAIL} with the demo deck. The password is ${password}`);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'EMAIL_TAKEN') throw error;
    console.log(`${EMAIL} is there already; nothing was changed.`);
  } finally {
    await (await db()).$disconnect();
  }
};

try {
  await seed();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
