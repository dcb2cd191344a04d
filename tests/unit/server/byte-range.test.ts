import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteRange } from '@/lib/server/byte-range';

test('a range is what RFC 9110 makes of it', () => {
  const ranges: readonly (readonly [string | null, ReturnType<typeof byteRange>])[] = [
    [null, null],
    ['bytes=0-1', { from: 0, to: 1 }],
    ['bytes=4-', { from: 4, to: 9 }],
    ['bytes=-3', { from: 7, to: 9 }],
    ['bytes=-30', { from: 0, to: 9 }],
    ['bytes=5-500', { from: 5, to: 9 }],
    ['bytes=10-', 'none'],
    ['bytes=-0', 'none'],
    ['bytes=9-1', null],
    ['bytes=0-1,4-5', null],
    ['items=0-1', null],
    ['bytes=-', null],
  ];
  for (const [header, range] of ranges) expect(byteRange(header, 10), String(header)).toEqual(range);
  expect(byteRange('bytes=0-', 0)).toBe('none');
});

test('whatever is asked, the bytes are there', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(100), fc.nat(120), fc.nat(120), (text, length, first, last) => {
      for (const header of [text, `bytes=${text}`, `bytes=${first}-${last}`, `bytes=-${last}`]) {
        const range = byteRange(header, length);
        if (range === null || range === 'none') continue;
        expect(range.from).toBeLessThanOrEqual(range.to);
        expect(range.from).toBeGreaterThanOrEqual(0);
        expect(range.to).toBeLessThan(length);
      }
    }),
  );
});
