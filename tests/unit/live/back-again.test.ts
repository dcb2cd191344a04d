/** How soon a page asks again for what it lost: the schedule of its tries, on a clock of the test's own. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { follow } from '@/components/live/follow';
import { postUntilAnswered } from '@/components/wire/post';
import { BACK_WITHIN_MS, COMMAND_WAIT_MS, STREAM_AGAIN_MS, STREAM_RETRY_MS } from '@/lib/live/bounds';
import type { RefusalCode } from '@/lib/refusal';

const DOWN_MS = 60_000;

/** The streams that a page opened, and when. */
let opened: { readonly at: number; readonly source: Stream }[] = [];

/** As a browser's, where the test says what becomes of the connection. */
class Stream {
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  readyState = 0;
  onmessage: ((message: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  private readonly heard = new Map<string, () => void>();
  constructor() {
    opened.push({ at: Date.now(), source: this });
    if (isDown)
      setTimeout(() => {
        this.giveUp();
      }, PROXY_MS);
  }
  addEventListener(name: string, hear: () => void): void {
    this.heard.set(name, hear);
  }
  beat(): void {
    this.heard.get('beat')?.();
  }
  say(frame: object): void {
    this.readyState = Stream.OPEN;
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  /** The server is gone: the browser goes on asking by itself. */
  breakOff(): void {
    this.readyState = 0;
    this.onerror?.();
  }
  /** Something answered that is no stream: the browser gives up. */
  giveUp(): void {
    if (this.readyState === Stream.CLOSED) return;
    this.readyState = Stream.CLOSED;
    this.onerror?.();
  }
  close(): void {
    this.readyState = Stream.CLOSED;
  }
}

let page = new EventTarget();
/** Whether a proxy answers for the server, which is gone. */
let isDown = false;
const PROXY_MS = 5;
const newest = (): Stream => {
  const last = opened.at(-1);
  if (last === undefined) throw new Error('no stream was opened');
  return last.source;
};
const gaps = (times: readonly number[]): number[] =>
  times.slice(1).map((time, index) => time - (times[index] ?? NaN));

beforeEach(() => {
  opened = [];
  isDown = false;
  page = new EventTarget();
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const following = () => {
  const told = {
    frames: 0,
    lost: 0,
    refused: [] as RefusalCode[],
  };
  const stop = follow('/api/live/s/player', {
    frame: () => (told.frames += 1),
    lost: () => (told.lost += 1),
    refused: (code) => told.refused.push(code),
  });
  return { told, stop };
};

test('however long the server is gone, each way of asking again leaves time to be back within two seconds', () => {
  // A try may just have failed when the server is back: the next one follows after the wait, and must still be answered.
  for (const wait of [STREAM_RETRY_MS, STREAM_AGAIN_MS, COMMAND_WAIT_MS])
    expect(wait).toBeLessThanOrEqual(BACK_WITHIN_MS / 2);
});

test('where a proxy answers for the server that is gone, the page asks for its stream at an even pace', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('Bad gateway', { status: 502 })));
  const { told, stop } = following();
  newest().say({ now: 1, view: {} });
  isDown = true;
  newest().giveUp();
  await vi.advanceTimersByTimeAsync(DOWN_MS);
  const waits = gaps(opened.map(({ at }) => at));
  expect(Math.max(...waits)).toBe(STREAM_AGAIN_MS + PROXY_MS);
  expect(waits.length).toBeLessThan((1.2 * DOWN_MS) / STREAM_AGAIN_MS);
  // It is back: the next stream is heard as the first one was.
  isDown = false;
  await vi.advanceTimersByTimeAsync(STREAM_AGAIN_MS);
  newest().say({ now: 2, view: {} });
  expect(told).toMatchObject({ frames: 2, refused: [] });
  stop();
});

test('a stream that only broke is the browser’s to ask for; one that hangs is opened anew', async () => {
  const { told, stop } = following();
  newest().say({ now: 1, view: {} });
  newest().breakOff();
  expect(told.lost).toBe(1);
  await vi.advanceTimersByTimeAsync(4000);
  expect(opened).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2000);
  expect(opened).toHaveLength(2);
  // Silent for longer than two beats, whatever it says of itself.
  newest().say({ now: 2, view: {} });
  for (let beats = 0; beats < 6; beats += 1) {
    await vi.advanceTimersByTimeAsync(10_000);
    newest().beat();
  }
  expect(opened).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(31_000);
  expect(opened).toHaveLength(3);
  stop();
});

test('the network is back, the phone is unlocked: asked at once', () => {
  const { stop } = following();
  newest().breakOff();
  page.dispatchEvent(new Event('online'));
  expect(opened).toHaveLength(2);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(opened).toHaveLength(3);
  newest().say({ now: 1, view: {} });
  document.dispatchEvent(new Event('visibilitychange'));
  expect(opened).toHaveLength(3);
  stop();
  page.dispatchEvent(new Event('online'));
  expect(opened).toHaveLength(3);
});

test('whoever may not watch is told so once, and asks no more', async () => {
  const refusal = { ok: false, code: 'FORBIDDEN' };
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(refusal, { status: 403 })));
  const { told } = following();
  newest().giveUp();
  await vi.advanceTimersByTimeAsync(DOWN_MS);
  expect(told.refused).toEqual(['FORBIDDEN']);
  expect(opened).toHaveLength(1);
});

test('an answer that meets no server is sent again until it does, a second apart at most', async () => {
  const tries: number[] = [];
  const down = Date.now() + DOWN_MS;
  vi.stubGlobal('fetch', () => {
    tries.push(Date.now());
    return Date.now() < down
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve(Response.json({ ok: true, value: null }));
  });
  const trouble = vi.fn();
  const answered = postUntilAnswered('/api/live/s/commands', { name: 'answer' }, trouble, COMMAND_WAIT_MS);
  await vi.advanceTimersByTimeAsync(DOWN_MS + COMMAND_WAIT_MS);
  expect(await answered).toEqual({ ok: true, value: null });
  const waits = gaps(tries);
  expect(waits.slice(0, 3)).toEqual([400, 800, COMMAND_WAIT_MS]);
  expect(Math.max(...waits)).toBe(COMMAND_WAIT_MS);
  expect((tries.at(-1) ?? Infinity) - down).toBeLessThanOrEqual(COMMAND_WAIT_MS);
  expect(trouble).toHaveBeenCalledTimes(tries.length - 1);
});
