/**
 * Endpoints that the process's own server answers without Next, which takes some milliseconds of work for each
 * request: what people do at every card, and what a class asks for all at once. They pass the same gate as all others (endpoint.ts).
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answered } from '@/lib/refusal';
import { statusOf } from './endpoint';
import { gradeEndpoint } from './grade-endpoint';
import { incomingOf, type Incoming } from './incoming';
import { commandEndpoint, joinEndpoint, lookEndpoint } from './live/endpoints';
import { streamLive, type Watching } from './live/stream';
import { mediaEndpoint } from './media-endpoint';

/** Answers what is sent as JSON as it is: no web response is made of it (incoming.ts). */
type Endpoint = (request: Incoming) => Promise<Response | Answered<unknown>>;

const POSTS: ReadonlyMap<string, Endpoint> = new Map<string, Endpoint>([
  ['/api/reviews', gradeEndpoint],
  ['/api/live/look', lookEndpoint],
  ['/api/live/join', joinEndpoint],
]);
const COMMANDS = /^\/api\/live\/([\w-]{1,64})\/commands$/;
const STREAM = /^\/api\/live\/([\w-]{1,64})\/(host|screen|player)$/;

/** Pictures and sounds: a whole class asks for one at once. */
const MEDIA = /^\/api\/media\/([^/]+)$/;

/** Where a page asks whether it still reaches the server: anybody may, and nothing is told. */
const ALIVE = '/api/alive';
const sayAlive: Endpoint = () =>
  Promise.resolve(new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } }));

const postFor = (path: string): Endpoint | null => {
  const session = COMMANDS.exec(path)?.[1];
  return session === undefined ? (POSTS.get(path) ?? null) : commandEndpoint(session);
};

/** Who answers a request here; `null`: Next does. */
export const fastEndpointFor = ({ method, url }: IncomingMessage): Endpoint | null => {
  const path = url?.split('?')[0] ?? '';
  if (path === ALIVE && method === 'GET') return sayAlive;
  const media = MEDIA.exec(path)?.[1];
  if (media !== undefined) {
    return method === 'GET' || method === 'HEAD'
      ? mediaEndpoint(decodeURIComponent(media))
      : refuseMethod('GET, HEAD');
  }
  const endpoint = postFor(path);
  if (endpoint === null) return null;
  return method === 'POST' ? endpoint : refuseMethod('POST');
};

/** Streams the views of a live session; `false`: the request is for something else. */
export const answerStream = (request: IncomingMessage, response: ServerResponse): boolean => {
  const found = STREAM.exec(request.url?.split('?')[0] ?? '');
  if (found?.[1] === undefined || request.method !== 'GET') return false;
  const [, session, as] = found;
  void streamLive({ session, as: as as Watching }, incomingOf(request), request, response);
  return true;
};

const refuseMethod =
  (allow: string): Endpoint =>
  () =>
    Promise.resolve(new Response(null, { status: 405, headers: { allow } }));

/** Answers by an endpoint; a client that is gone in the middle of its request is not answered. */
export const answerFast = async (
  endpoint: Endpoint,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  try {
    const answered = await endpoint(incomingOf(request));
    if (!(answered instanceof Response)) {
      response.writeHead(statusOf(answered), { 'content-type': 'application/json' });
      response.end(JSON.stringify(answered));
      return;
    }
    response.writeHead(answered.status, Object.fromEntries(answered.headers));
    response.end(Buffer.from(await answered.arrayBuffer()));
  } catch {
    response.destroy();
  }
};
