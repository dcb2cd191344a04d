import { expect, test } from 'vitest';
import { foldForm, toPieces, toShapeKey, toText, toWordKey } from '@/lib/language/parser/features';

const keyOf = (form: string): string => toText(toWordKey(foldForm(form)));

test('typographic marks become plain ones, and a letter beyond ASCII one byte', () => {
  expect(toText(foldForm('“It’s—”'))).toBe('"It\'s-"');
  expect([...foldForm('é€𝒳')]).toEqual([
    0x80 | (0xe9 & 0x7f),
    0x80 | (0x20ac & 0x7f),
    0x80 | (0x1d4b3 & 0x7f),
  ]);
});

test('a word is known by its lower case, its digits by noughts', () => {
  expect(keyOf('F-16')).toBe('f-00');
  expect(keyOf('McDonald')).toBe('mcdonald');
});

test('a shape cuts runs to two and ends after eight', () => {
  expect(toShapeKey(foldForm('McDonald'))).toBe('XxXxx');
  expect(toShapeKey(foldForm('1,250'))).toBe('d,dd');
  expect(toShapeKey(foldForm('a1b2c3d4e5'))).toBe('xdxdxdxd');
});

test.each([
  ['I', [5074, 5374, 9619]],
  ['Running', [7808, 6832, 3601, 5902, 6754, 7118, 7450, 9515, 9606]],
  ['Zürich', [8655, 11839, 667, 2169, 8811, 7747, 8956, 5692, 11209]],
])('the pieces of %s are those that the trainer finds', (form, pieces) => {
  expect(toPieces(toWordKey(foldForm(form)), 12_000)).toEqual(pieces);
});
