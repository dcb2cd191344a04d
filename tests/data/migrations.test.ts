import { expect, test } from 'vitest';
import { adapterFor } from '@/lib/server/db';
import { DIALECTS } from '@/prisma/model';
import { applyMigrations, missingSql } from '@/prisma/schema-engine';
import { scratchAdapter } from '@/prisma/scratch-database';
import { freshDatabase, onEveryDatabase } from '../support/databases';
import { newMember } from '../support/people';

// On scratch databases also where a server is given: through the pg driver the engine cannot describe one.
test.each(DIALECTS)('the migrations of %s make what the model file says', async (dialect) => {
  const { adapter, close } = await scratchAdapter(dialect);
  await applyMigrations(dialect, adapter);
  expect(await missingSql(dialect, adapter)).toBeNull();
  await close();
});

test.each(DIALECTS)('a %s database that is up to date is left alone', async (dialect) => {
  const { adapter, close } = await freshDatabase(dialect);
  expect(await applyMigrations(dialect, adapter)).not.toEqual([]);
  expect(await applyMigrations(dialect, adapter)).toEqual([]);
  await close();
});

test('a connection string chooses its driver', () => {
  expect(adapterFor('postgresql://someone@localhost/quizwright').provider).toBe('postgres');
});

onEveryDatabase(() => {
  test('a member can be written and read', async () => {
    const member = await newMember('Europe/Berlin');
    expect(member.learner.zone).toBe('Europe/Berlin');
  });
});
