import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_NAME, nameKeyOf, readName } from '@/lib/classes/member-name';

test.each([
  ['Li', 'Li'],
  ['  Ann   Marie ', 'Ann Marie'],
  ['Ann\u200bMarie', 'AnnMarie'],
  ['\u202eAnn', 'Ann'],
  ['Ａｎｎ', 'Ann'],
  ['Ann\tMarie', 'Ann Marie'],
  ['نیک\u200cپی', 'نیک\u200cپی'],
  ['Ann\u200d', 'Ann'],
  ['李小龙', '李小龙'],
])('%j is kept as %j', (typed, kept) => {
  expect(readName(typed)).toBe(kept);
});

test.each(['', '   ', '\u200b\u200d', '\u3164', 'x'.repeat(LONGEST_NAME + 1)])('%j is no name', (typed) => {
  expect(readName(typed)).toBeNull();
});

test('a name that was read is read as itself, and holds nothing unseen', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (typed) => {
      const name = readName(typed);
      if (name === null) return;
      expect(readName(name)).toBe(name);
      expect(name.replace(/[\u200c\u200d]/gu, '')).not.toMatch(/\p{C}/u);
    }),
  );
});

test('names that look alike have one key', () => {
  for (const other of ['ANN MARIE', 'ann marie', 'Ann  Marie', 'AnnMarie', 'Ann\u200dMarie']) {
    expect(nameKeyOf(readName(other) ?? ''), other).toBe(nameKeyOf('Ann Marie'));
  }
  expect(nameKeyOf('Ann')).not.toBe(nameKeyOf('Anna'));
});
