import 'server-only';
import { Refusal, type Answered } from '@/lib/refusal';
import { answer } from '@/lib/server/action';
import { logFailure } from '@/lib/server/log';
import type { ReadingWatch } from '@/lib/server/read-article';

/** Does the work, unless `signal` ends it before; what it gives is the last line. */
export type ReadingWork<T> = (watch: ReadingWatch) => Promise<T>;

/** The work answered line by line in JSON: `{ progress }` as it goes on, at the end an `Answered`. `gone`: nobody waits any more. */
export const streamReading = <T>(work: ReadingWork<T>, gone: AbortSignal): Response => {
  const cancelled = new AbortController();
  const signal = AbortSignal.any([gone, cancelled.signal]);
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const send = (line: { progress: number } | Answered<T>): void => {
        if (!signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      const run = async (): Promise<void> => {
        const watch = {
          signal,
          onProgress: (progress: number) => {
            send({ progress });
          },
        };
        // Whoever cancelled waits for no answer, and an abort is no failure to be logged.
        const done = await answer(() => work(watch).catch(unlessAborted(signal)));
        send(done);
        if (!cancelled.signal.aborted) controller.close();
      };
      run().catch(logFailure);
    },
    cancel: () => {
      cancelled.abort();
    },
  });
  return new Response(stream, {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      // Compressed, the lines would wait for each other.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
};

const unlessAborted =
  (signal: AbortSignal) =>
  (error: unknown): never => {
    if (signal.aborted) throw new Refusal('FAILED');
    throw error;
  };
