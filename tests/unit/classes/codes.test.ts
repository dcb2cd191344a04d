import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODE_LENGTHS, codeOf, readCode, spellCode, type CodeKind } from '@/lib/classes/codes';

const kinds: readonly CodeKind[] = ['class', 'resume'];

test('a code is read as it is spelled, however it was typed', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 200, maxLength: 200 }),
      fc.constantFrom(...kinds),
      (bytes, kind) => {
        const code = codeOf(kind, bytes);
        fc.pre(code.length === CODE_LENGTHS[kind]); // bytes may all be of those that give no letter
        for (const typed of [
          code,
          spellCode(code),
          ` ${code.toLowerCase()} `,
          code.replaceAll(/./g, '$& '),
        ]) {
          expect(readCode(kind, typed)).toBe(code);
        }
      },
    ),
  );
});

test('every letter comes up equally often', () => {
  const counts = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    const letter = codeOf('class', [byte]);
    if (letter !== '') counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  expect(counts.size).toBe(27);
  expect([...new Set(counts.values())]).toEqual([9]);
});

test('what is no code is none', () => {
  for (const typed of ['', 'ABC', 'BCDF-GHJ0', 'BCDFGHJKM', 'BCDF GHJI', '💥'.repeat(8)]) {
    expect(readCode('class', typed)).toBeNull();
  }
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void readCode('resume', typed)));
});
