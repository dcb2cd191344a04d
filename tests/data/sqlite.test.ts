import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase, type Database } from '@/lib/server/db';
import { applyMigrations } from '@/prisma/schema-engine';
import { scratchAdapter, type ScratchDatabase } from '@/prisma/scratch-database';

let database: Database;
let scratch: ScratchDatabase;
let close: () => Promise<void>;

beforeEach(async () => {
  scratch = await scratchAdapter('sqlite');
  await applyMigrations('sqlite', scratch.adapter);
  database = await openDatabase(scratch.adapter);
  close = async () => {
    await database.$disconnect();
    await scratch.close();
  };
});
afterEach(() => close());

const openFiles = (): number => readdirSync('/dev/fd').length;
const addUser = (name: string) => database.user.create({ data: { name }, select: { id: true } });
const names = async () =>
  (await database.user.findMany({ orderBy: { name: 'asc' }, select: { name: true } })).map(
    ({ name }) => name,
  );

test('a thousand transactions leave no file open', async () => {
  await addUser('Ann');
  const before = openFiles();
  for (let round = 0; round < 1000; round += 1) {
    await database.$transaction(async (transaction) => {
      await transaction.user.updateMany({ data: { dayStart: { increment: 0 } } });
    });
  }
  expect(openFiles()).toBeLessThanOrEqual(before + 5);
});

test('what a failed transaction wrote is gone, and what comes after it is kept', async () => {
  await expect(
    database.$transaction(async (transaction) => {
      await transaction.user.create({ data: { name: 'Ann' } });
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  await addUser('Bob');
  expect(await names()).toEqual(['Bob']);
});

test('a commit that fails takes all of its transaction back', async () => {
  await database.$executeRawUnsafe(
    'CREATE TABLE "Child" ("of" TEXT REFERENCES "User"("id") DEFERRABLE INITIALLY DEFERRED)',
  );
  await expect(
    database.$transaction(async (transaction) => {
      await transaction.user.create({ data: { name: 'Ann' } });
      await transaction.$executeRawUnsafe(`INSERT INTO "Child" VALUES ('nobody')`);
    }),
  ).rejects.toThrow();
  await addUser('Bob');
  expect(await names()).toEqual(['Bob']);
  expect(await database.$queryRawUnsafe('SELECT * FROM "Child"')).toEqual([]);
});

test('a transaction that SQLite has taken back by itself does not swallow the next one', async () => {
  await expect(
    database.$transaction(async (transaction) => {
      await transaction.user.create({ data: { name: 'Ann' } });
      await transaction.$executeRawUnsafe('ROLLBACK');
      throw new Error('gone');
    }),
  ).rejects.toThrow('gone');
  await database.$transaction(async (transaction) => {
    await transaction.user.create({ data: { name: 'Bob' } });
  });
  expect(await names()).toEqual(['Bob']);
});

test('transactions and reads at the same time come one after the other', async () => {
  const { id } = await addUser('Ann');
  await Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      if (index % 2 === 0) return database.user.findMany();
      return database.$transaction(async (transaction) => {
        const { dayStart } = await transaction.user.findUniqueOrThrow({ where: { id } });
        await transaction.user.update({ where: { id }, data: { dayStart: dayStart + 1 } });
      });
    }),
  );
  expect((await database.user.findUniqueOrThrow({ where: { id } })).dayStart).toBe(14);
});

test('a statement asked again answers for what is there now, after a failure and after a change of the table', async () => {
  const add = () => database.$executeRawUnsafe(`INSERT INTO "Row" ("name", "value") VALUES ('one', 1)`);
  const all = () => database.$queryRawUnsafe('SELECT "name", "value" FROM "Row"');
  const elsewhere = await scratch.adapter.connect();
  await elsewhere.executeScript('CREATE TABLE "Row" ("name" TEXT PRIMARY KEY, "value" INTEGER)');
  await add();
  await expect(add()).rejects.toThrow('UNIQUE');
  expect(await all()).toEqual([{ name: 'one', value: 1 }]);
  await elsewhere.executeScript(
    'DROP TABLE "Row"; CREATE TABLE "Row" ("more" TEXT, "value" INTEGER, "name" TEXT)',
  );
  expect(await all()).toEqual([]);
  await add();
  await add();
  expect(await all()).toEqual([
    { name: 'one', value: 1 },
    { name: 'one', value: 1 },
  ]);
});

test('more different statements than are kept, each asked twice, answer each for itself', async () => {
  await addUser('Ann');
  for (const round of [1, 2])
    for (let number = 0; number < 600; number += 1)
      expect(
        await database.$queryRawUnsafe(`SELECT ${String(number)} AS "n", ${String(round)} AS "r"`),
      ).toEqual([{ n: number, r: round }]);
});
