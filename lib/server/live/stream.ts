import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { STREAM_RETRY_MS } from '@/lib/live/bounds';
import { Refusal } from '@/lib/refusal';
import type { Viewer } from '@/lib/live/view';
import { toResponse } from '@/lib/server/endpoint';
import type { Incoming } from '@/lib/server/incoming';
import { logFailure } from '@/lib/server/log';
import { actorOf } from './endpoints';
import { roomOf } from './rooms';

/** Proxies close what is silent; some wait for a few kilobytes before they pass anything on. */
const BEAT_MS = 10_000;
const PADDING = `:${' '.repeat(2048)}\n`;

export type Watching = 'host' | 'screen' | 'player';

const viewerOf = async (request: Incoming, session: string, as: Watching): Promise<Viewer> => {
  const actor = await actorOf(request, session, as === 'player' ? 'player' : 'host');
  return actor.role === 'host' && as === 'screen' ? { role: 'screen' } : actor;
};

/** Streams the views of a session to one device, from the whole view at once on, until the device is gone. */
export const streamLive = async (
  { session, as }: { session: string; as: Watching },
  asked: Incoming,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  try {
    const viewer = await viewerOf(asked, session, as);
    const room = await roomOf(session);
    if (room === null) throw new Refusal('NOT_FOUND');
    request.socket.setNoDelay(true);
    request.socket.setKeepAlive(true, BEAT_MS);
    // A stream ends with its connection: no frame of it needs three pieces to say how long it is.
    response.shouldKeepAlive = false;
    response.useChunkedEncodingByDefault = false;
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
    response.write(`${PADDING}retry: ${STREAM_RETRY_MS}\n\n`);
    const leave = room.listen({
      viewer,
      send: (frame) => {
        response.write(`data: ${frame}\n\n`);
      },
    });
    const beat = setInterval(() => {
      response.write('event: beat\ndata:\n\n');
    }, BEAT_MS);
    response.once('close', () => {
      clearInterval(beat);
      leave();
    });
  } catch (error) {
    if (!(error instanceof Refusal)) logFailure(error);
    const code = error instanceof Refusal ? error.code : 'FAILED';
    const refused = toResponse({ ok: false, code });
    response.writeHead(refused.status, { 'content-type': 'application/json' });
    response.end(await refused.text());
  }
};
