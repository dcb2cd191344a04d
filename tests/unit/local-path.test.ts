import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { localPath } from '@/lib/local-path';

test.each([
  ['/', '/'],
  ['/history', '/history'],
  ['/decks/abc?fact=1#text', '/decks/abc?fact=1#text'],
  ['/decks/../history', '/history'],
  ['/sign-inside', '/sign-inside'],
])('%j is ours', (wanted, path) => {
  expect(localPath(wanted)).toBe(path);
});

test.each([
  [undefined],
  [null],
  [['/history', '/study']],
  [''],
  ['history'],
  ['https://evil.example'],
  ['//evil.example'],
  ['///evil.example'],
  ['/\\evil.example'],
  ['/\t/evil.example'],
  ['/\n/evil.example'],
  ['/.//evil.example'],
  ['/x/..//evil.example'],
  ['/%2e//evil.example'],
  ['javascript:alert(1)'],
  ['/sign-in'],
  ['/sign-up?next=/sign-in'],
  ['/api/auth/signout'],
])('%j leads to the first page', (wanted) => {
  expect(localPath(wanted)).toBe('/');
});

test('whatever is wanted, a browser stays here and no header is split', () => {
  const nasty = fc.array(
    fc.constantFrom('/', '\\', '.', '\t', '\r', '\n', '@', ':', '%2f', 'evil.example', ' ', '?', '#', 'é'),
  );
  fc.assert(
    fc.property(nasty, (parts) => {
      const path = localPath(`/${parts.join('')}`);
      expect(new URL(path, 'https://ours.example').origin).toBe('https://ours.example');
      expect(path).toMatch(/^\/[\x21-\x7e]*$/);
    }),
    { numRuns: 3000 },
  );
});
