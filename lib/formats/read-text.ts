/** The door for plain text: from bytes or a paste to clean text, or a code that says why not. */
import { decodeText, utf16Of } from './decode';

export const MAX_WORDS = 200_000;

export type TextRefusal = 'empty' | 'binary' | 'too-long';
export type TextResult =
  | { readonly ok: true; readonly text: string; readonly words: number }
  | { readonly ok: false; readonly code: TextRefusal };

/** More than one in so many characters that no text has: a program, a picture, a damaged file. */
const JUNK_PER = 200;
/** No text of the permitted number of words is as long as this, in bytes. */
const MAX_BYTES = 16_000_000;

const JUNK = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffd]/gu;
const CONTROL = /[\p{Cc}\u2028\u2029]/gu;
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;
const SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu;

/**
 * The text with one kind of line break, one kind of space and nothing invisible; composed (NFC), so that a
 * letter with an accent is one character. A second pass changes nothing.
 */
export const normaliseText = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(/\r\n?|\u2028|\u0085/gu, '\n')
    .replaceAll('\u2029', '\n\n')
    .replaceAll('\f', '\n')
    .replaceAll('\t', ' ')
    .replace(CONTROL, (mark) => (mark === '\n' ? mark : ''))
    .replace(SPACE, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .normalize('NFC');

/** How many words `text` has: stretches without white space that hold a letter or a figure. */
export const countWords = (text: string): number => {
  let words = 0;
  for (const [stretch] of text.matchAll(/\S+/gu)) if (/[\p{L}\p{N}]/u.test(stretch)) words++;
  return words;
};

const isJunk = (text: string): boolean => {
  const junk = text.match(JUNK)?.length ?? 0;
  return junk > 0 && junk * JUNK_PER > text.length;
};

/** The pasted text, normalised, or why it is refused: no words, no text, or more than `MAX_WORDS` words. */
export const checkText = (raw: string): TextResult => {
  if (isJunk(raw)) return { ok: false, code: 'binary' };
  const text = normaliseText(raw);
  const words = countWords(text);
  if (words === 0) return { ok: false, code: 'empty' };
  if (words > MAX_WORDS) return { ok: false, code: 'too-long' };
  return { ok: true, text, words };
};

/**
 * The text of a plain file in any common encoding. Refusals as for `checkText`.
 * Runs in a browser as well as on a server.
 */
export const readText = (bytes: Uint8Array): TextResult => {
  if (bytes.length > MAX_BYTES) return { ok: false, code: 'too-long' };
  // A zero byte is in no 8-bit text, and in every picture, archive and program.
  if (utf16Of(bytes) === null && bytes.includes(0)) return { ok: false, code: 'binary' };
  return checkText(decodeText(bytes));
};
