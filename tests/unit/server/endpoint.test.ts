import { expect, test } from 'vitest';
import { z } from 'zod';
import { readBody, refuseOtherOrigins, toResponse } from '@/lib/server/endpoint';

const request = (headers: Record<string, string>): Request =>
  new Request('http://ours.example/api/x', { headers });

test.each([
  ['our own page', { host: 'ours.example', origin: 'http://ours.example' }],
  ['our own page on a port', { host: 'localhost:3000', origin: 'http://localhost:3000' }],
  ['our own page behind TLS', { host: 'ours.example', origin: 'https://ours.example' }],
  ['a program, which is no browser', { host: 'ours.example' }],
])('%s may post', (_name, headers) => {
  expect(() => {
    refuseOtherOrigins(request(headers));
  }).not.toThrow();
});

test.each([
  ['another site', { host: 'ours.example', origin: 'http://evil.example' }],
  ['another port', { host: 'ours.example', origin: 'http://ours.example:8080' }],
  ['a subdomain', { host: 'ours.example', origin: 'http://x.ours.example' }],
  ['a longer name', { host: 'ours.example', origin: 'http://ours.example.evil.example' }],
  ['a sandboxed frame', { host: 'ours.example', origin: 'null' }],
  ['an origin that is none', { host: 'ours.example', origin: '' }],
  ['a browser that hides its origin', { host: 'ours.example', 'sec-fetch-site': 'cross-site' }],
])('%s is refused', (_name, headers) => {
  expect(() => {
    refuseOtherOrigins(request(headers));
  }).toThrow(expect.objectContaining({ code: 'CROSS_ORIGIN' }));
});

const schema = z.object({ a: z.number() });
const posted = (body: BodyInit): Request => new Request('http://ours.example', { method: 'POST', body });

test('a body is read, measured in bytes and checked', async () => {
  await expect(readBody(posted('{"a":1}'), schema, 7)).resolves.toEqual({ a: 1 });
  await expect(readBody(posted('{"a":1} '), schema, 7)).rejects.toMatchObject({ code: 'TOO_LARGE' });
  await expect(readBody(posted('"éé"'), schema, 5)).rejects.toMatchObject({ code: 'TOO_LARGE' });
  for (const junk of ['', '{', 'nul', new Uint8Array([0xff, 0xfe])]) {
    await expect(readBody(posted(junk), schema, 99)).rejects.toMatchObject({ code: 'INVALID' });
  }
  await expect(readBody(posted('{"a":"1"}'), schema, 99)).rejects.toBeInstanceOf(z.ZodError);
  const bodyless = new Request('http://ours.example', { method: 'POST' });
  await expect(readBody(bodyless, schema, 99)).rejects.toMatchObject({ code: 'INVALID' });
});

test.each([
  ['SIGNED_OUT', 401],
  ['NOT_FOUND', 404],
  ['TOO_LARGE', 413],
  ['TOO_OFTEN', 429],
  ['INVALID', 400],
  ['FAILED', 500],
] as const)('%s is answered with %i', (code, status) => {
  expect(toResponse({ ok: false, code }).status).toBe(status);
});
