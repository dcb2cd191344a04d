/** The process's own server, before Next: who is calling, what a browser may do with our pages, how much may come in. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import next from 'next';
import { watchActionCall } from './action-calls';
import { ADDRESS_HEADER } from './auth/address-header';
import { env } from './env';
import { answerFast, answerStream, fastEndpointFor } from './fast-endpoints';

const MEGABYTE = 1024 * 1024;
const MOST_BODY_BYTES = 8 * MEGABYTE;
/** Connections that wait to be taken: a school comes in one moment, and whoever is turned away tries again after seconds. */
const MOST_KNOCKING = 4096;
/** Where files come in. */
const MOST_FILE_BYTES: ReadonlyMap<string, number> = new Map([
  ['/api/documents', 20 * MEGABYTE],
  ['/api/study-sets', 20 * MEGABYTE],
  ['/api/account/import', 64 * MEGABYTE],
]);

/** Listens on HOST:PORT and answers with Next; `dev` compiles pages as they are asked for. */
export const openFrontDoor = async ({ dev }: { dev: boolean }): Promise<Server> => {
  const { HOST, PORT } = env();
  const app = next({ dev, hostname: HOST, port: PORT });
  await app.prepare();
  const answer = app.getRequestHandler();
  const server = createServer((request, response) => {
    const most = MOST_FILE_BYTES.get(request.url?.split('?')[0] ?? '') ?? MOST_BODY_BYTES;
    if (Number(request.headers['content-length'] ?? 0) > most) {
      refuseBody(response);
      return;
    }
    if (!isAddress(request.url ?? '/')) {
      refuseAddress(response);
      return;
    }
    nameCaller(request);
    protect(request, response, dev);
    if (answerStream(request, response)) return;
    const endpoint = fastEndpointFor(request);
    if (endpoint === null) void watchActionCall(request, response, () => answer(request, response));
    else void answerFast(endpoint, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: PORT, host: HOST, backlog: MOST_KNOCKING }, resolve);
  });
  return server;
};

const refuseBody = (response: ServerResponse): void => {
  response.writeHead(413, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify({ ok: false, code: 'TOO_LARGE' }));
};

/** Whether an address can be decoded: at one that cannot, Next's pages fail. */
const isAddress = (url: string): boolean => {
  try {
    decodeURIComponent(url.split('?')[0] ?? '');
    return true;
  } catch {
    return false;
  }
};

const refuseAddress = (response: ServerResponse): void => {
  response.writeHead(400, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ok: false, code: 'INVALID' }));
};

/** Says which address is calling. What a client claims of itself counts only behind a proxy that we trust. */
const nameCaller = (request: IncomingMessage): void => {
  const { headers, socket } = request;
  const forwarded = env().TRUST_PROXY ? headers['x-forwarded-for'] : undefined;
  const nearest = (Array.isArray(forwarded) ? forwarded.join() : forwarded)?.split(',').at(-1)?.trim();
  headers[ADDRESS_HEADER] = nearest ?? socket.remoteAddress ?? 'unknown';
  if (!env().TRUST_PROXY) {
    // Next would take these for the origin that an action's caller must match.
    delete headers['x-forwarded-host'];
    delete headers['x-forwarded-proto'];
    delete headers['x-forwarded-for'];
  }
};

/** Sets what a browser may do with our pages. Next puts the nonce of this header on its own scripts. */
const protect = (request: IncomingMessage, response: ServerResponse, dev: boolean): void => {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'", // Mantine sizes components by style attributes
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  request.headers['content-security-policy'] = policy;
  request.headers['x-nonce'] = nonce;
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
};
