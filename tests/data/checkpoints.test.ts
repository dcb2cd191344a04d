import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CheckpointTask } from '@/lib/server/checkpoint-worker';
import { adapterFor, openDatabase, type Database } from '@/lib/server/db';
import { startThread } from '@/lib/server/thread';

let folder: string;
let file: string;
let database: Database;
let worker: Worker | null = null;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quizwright-checkpoints-'));
  file = join(folder, 'written.db');
  database = await openDatabase(adapterFor(`file:${file}`));
  await database.$queryRawUnsafe('PRAGMA wal_autocheckpoint = 0');
  await database.$executeRawUnsafe('CREATE TABLE "Line" ("n" INTEGER)');
});
afterEach(async () => {
  await worker?.terminate();
  worker = null;
  await database.$disconnect();
  rmSync(folder, { recursive: true, force: true });
});

/** How many lines stand in the database file by itself, without its log; `null` where it has no such table yet. */
const linesInFile = async (): Promise<number | null> => {
  const alone = join(folder, `${String(performance.now())}.db`);
  copyFileSync(file, alone);
  const copy = await openDatabase(adapterFor(`file:${alone}`));
  try {
    const [row] = await copy.$queryRawUnsafe<{ count: number | bigint }[]>(
      `SELECT COUNT(*) AS "count" FROM sqlite_schema WHERE "name" = 'Line'`,
    );
    if (Number(row?.count) === 0) return null;
    const [lines] = await copy.$queryRawUnsafe<{ count: number | bigint }[]>(
      'SELECT COUNT(*) AS "count" FROM "Line"',
    );
    return Number(lines?.count);
  } finally {
    await copy.$disconnect();
  }
};

const write = (lines: number) =>
  database.$transaction(async (transaction) => {
    for (let n = 0; n < lines; n += 1)
      await transaction.$executeRawUnsafe(`INSERT INTO "Line" VALUES (${n})`);
  });

test('a thread moves what was written from the log into the file, while writers go on', async () => {
  await write(3);
  expect(await linesInFile()).toBeNull();
  const task: CheckpointTask = { url: `file:${file}`, everyMs: 20 };
  worker = startThread('checkpoint-worker.ts', { task });
  const failed = vi.fn();
  worker.on('message', failed);
  worker.on('error', failed);
  await vi.waitFor(
    async () => {
      expect(await linesInFile()).toBe(3);
    },
    { timeout: 20_000, interval: 100 },
  );
  for (let round = 0; round < 20; round += 1) await write(10);
  await vi.waitFor(
    async () => {
      expect(await linesInFile()).toBe(203);
    },
    { timeout: 20_000, interval: 100 },
  );
  expect(failed).not.toHaveBeenCalled();
});
