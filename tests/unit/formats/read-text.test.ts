import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkText, countWords, MAX_WORDS, normaliseText, readText } from '@/lib/formats/read-text';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, little: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), little);
  return new Uint8Array(view.buffer);
};
const textOf = (bytes: Uint8Array): string => {
  const result = readText(bytes);
  return result.ok ? result.text : result.code;
};

test('UTF-8 and UTF-16, with or without a mark, give the same text', () => {
  const text = 'Zwölf Brücken – “twelve”';
  expect(
    [utf8(text), utf8(`\ufeff${text}`), utf16(`\ufeff${text}`, true), utf16(`\ufeff${text}`, false)].map(
      textOf,
    ),
  ).toEqual([text, text, text, text]);
});

test('a file in the old western code page is read', () => {
  expect(textOf(new Uint8Array([0x4d, 0xfc, 0x6c, 0x6c]))).toBe('Müll');
});

test('what is no text is refused', () => {
  expect(textOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))).toBe(
    'binary',
  );
  expect(textOf(new Uint8Array())).toBe('empty');
  expect(textOf(utf8(' \n\u200b\n — '))).toBe('empty');
});

test('the last word that fits fits', () => {
  expect(checkText('word '.repeat(MAX_WORDS)).ok).toBe(true);
  expect(checkText('word '.repeat(MAX_WORDS + 1))).toEqual({ ok: false, code: 'too-long' });
});

test('normalising leaves one kind of line break and space', () => {
  expect(normaliseText('a\r\nb\rc\u00a0d\u200be\tf\u0007')).toBe('a\nb\nc de f');
});

test('normalising twice is normalising once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
    }),
  );
});

test('reading any bytes ends in text or in a code', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const result = readText(bytes);
      if (result.ok) expect(countWords(result.text)).toBeGreaterThan(0);
    }),
  );
});
