import { expect, test } from 'vitest';
import { onEveryDatabase } from '../support/databases';
import { adapterFor } from '@/lib/server/db';
import { applyMigrations, missingSql } from '@/prisma/schema-engine';
import { DIALECTS } from '@/prisma/model';
import { scratchAdapter } from '@/prisma/scratch-database';
import { newMember } from '../support/people';

test.each(DIALECTS)('the migrations of %s make what the model file says', async (dialect) => {
  const { adapter, close } = await scratchAdapter(dialect);
  expect(await applyMigrations(dialect, adapter)).not.toEqual([]);
  expect(await missingSql(dialect, adapter)).toBeNull();
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
