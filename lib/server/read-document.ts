import 'server-only';
import type { ImportedDocument } from '@/lib/formats/document';
import { UnreadableFile } from '@/lib/formats/unreadable-file';
import { Refusal } from '@/lib/refusal';
import type { DocumentTask, DocumentWord } from '@/lib/server/document-worker';
import { startThread } from '@/lib/server/thread';

const MOST_MS = 20_000;
const MOST_HEAP_MB = 384;
/** Threads at once; the rest wait, and beyond so many are sent away. */
const AT_ONCE = 2;
const MOST_WAITING = 20;

const TOO_HARD = 'This file takes too much time or room to read. Split it, or paste the text instead.';

let running = 0;
const waiting: (() => void)[] = [];

const takeTurn = async (): Promise<void> => {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new Refusal('BUSY');
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running++;
};

const endTurn = (): void => {
  running--;
  waiting.shift()?.();
};

const readInThread = (task: DocumentTask, signal: AbortSignal): Promise<ImportedDocument> =>
  new Promise((resolve, reject) => {
    const worker = startThread('document-worker.ts', {
      task,
      limits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
    });
    const stop = (reason: Error): void => {
      reject(reason);
      void worker.terminate();
    };
    const abandon = (): void => {
      stop(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      stop(new UnreadableFile(TOO_HARD));
    }, MOST_MS);
    signal.addEventListener('abort', abandon, { once: true });
    worker.once('message', (word: DocumentWord) => {
      if ('document' in word) resolve(word.document);
      else reject(new UnreadableFile(word.problem));
      void worker.terminate();
    });
    // Out of room, mostly: what the readers themselves meet they say in a message.
    worker.once('error', () => {
      reject(new UnreadableFile(TOO_HARD));
    });
    worker.once('exit', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abandon);
      reject(new UnreadableFile(TOO_HARD)); // after a result: no effect
    });
  });

/**
 * Reads a file or page in a thread of its own, which ends with it: nothing of it stays.
 * @throws UnreadableFile in words; Refusal BUSY; the reason of `signal` once it is aborted.
 */
export const readDocumentApart = async (
  task: DocumentTask,
  signal: AbortSignal,
): Promise<ImportedDocument> => {
  await takeTurn();
  try {
    signal.throwIfAborted();
    return await readInThread(task, signal);
  } finally {
    endTurn();
  }
};
