import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UnreadableFile } from '@/lib/formats/unreadable-file';
import { fetchLink, USUAL_PORTS, type Guard, type Resolve } from '@/lib/server/link/fetch-link';
import { isPublicAddress } from '@/lib/server/link/public-address';

/** A server that no link may reach; it counts whoever comes. */
let canary: Server;
let reached = 0;
/** A server that the operator opened, and what it answers. */
let opened: Server;
let answer: RequestListener;

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const listening = async (server: Server): Promise<Server> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

beforeEach(async () => {
  reached = 0;
  canary = await listening(createServer((_, response) => response.end('secret')));
  canary.on('connection', () => reached++);
  opened = await listening(
    createServer((request, response) => {
      answer(request, response);
    }),
  );
});
afterEach(() => {
  for (const server of [canary, opened]) {
    server.closeAllConnections();
    server.close();
  }
});

/** Names as a hostile name server gives them; all others lead to this machine, where the canary is. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'meta.evil.test': ['169.254.169.254'],
  'mixed.evil.test': ['93.184.215.14', '127.0.0.1'],
  'six.evil.test': ['::1'],
  'mapped.evil.test': ['::ffff:127.0.0.1'],
  'nothing.evil.test': [],
};
const resolve: Resolve = (host) =>
  Promise.resolve(
    (NAMES[host] ?? ['127.0.0.1']).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  );
const guard = (change: Partial<Guard> = {}): Guard => ({
  resolve,
  opened: new Set([`127.0.0.1:${portOf(opened)}`]),
  // As if the canary stood on a usual port: only its address is in the way.
  ports: new Set([...USUAL_PORTS, `${portOf(canary)}`]),
  timeout: 3000,
  ...change,
});
const never = new AbortController().signal;
const refusalOf = async (address: string, change: Partial<Guard> = {}): Promise<string> => {
  const refused: unknown = await fetchLink(address, guard(change), never).catch((error: unknown) => error);
  expect(refused, address).toBeInstanceOf(UnreadableFile);
  return (refused as UnreadableFile).message;
};

/** Hosts that mean this machine or its surroundings. */
const HOSTS = [
  'localhost', 'LOCALHOST', 'localhost.', 'sub.localhost', 'printer', 'router.lan', 'db.internal',
  '127.0.0.1', '127.1', '127.0.1', '127.255.255.254', '0', '0.0.0.0', '0x7f.0.0.1', '0x7f000001', '0x7f.1',
  '0177.0.0.1', '0177.1', '017700000001', '2130706433', '127.0x1', '127.000.000.001', '①②⑦.⓪.⓪.①', '１２７.０.０.１',
  '127。0。0。1', '%31%32%37.0.0.1', '10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.0.1',
  '192.168.1.254', '169.254.169.254', '0xa9fea9fe', '2852039166', '100.64.0.1', '100.127.255.255', '192.0.0.192',
  '192.0.2.7', '198.18.0.1', '198.51.100.1', '203.0.113.9', '224.0.0.1', '239.255.255.250', '240.0.0.1',
  '255.255.255.255', '192.88.99.1',
  '[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]', '[::ffff:0:127.0.0.1]',
  '[fe80::1]', '[fc00::1]', '[fd12:3456::1]', '[ff02::1]', '[64:ff9b::7f00:1]', '[64:ff9b:1::a00:1]', '[2002:7f00:1::]',
  '[2001::1]', '[2001:db8::1]', '[100::1]', '[fec0::1]', '[3fff::1]',
  'meta.evil.test', 'mixed.evil.test', 'six.evil.test', 'mapped.evil.test', 'nothing.evil.test', 'rebind.evil.test',
] as const; // prettier-ignore

test('no hostile address reaches a server inside, on the usual ports or on its own', async () => {
  const port = portOf(canary);
  const others = [
    'file:///etc/passwd', 'ftp://127.0.0.1/', 'gopher://127.0.0.1:6379/_INFO', 'data:text/html,hi', 'javascript:alert(1)',
    `http://user:pass@127.0.0.1:${port}/`, `http://example.org@127.0.0.1:${port}/`, `http://127.0.0.1:${port}#@example.org/`,
    `http:\\\\127.0.0.1:${port}\\`, '//127.0.0.1/', 'http://', 'https://', '', 'not an address', 'dict://127.0.0.1:11211/',
  ]; // prettier-ignore
  const all = [
    ...HOSTS.flatMap((host) => [`http://${host}/`, `https://${host}/`, `http://${host}:${port}/`]),
    ...others,
  ];
  expect(all.length).toBeGreaterThan(200);
  for (const address of all)
    expect(await refusalOf(address), address).toMatch(
      /not on the public|not the address|could not be reached/u,
    );
  expect(reached).toBe(0);
  // The canary is there, for one who may come.
  await fetchLink(`http://localhost:${port}/`, guard({ opened: new Set([`localhost:${port}`]) }), never);
  expect(reached).toBe(1);
});

test('what is refused outright is refused behind a redirect, too', async () => {
  let location = '';
  answer = (_, response) =>
    response.writeHead(302, { location: Buffer.from(location).toString('latin1') }).end();
  for (const host of HOSTS) {
    location = `http://${host}:${portOf(canary)}/`;
    await refusalOf(`http://127.0.0.1:${portOf(opened)}/`);
    location = `http://${host}/`;
    await refusalOf(`http://127.0.0.1:${portOf(opened)}/`);
  }
  expect(reached).toBe(0);
});

test('a name that is public at first and inside a moment later is asked once and never connected inside', async () => {
  let asked = 0;
  const rebinding: Resolve = () =>
    Promise.resolve([{ address: asked++ === 0 ? '93.184.215.14' : '127.0.0.1', family: 4 }]);
  await refusalOf(`http://rebind.evil.test:${portOf(canary)}/`, {
    resolve: rebinding,
    timeout: 300,
    ports: new Set([`${portOf(canary)}`]),
  });
  expect(asked).toBe(1);
  expect(reached).toBe(0);
});

test('an opened host is one host and one port', async () => {
  answer = (_, response) =>
    response.writeHead(200, { 'content-type': 'Text/HTML; charset="ISO-8859-1"' }).end('hello');
  const address = `http://127.0.0.1:${portOf(opened)}/a`;
  const fetched = await fetchLink(address, guard(), never);
  expect(fetched).toMatchObject({ address, type: 'text/html', charset: 'ISO-8859-1' });
  expect(Buffer.from(fetched.bytes).toString()).toBe('hello');
  expect(await refusalOf(address, { opened: new Set() })).toContain('usual ports');
  expect(await refusalOf(`http://127.0.0.1:${portOf(canary)}/`)).toContain('public internet');
  expect(reached).toBe(0);
});

test('three redirects are followed, a fourth is not', async () => {
  const start = (hops: number): string => `http://127.0.0.1:${portOf(opened)}/${hops}`;
  answer = (request, response) => {
    const left = Number(request.url?.slice(1));
    if (left === 0) response.end('there');
    else response.writeHead(301, { location: `/${left - 1}` }).end();
  };
  expect((await fetchLink(start(3), guard(), never)).address).toBe(start(0));
  expect(await refusalOf(start(4))).toContain('on and on');
});

test('more than 5 MB are not read, however they are packed', async () => {
  const large = Buffer.alloc(6 * 1024 * 1024, 0x61);
  answer = (request, response) => {
    if (request.url === '/packed')
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(large));
    else response.end(large);
  };
  for (const path of ['plain', 'packed'])
    expect(await refusalOf(`http://127.0.0.1:${portOf(opened)}/${path}`)).toContain('5 MB');
});

test('a page that never ends is given up, and one that whoever asked left is dropped', async () => {
  answer = (_, response) => void response.writeHead(200).write('once upon a time');
  const address = `http://127.0.0.1:${portOf(opened)}/`;
  expect(await refusalOf(address, { timeout: 200 })).toContain('10 seconds');
  const leaving = new AbortController();
  const fetched = fetchLink(address, guard(), leaving.signal);
  leaving.abort(new Error('left'));
  await expect(fetched).rejects.toThrow('left');
});

test('only what lies outside every reserved range is public', () => {
  for (const address of [
    '93.184.215.14',
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '2606:4700::1111',
  ])
    expect(isPublicAddress(address), address).toBe(true);
  for (const address of ['', 'x', '127.1', 'fe80::1%eth0', '2606:4700::1111%eth0'])
    expect(isPublicAddress(address), address).toBe(false);
  const bytes = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
  fc.assert(
    fc.property(bytes, (four) => {
      expect(isPublicAddress(`::ffff:${four.join('.')}`)).toBe(false);
      expect(isPublicAddress(['10', ...four.slice(1)].join('.'))).toBe(false);
    }),
  );
});
