import 'server-only';
import type { CheckpointTask, CheckpointWord } from '@/lib/server/checkpoint-worker';
import { db, isPostgresql } from '@/lib/server/db';
import { databaseUrl } from '@/lib/server/env';
import { logFailure } from '@/lib/server/log';
import { startThread } from '@/lib/server/thread';

/** Often enough that no checkpoint is long enough for a commit to wait for; where nothing was written it costs nothing. */
const EVERY_MS = 250;
/** Pages of four KiB at which a write moves the log by itself all the same: when writers leave the thread no pause. */
const BUSY_PAGES = 65_536;
const USUAL_PAGES = 1000;

const setPages = async (pages: number): Promise<void> => {
  await (await db()).$queryRawUnsafe(`PRAGMA wal_autocheckpoint = ${pages}`);
};

/** Has a thread of its own keep SQLite's log short, for a process that serves; PostgreSQL does so itself. */
export const startCheckpoints = async (): Promise<void> => {
  const url = databaseUrl();
  if (isPostgresql(url)) return;
  const task: CheckpointTask = { url, everyMs: EVERY_MS };
  const worker = startThread('checkpoint-worker.ts', { task });
  worker.unref();
  worker.on('message', ({ failed }: CheckpointWord) => {
    logFailure(new Error(`The database's log could not be moved into its file: ${failed}`));
  });
  worker.once('error', (error) => {
    logFailure(error);
    setPages(USUAL_PAGES).catch(logFailure);
  });
  await setPages(BUSY_PAGES);
};
