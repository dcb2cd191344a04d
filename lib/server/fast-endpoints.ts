/**
 * Endpoints that the process's own server answers without Next, which takes some milliseconds of work for each
 * request: what people do at every card. They pass the same gate as all others (endpoint.ts).
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { gradeEndpoint } from './grade-endpoint';

type Endpoint = (request: Request) => Promise<Response>;

const POSTS: ReadonlyMap<string, Endpoint> = new Map([['/api/reviews', gradeEndpoint]]);

/** Who answers a request here; `null`: Next does. */
export const fastEndpointFor = ({ method, url }: IncomingMessage): Endpoint | null => {
  const endpoint = POSTS.get(url?.split('?')[0] ?? '');
  if (endpoint === undefined) return null;
  return method === 'POST' ? endpoint : refuseMethod;
};

const refuseMethod: Endpoint = () =>
  Promise.resolve(new Response(null, { status: 405, headers: { allow: 'POST' } }));

/** Answers by an endpoint; a client that is gone in the middle of its request is not answered. */
export const answerFast = async (
  endpoint: Endpoint,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  try {
    const answered = await endpoint(toRequest(request));
    response.writeHead(answered.status, Object.fromEntries(answered.headers));
    response.end(Buffer.from(await answered.arrayBuffer()));
  } catch {
    response.destroy();
  }
};

const toRequest = (request: IncomingMessage): Request => {
  const { method = 'GET', url = '/', headers } = request;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(new URL(url, `http://${headers.host ?? 'localhost'}`), {
    method,
    headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
    ...(hasBody ? { body: Readable.toWeb(request) as ReadableStream<Uint8Array>, duplex: 'half' } : {}),
  } as RequestInit);
};
