/** A thread of its own that reads one file of cards: told it at the start, it says what it found or why it cannot. */
import { parentPort, workerData } from 'node:worker_threads';
import { readSet, type Recognised, type SetChoice } from '@/lib/formats/read-set';
import { UnreadableFile } from '@/lib/formats/unreadable-file';

export type SetTask = { readonly name: string; readonly bytes: Uint8Array; readonly choice: SetChoice };
export type SetWord = { readonly read: Recognised } | { readonly unreadable: string };

const { name, bytes, choice } = workerData as SetTask;
const say = (word: SetWord): void => {
  parentPort?.postMessage(word);
};

readSet(name, bytes, choice).then(
  (read) => {
    say({ read });
  },
  (error: unknown) => {
    if (!(error instanceof UnreadableFile)) throw error;
    say({ unreadable: error.message });
  },
);
