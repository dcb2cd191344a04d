/** The wire of a live session as devices use it: commands that are sent again, streams that come back. */
import { Agent, request, type ClientRequest } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Frame } from '@/lib/live/seen';

const hostname = 'localhost';
const agent = new Agent({ keepAlive: true, maxSockets: 200 });

export type Sent = { readonly status: number; readonly cookie: string; readonly body: string };

export type Address = { readonly port: number; readonly path: string; readonly cookie: string };

/** As a phone does on a poor network: what gets no answer is sent again. The server must make one of it. */
const MOST_TRIES = 8;
const RETRY_MS = 100;
export const RESENT = { count: 0 };

/** Sends a body until there is an answer. */
export const post = async ({ port, path, cookie }: Address, body: unknown): Promise<Sent> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await postOnce({ port, path, cookie }, JSON.stringify(body));
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
      RESENT.count += 1;
      await pause(RETRY_MS * tries);
    }
  }
};

/** @throws where no answer came. */
export const postOnce = ({ port, path, cookie }: Address, text: string): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const headers = { cookie, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    const asked = request({ hostname, port, path, agent, method: 'POST', headers }, (response) => {
      let said = '';
      response.on('data', (chunk: Buffer) => (said += chunk.toString()));
      response.once('error', reject);
      response.once('end', () => {
        const set = response.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
        resolve({ status: response.statusCode ?? 0, cookie: set, body: said });
      });
    });
    asked.once('error', reject);
    asked.end(text);
  });

export type Stream = { readonly drop: () => void; readonly close: () => void };

/** An event stream that comes back by itself, as a browser's does, after `retryMs`; `hear` gets every frame. */
export const watch = (
  { port, path, cookie }: Address,
  hear: (frame: Frame) => void,
  retryMs = RETRY_MS,
): Stream => {
  let isClosed = false;
  let asked: ClientRequest;
  const open = (): void => {
    let isOver = false;
    const again = (): void => {
      if (isClosed || isOver) return;
      isOver = true;
      asked.destroy();
      setTimeout(open, retryMs);
    };
    asked = request({ hostname, port, path, agent: false, headers: { cookie } }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const at = text.lastIndexOf('data: {', end);
          if (at >= 0) hear(JSON.parse(text.slice(at + 'data: '.length, end)) as Frame);
          text = text.slice(end + 2);
        }
      });
      response.once('error', () => undefined); // `close` follows, and brings it back
      response.once('close', again);
    });
    asked.once('error', again);
    asked.end();
  };
  open();
  return {
    drop: () => asked.destroy(),
    close: () => {
      isClosed = true;
      asked.destroy();
    },
  };
};
