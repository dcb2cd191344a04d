import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawName, nameKey, toName } from '@/lib/live/names';
import { pinOf, readPin } from '@/lib/live/pins';
import { pointsOf } from '@/lib/live/score';

test.each([
  ['Tom', 'Tom'],
  ['Li', 'Li'],
  ['李', '李'],
  ['  Ana   María ', 'Ana María'],
  ['Ａｎｎ', 'Ann'],
  ['Zoe\u0308', 'Zoë'],
  ['محمد', 'محمد'],
  ['नेहा', 'नेहा'],
  ['Ann\u202E\u200B', 'Ann'],
  ['🦊', '🦊'],
])('%j is the name %j', (wish, name) => {
  expect(toName(wish)).toBe(name);
});

test.each(['', '   ', '\u200B', '\u3164\u3164', '\u2800', '\u202E', 'x'.repeat(21), '\u0301'])(
  '%j is no name',
  (wish) => {
    expect(toName(wish)).toBeNull();
  },
);

test('a name of twenty letters counts letters, not code units, and marks cannot be heaped', () => {
  expect(toName('👩🏽'.repeat(20))).not.toBeNull();
  expect((toName(`Z${'\u0338'.repeat(300)}`) ?? '').length).toBeLessThanOrEqual(6);
});

test('a name is a name of itself, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (wish) => {
      const name = toName(wish);
      if (name === null) return;
      expect(toName(name)).toBe(name);
      expect(name).not.toMatch(/\p{C}/u);
    }),
    { numRuns: 2000 },
  );
});

test('capitals and spaces do not make another name', () => {
  expect(nameKey('Ana María')).toBe(nameKey('ANAMARÍA'));
  expect(nameKey('Zoe')).not.toBe(nameKey('Zoë'));
});

test('names are given out once each, then with a number', () => {
  const taken = new Set<string>();
  const given = Array.from({ length: 7 }, (_, index) => {
    const name = drawName(['Fox', 'Owl', 'Elk'], taken, (index * 0.37) % 1);
    taken.add(nameKey(name));
    return name;
  });
  expect(new Set(given).size).toBe(7);
  expect(given.slice(0, 3).sort()).toEqual(['Elk', 'Fox', 'Owl']);
});

test('a number has six digits, and is read as people write it', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (draw) => {
      expect(readPin(pinOf(draw))).toBe(pinOf(draw));
    }),
  );
  expect(readPin(' 123-456 ')).toBe('123456');
  expect(readPin('１２３４５６')).toBe('123456');
  for (const no of ['012345', '12345', '1234567', 'abcdef', '']) expect(readPin(no)).toBeNull();
});

test('points: accuracy alone unless wanted, speed never more than 30 percent, extra time is fair', () => {
  const at = (elapsedMs: number, speedShare: number, limitMs = 20_000): number =>
    pointsOf(1, { elapsedMs, limitMs, speedShare });
  expect([at(0, 0), at(19_000, 0)]).toEqual([1000, 1000]);
  expect([at(0, 0.3), at(10_000, 0.3), at(20_000, 0.3), at(20_400, 0.3)]).toEqual([1000, 850, 700, 700]);
  expect(at(20_000, 0.3, 40_000)).toBe(at(10_000, 0.3));
  expect(at(20_000, 5)).toBe(700);
  expect(pointsOf(0, { elapsedMs: 0, limitMs: 1, speedShare: 0.3 })).toBe(0);
});
