/**
 * A thread of its own that moves what was written from SQLite's write-ahead log into the database file. SQLite itself
 * does so in the middle of whichever write finds the log long, and every other request waits for it; here writers and
 * readers go on meanwhile. What was acknowledged is on disk before: in the log.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { connect } from './sqlite';

export type CheckpointTask = {
  /** `file:PATH` of the database. */
  readonly url: string;
  readonly everyMs: number;
};
/** Why a checkpoint failed. */
export type CheckpointWord = { readonly failed: string };

const { url, everyMs } = workerData as CheckpointTask;
const client = connect({ url });

const checkpoint = async (): Promise<void> => {
  try {
    await client.execute('PRAGMA wal_checkpoint(PASSIVE)');
  } catch (error) {
    parentPort?.postMessage({ failed: String(error) } satisfies CheckpointWord);
  }
};

setInterval(() => void checkpoint(), everyMs);
