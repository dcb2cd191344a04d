/** Sending what must not be lost: again and again until the server has answered. */
import type { Answered, RefusalCode } from '@/lib/refusal';

const PATIENCE_MS = 15_000;
/** From when on a try that has not been answered is trouble; it may still succeed. */
const SLOW_MS = 4_000;
const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 8_000;

/** Refusals that another try may turn. */
const PASSING: readonly RefusalCode[] = ['FAILED', 'TOO_OFTEN'];

/**
 * Sends `body` as JSON.
 * @throws where no answer of ours came: no network, no server, a proxy's own page.
 */
export const post = async <T>(path: string, body: unknown): Promise<Answered<T>> => {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return (await response.json()) as Answered<T>;
};

/**
 * Sends `body` until there is an answer: its value, or a refusal that no other try would turn. What is sent must be
 * such that the server may get it twice. `onTrouble` is told of every try that failed or takes long. Each wait is twice
 * the one before, up to `longestWait` milliseconds.
 */
export const postUntilAnswered = async <T>(
  path: string,
  body: unknown,
  onTrouble: () => void,
  longestWait = LONGEST_WAIT_MS,
): Promise<Answered<T>> => {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(2 * wait, longestWait)) {
    const slow = setTimeout(onTrouble, SLOW_MS);
    try {
      const answered = await post<T>(path, body);
      if (answered.ok || !PASSING.includes(answered.code)) return answered;
    } catch (error) {
      // A broken connection comes as one of these; anything else is a fault of ours and goes on.
      if (!(error instanceof TypeError || error instanceof DOMException || error instanceof SyntaxError)) {
        throw error;
      }
    } finally {
      clearTimeout(slow);
    }
    onTrouble();
    await pause(wait);
  }
};

/** Waits `ms`, or until the network is back. */
const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
  });
