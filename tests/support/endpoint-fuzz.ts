/** What malice or chance makes of a request, and sending it. */
import type { FuzzRequest } from './whole-requests';

type Random = () => number;

const at = (random: Random, length: number): number => Math.floor(random() * length);
const pick = <T>(random: Random, values: readonly T[]): T | undefined => values[at(random, values.length)];

const VALUES: readonly unknown[] = [
  ...[
    null,
    true,
    -1,
    0,
    1e308,
    2 ** 53,
    '',
    ' ',
    '0',
    '\u0000',
    '\ud800',
    '\'; DROP TABLE "Deck"; --',
    '../../etc/passwd',
  ],
  ...[
    'a'.repeat(5000),
    '$undefined',
    '$K9',
    '$F1',
    '$@0',
    '$Q1',
    '$1:constructor:constructor',
    '__proto__',
    '{{7*7}}',
  ],
  ...[
    '<script>alert(1)</script>',
    '9999-99-99',
    '2026-02-30T25:61:61Z',
    'Mars/Olympus',
    '%00%ff',
    [],
    {},
    [[[[[[]]]]]],
  ],
  ...[
    { __proto__: { admin: true } },
    { length: 1e9 },
    { toString: 1 },
    { not: null },
    { gt: '' },
    ['x', 1, null],
  ],
];

/** A value of the tree exchanged, left out or doubled. */
const mutateValue = (value: unknown, random: Random): unknown => {
  if (random() < 0.25 || value === null || typeof value !== 'object') return pick(random, VALUES);
  if (Array.isArray(value)) {
    const index = at(random, value.length + 1);
    return random() < 0.3
      ? [...(value as unknown[]), ...(value as unknown[])]
      : (value as unknown[]).toSpliced(index, 1, mutateValue(value[index], random));
  }
  const entries: [string, unknown][] = Object.entries(value);
  const chosen = pick(random, entries);
  if (chosen === undefined) return pick(random, VALUES);
  const [name, inner] = chosen;
  if (random() < 0.2) return Object.fromEntries(entries.filter(([other]) => other !== name));
  return { ...value, [name]: mutateValue(inner, random) };
};

const mutateBytes = (bytes: Uint8Array, random: Random): Uint8Array => {
  const turned = bytes.slice(0, random() < 0.5 ? bytes.length : at(random, bytes.length + 1));
  for (let count = at(random, 12); count > 0 && turned.length > 0; count--) {
    turned[at(random, turned.length)] = at(random, 256);
  }
  return random() < 0.15
    ? new Uint8Array(Buffer.concat([turned, turned, Buffer.alloc(70_000, 0x5b)]))
    : turned;
};

const mutateBody = ({ body, headers }: FuzzRequest, random: Random): Uint8Array | null => {
  if (body === null) return null;
  if (random() < 0.35 || headers['content-type']?.startsWith('multipart') === true)
    return mutateBytes(body, random);
  try {
    let value: unknown = JSON.parse(new TextDecoder().decode(body));
    for (let turns = 1 + at(random, 4); turns > 0; turns--) value = mutateValue(value, random);
    return new TextEncoder().encode(JSON.stringify(value ?? null));
  } catch {
    return mutateBytes(body, random); // not JSON: a file
  }
};

const PATHS = [
  '%00',
  '%2e%2e%2f',
  '%ff',
  'a'.repeat(600),
  '__proto__',
  '0',
  '-1',
  '%F0%9F%92%A9',
  "'",
  '[id]',
  '.',
  '*',
];

const mutatePath = (path: string, random: Random): string => {
  const [before = '', query] = path.split('?');
  if (query !== undefined && random() < 0.6) {
    const fields = query.split('&');
    const index = at(random, fields.length);
    const name = fields[index]?.split('=')[0] ?? 'x';
    const value = encodeURIComponent(JSON.stringify(pick(random, VALUES)).replace(/^"|"$/gu, ''));
    const made =
      random() < 0.3
        ? [...fields, `${name}=${value}`, `${name}[]=1`]
        : fields.with(index, `${name}=${value}`);
    return `${before}?${made.join('&')}`;
  }
  const parts = before.split('/');
  const index = 1 + at(random, Math.max(1, parts.length - 1));
  return `${parts.with(Math.min(index, parts.length - 1), pick(random, PATHS) ?? '').join('/')}${query === undefined ? '' : `?${query}`}`;
};

const HEADERS: readonly (readonly [string, string])[] = [
  ['origin', 'https://elsewhere.example'],
  ['origin', 'null'],
  ['content-type', 'text/html'],
  ['content-type', 'multipart/form-data'],
  ['content-type', 'application/json; charset=utf-16'],
  ['cookie', ''],
  ['cookie', 'quizwright.session=eyJhbGciOiJkaXIifQ.broken'],
  ['cookie', `quizwright.session=${'x'.repeat(3000)}; a=%ff`],
  ['accept', 'text/x-component'],
  ['accept-language', '*;q=99,,,'],
  ['next-action', 'x'],
  ['next-action', '7f'.repeat(21)],
  ['next-router-state-tree', '%5B%22%22'],
  ['next-router-state-tree', '["",{}]'],
  ['rsc', '1'],
  ['range', 'bytes=9-1'],
  ['x-forwarded-host', 'elsewhere.example'],
  ['content-encoding', 'gzip'],
];

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'];

/** One request with something wrong: most often in its body, else in its address, its headers or its method. */
export const mutateRequest = (whole: FuzzRequest, random: Random): FuzzRequest => {
  let made = { ...whole, body: mutateBody(whole, random) };
  if (whole.body === null || random() < 0.2) made = { ...made, path: mutatePath(whole.path, random) };
  if (random() < 0.3) {
    const [name, value] = pick(random, HEADERS) ?? ['accept', '*/*'];
    made = { ...made, headers: { ...made.headers, [name]: value } };
  }
  if (random() < 0.08) made = { ...made, method: pick(random, METHODS) ?? 'GET' };
  return made.method === 'GET' || made.method === 'HEAD' ? { ...made, body: null } : made;
};

export type FuzzAnswer = { readonly status: number; readonly ms: number };

/** Sends it and reads what comes, a stream no further than its beginning; `status` 0: no answer within `patience` ms. */
export const sendFuzz = async (base: string, request: FuzzRequest, patience: number): Promise<FuzzAnswer> => {
  const { method, path, headers, body } = request;
  const start = performance.now();
  const done = (status: number): FuzzAnswer => ({ status, ms: performance.now() - start });
  try {
    const response = await fetch(base + path, {
      method,
      headers: { ...headers },
      body: body === null ? null : Buffer.from(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    if (response.headers.get('content-type')?.startsWith('text/event-stream') === true)
      await response.body?.cancel();
    else await response.arrayBuffer();
    return done(response.status);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') return done(0);
    // The address is none that can be sent, or the connection was ended on what is no request.
    return done(-1);
  }
};
