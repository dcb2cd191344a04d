import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { adapterFor, openDatabase } from '@/lib/server/db';
import { DIALECTS } from '@/prisma/model';
import { isBehind } from '@/prisma/pending';
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
  const database = await openDatabase(adapter);
  expect(await isBehind(dialect, database)).toBe(true);
  expect(await applyMigrations(dialect, adapter)).not.toEqual([]);
  expect(await isBehind(dialect, database)).toBe(false);
  expect(await applyMigrations(dialect, adapter)).toEqual([]);
  await database.$executeRawUnsafe("UPDATE _prisma_migrations SET checksum = 'edited'");
  expect(await isBehind(dialect, database)).toBe(true);
  await database.$disconnect();
  await close();
});

test.each(DIALECTS)(
  'no comment in the migrations of %s holds a semicolon, where the runner would cut it',
  (dialect) => {
    const folder = join('prisma', 'migrations', dialect);
    const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(names.length).toBeGreaterThan(0);
    for (const { name } of names)
      expect(readFileSync(join(folder, name, 'migration.sql'), 'utf8'), name).not.toMatch(/^\s*--.*;/mu);
  },
);

test('a connection string chooses its driver', () => {
  expect(adapterFor('postgresql://someone@localhost/quizwright').provider).toBe('postgres');
});

onEveryDatabase(() => {
  test('a member can be written and read', async () => {
    const member = await newMember('Europe/Berlin');
    expect(member.learner.zone).toBe('Europe/Berlin');
  });
});
