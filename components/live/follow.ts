/** The stream of a session as one device follows it: through broken networks, locked phones and restarts of the server. */
import { STREAM_AGAIN_MS } from '@/lib/live/bounds';
import type { Frame } from '@/lib/live/seen';
import type { Answered, RefusalCode } from '@/lib/refusal';

/** The server sends a beat every ten seconds; after this without one the connection is dead, whatever it says. */
const SILENCE_MS = 25_000;
const LOOK_MS = 5000;

export type Follower = {
  readonly frame: (frame: Frame, received: number) => void;
  readonly lost: () => void;
  /** There is nothing to see here, and it is not asked for again. */
  readonly refused: (code: RefusalCode) => void;
};

/** Why the stream was closed for good: asked once more by hand, since an event stream does not tell. */
const reasonOf = async (url: string): Promise<RefusalCode | null> => {
  const gone = new AbortController();
  try {
    const response = await fetch(url, { signal: gone.signal });
    if (response.status !== 403 && response.status !== 404) return null;
    const answered = (await response.json()) as Answered<null>;
    return answered.ok ? null : answered.code;
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException || error instanceof SyntaxError)
      return null;
    throw error;
  } finally {
    gone.abort();
  }
};

/** Follows the stream at `url`; answers how to stop. */
export const follow = (url: string, { frame, lost, refused }: Follower): (() => void) => {
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let heard = performance.now();
  let isOver = false;

  const open = (): void => {
    clearTimeout(again);
    source?.close();
    if (isOver) return;
    heard = performance.now();
    const mine = new EventSource(url);
    source = mine;
    mine.onmessage = ({ data }: MessageEvent<string>) => {
      heard = performance.now();
      frame(JSON.parse(data) as Frame, heard);
    };
    mine.addEventListener('beat', () => {
      heard = performance.now();
    });
    mine.onerror = () => {
      lost();
      // Where only the connection broke, the browser asks again by itself.
      if (mine.readyState !== EventSource.CLOSED || isOver) return;
      void reasonOf(url).then((code) => {
        if (isOver) return;
        if (code === null) {
          again = setTimeout(open, STREAM_AGAIN_MS);
          return;
        }
        stop();
        refused(code);
      });
    };
  };
  const look = (): void => {
    if (document.visibilityState !== 'visible') return;
    if (source?.readyState !== EventSource.OPEN || performance.now() - heard > SILENCE_MS) open();
  };
  const stop = (): void => {
    isOver = true;
    clearTimeout(again);
    clearInterval(watch);
    source?.close();
    document.removeEventListener('visibilitychange', look);
    removeEventListener('pageshow', look);
    removeEventListener('online', open);
  };
  open();
  const watch = setInterval(look, LOOK_MS);
  document.addEventListener('visibilitychange', look);
  addEventListener('pageshow', look);
  addEventListener('online', open);
  return stop;
};
