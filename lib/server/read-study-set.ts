import 'server-only';
import { UnreadableFile } from '@/lib/formats/unreadable-file';
import type { Recognised } from '@/lib/formats/read-set';
import type { SetTask, SetWord } from '@/lib/server/study-set-worker';
import { logFailure } from '@/lib/server/log';
import { startThread } from '@/lib/server/thread';

/** Milliseconds; the largest permitted file takes a few seconds. */
const LONGEST = 60_000;
/** Of the thread's heap, in megabytes. */
const MOST_MEMORY = 512;

/**
 * The cards of a file, read in a thread of its own, so that no file can hold up or end the process.
 * @throws UnreadableFile with a sentence for whoever sent it.
 */
export const readStudySet = (task: SetTask): Promise<Recognised> =>
  new Promise((resolve, reject) => {
    const worker = startThread('study-set-worker.ts', {
      task,
      limits: { maxOldGenerationSizeMb: MOST_MEMORY },
    });
    const timer = setTimeout(() => {
      reject(
        new UnreadableFile('This file takes too long to read. Split it and bring in the parts one by one.'),
      );
      void worker.terminate();
    }, LONGEST);
    worker.once('message', (word: SetWord) => {
      if ('read' in word) resolve(word.read);
      else reject(new UnreadableFile(word.unreadable));
    });
    worker.once('error', (error) => {
      logFailure(error);
      reject(new UnreadableFile('This file cannot be read: it is damaged, or too large for this server.'));
    });
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new UnreadableFile('This file cannot be read.')); // after a result: no effect
    });
  });
