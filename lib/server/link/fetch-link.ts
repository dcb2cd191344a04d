/** Fetches what a person's link leads to, and lets no link lead inward: the address is checked where the socket opens. */
import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { UnreadableFile } from '@/lib/formats/unreadable-file';
import { isPublicAddress } from './public-address';

export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;
export type Guard = {
  /** Finds a name's addresses: the ones that it gives are those connected to, and no others. */
  readonly resolve: Resolve;
  /** Hosts inside that the operator opened, as `host:port`, all in small letters. */
  readonly opened: ReadonlySet<string>;
  /** The ports of public hosts that may be asked. */
  readonly ports: ReadonlySet<string>;
  /** Milliseconds for all of it, redirects too. */
  readonly timeout: number;
};

export type Fetched = {
  readonly bytes: Uint8Array;
  /** Where it was at last. */
  readonly address: string;
  /** In small letters, without parameters. */
  readonly type: string;
  readonly charset: string | null;
};

const MOST_REDIRECTS = 3;
const MOST_BYTES = 5 * 1024 * 1024;
const MOST_HEADER_BYTES = 32 * 1024;
const MOST_ADDRESS = 2000;
/** The usual port of what we speak. */
const PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

const INWARD =
  'This address is not on the public internet, so it is not opened from here. Paste the text instead.';
const ODD = 'This is not the address of a page. It begins with https:// or http://.';
const SLOW = 'This page did not come within 10 seconds. Try again later, or paste the text instead.';
const UNREACHED = 'This page could not be reached. Check the address, or paste the text instead.';

/** The ports that pages are on. */
export const USUAL_PORTS: ReadonlySet<string> = new Set(Object.values(PORTS));

/** The system's own names, all addresses of each. */
export const resolveName: Resolve = (host) =>
  new Promise((resolve, reject) => {
    lookUp(host, { all: true }, (error, addresses) => {
      if (error === null) resolve(addresses);
      else reject(error);
    });
  });

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/gu, '').toLowerCase();
const portOf = (url: URL): string => (url.port === '' ? (PORTS[url.protocol] ?? '') : url.port);
const isOpened = (url: URL, { opened }: Guard): boolean =>
  opened.has(`${url.hostname.toLowerCase()}:${portOf(url)}`);

const checkAddress = (address: string, base: URL | null, guard: Guard): URL => {
  const given = address.trim();
  if (given.length > MOST_ADDRESS || !URL.canParse(given, base?.href)) throw new UnreadableFile(ODD);
  // The parser also turns odd notations ("0x7f.1", "2130706433") into the address that they mean.
  const url = new URL(given, base?.href);
  if (PORTS[url.protocol] === undefined || url.hostname === '' || url.username + url.password !== '')
    throw new UnreadableFile(ODD);
  if (isOpened(url, guard)) return url;
  if (!guard.ports.has(portOf(url)))
    throw new UnreadableFile(
      'Pages are only fetched from the usual ports, 80 and 443. Paste the text instead.',
    );
  const host = hostOf(url);
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new UnreadableFile(INWARD);
  return url;
};

/**
 * What the socket asks for a name's addresses. It is asked once for a connection, and what it answers is what is connected
 * to: a name that means something else a moment later gains nothing.
 */
const guardedLookup =
  (guard: Guard, trusted: boolean): LookupFunction =>
  (host, options, answer) => {
    guard.resolve(host).then(
      (addresses) => {
        const [first] = addresses;
        // One address inside among several outside is how a name lies: then none is taken.
        if (
          first === undefined ||
          (!trusted && !addresses.every(({ address }) => isPublicAddress(address)))
        ) {
          answer(new UnreadableFile(first === undefined ? UNREACHED : INWARD), '');
        } else if (options.all === true) answer(null, [...addresses]);
        else answer(null, first.address, first.family);
      },
      (error: unknown) => {
        answer(error instanceof Error ? error : new Error(String(error)), '');
      },
    );
  };

const open = (url: URL, guard: Guard, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const trusted = isOpened(url, guard);
    const options: RequestOptions = {
      agent: false,
      lookup: guardedLookup(guard, trusted),
      maxHeaderSize: MOST_HEADER_BYTES,
      signal,
      headers: {
        accept: 'text/html,application/xhtml+xml,application/pdf,text/plain;q=0.8,*/*;q=0.1',
        'accept-language': 'en,*;q=0.5',
        'accept-encoding': 'gzip, deflate, br',
        'user-agent': 'Mozilla/5.0 (compatible; Quizwright)',
      },
    };
    const sent = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, resolve);
    sent.once('error', reject);
    sent.once('socket', (socket) => {
      socket.once('connect', () => {
        if (!trusted && !isPublicAddress(socket.remoteAddress ?? ''))
          sent.destroy(new UnreadableFile(INWARD));
      });
    });
    sent.end();
  });

const unpacked = (response: IncomingMessage): AsyncIterable<Uint8Array> => {
  const decoder = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  }[response.headers['content-encoding']?.trim().toLowerCase() ?? ''];
  if (decoder === undefined) return response;
  const stream = decoder();
  response.once('error', (error) => stream.destroy(error));
  return response.pipe(stream);
};

const readBody = async (response: IncomingMessage): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of unpacked(response)) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new UnreadableFile('This page is larger than 5 MB. Paste the text instead.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const refuseStatus = (status: number): never => {
  if (status === 401 || status === 402 || status === 403)
    throw new UnreadableFile('This page does not let itself be read from here. Paste the text instead.');
  if (status === 404 || status === 410)
    throw new UnreadableFile('There is no page at this address any more.');
  throw new UnreadableFile(
    `This page answered with an error (${status}). Try again later, or paste the text instead.`,
  );
};

const follow = async (address: string, guard: Guard, signal: AbortSignal): Promise<Fetched> => {
  let url = checkAddress(address, null, guard);
  for (let redirects = 0; ; redirects++) {
    const response = await open(url, guard, signal);
    try {
      const { statusCode = 0, headers } = response;
      const { location } = headers;
      if ([301, 302, 303, 307, 308].includes(statusCode) && location !== undefined) {
        if (redirects === MOST_REDIRECTS)
          throw new UnreadableFile('This address leads on and on to others. Paste the text instead.');
        url = checkAddress(location, url, guard);
        continue;
      }
      if (statusCode < 200 || statusCode > 299) refuseStatus(statusCode);
      const said = headers['content-type'] ?? '';
      return {
        bytes: await readBody(response),
        address: url.href,
        type: said.split(';')[0]?.trim().toLowerCase() ?? '',
        charset: /charset\s*=\s*["']?([\w-]+)/iu.exec(said)?.[1] ?? null,
      };
    } finally {
      response.destroy();
    }
  }
};

/**
 * Fetches a page: http(s) on the usual ports, at most 3 redirects, 10 seconds and 5 MB. No connection is opened to an
 * address that is not public, but to the hosts that the operator opened.
 * @throws UnreadableFile in words for the person; the reason of `gone` once that is aborted.
 */
export const fetchLink = async (address: string, guard: Guard, gone: AbortSignal): Promise<Fetched> => {
  const late = AbortSignal.timeout(guard.timeout);
  try {
    return await follow(address, guard, AbortSignal.any([gone, late]));
  } catch (error) {
    gone.throwIfAborted();
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(late.aborted ? SLOW : UNREACHED);
  }
};
