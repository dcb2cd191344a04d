/** From bytes to letters: by the mark at the front, by what is claimed, or by what the bytes look like. */

const UTF16_SAMPLE = 4096;

/** The encoding that a byte order mark names. */
const markedEncoding = ([first, second, third]: Uint8Array): string | null => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
};

/** UTF-16 of western text has a zero in every second byte; nothing else that is text has any. */
const unmarkedUtf16 = (bytes: Uint8Array): string | null => {
  const sample = bytes.subarray(0, UTF16_SAMPLE - (UTF16_SAMPLE % 2));
  if (bytes.length % 2 === 1 || sample.length < 4) return null;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le';
  return even > half * 0.7 && odd < half * 0.05 ? 'utf-16be' : null;
};

/** The UTF-16 that `bytes` are in, if they are. */
export const utf16Of = (bytes: Uint8Array): string | null => {
  const marked = markedEncoding(bytes);
  if (marked !== null) return marked === 'utf-8' ? null : marked;
  return unmarkedUtf16(bytes);
};

/** What windows-1252 has at 0x80 to 0x9f; a point where it has nothing. */
const WESTERN = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ';

/** Some versions of Node take windows-1252 for Latin-1, which has control signs where that has quotes and dashes. */
const decodeBy = (bytes: Uint8Array, encoding: string, fatal: boolean): string => {
  const decoder = new TextDecoder(encoding, { fatal });
  const text = decoder.decode(bytes);
  if (decoder.encoding !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009f]/gu, (sign) => WESTERN[sign.charCodeAt(0) - 0x80] ?? sign);
};

const decodeStrictly = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return decodeBy(bytes, encoding, true);
  } catch {
    return null; // not in this encoding, or in none of that name
  }
};

type Guess = { readonly encoding: string; readonly usual: RegExp };

/**
 * Encodings of old files, with the letters beyond ASCII that their languages use; of two that fit equally the first is
 * taken. A text read in a wrong one is full of signs that nobody writes.
 */
const GUESSES: readonly Guess[] = [
  { encoding: 'windows-1252', usual: /[À-ÖØ-öø-ÿŒœŠšŽž‘’“”–—…•€£§©®°·«»]/gu },
  { encoding: 'macintosh', usual: /[À-ÖØ-öø-ÿŒœ‘’“”–—…•£§©®°«»]/gu },
  { encoding: 'windows-1251', usual: /[а-яёА-ЯЁіїєґўІЇЄҐЎ«»–—№]/gu },
  { encoding: 'koi8-r', usual: /[а-яёА-ЯЁ]/gu },
  { encoding: 'shift_jis', usual: /[ぁ-ヿ一-龠、。「」]/gu },
  { encoding: 'euc-jp', usual: /[ぁ-ヿ一-龠、。「」]/gu },
  { encoding: 'gb18030', usual: /[一-龠，。、“”（）]/gu },
  { encoding: 'big5', usual: /[一-龠，。、「」（）]/gu },
  { encoding: 'euc-kr', usual: /[가-힣]/gu },
];
const SAMPLE = 32_768;
const BEYOND_ASCII = /[^\u0000-\u007f]/gu;
/** Cyrillic read as western letters is all letters; a word that begins small and ends in capitals, or is nothing but accents, gives it away. */
const UNLIKELY = /\p{Ll}\p{Lu}|[À-ÖØ-öø-ÿ]{4,}|[а-яё][А-ЯЁ]|[\u0080-\u009f]/gu;

const fitOf = (text: string, usual: RegExp): number => {
  const beyond = text.match(BEYOND_ASCII)?.length ?? 0;
  if (beyond === 0) return 1;
  const odd = text.match(UNLIKELY)?.length ?? 0;
  return ((text.match(usual)?.length ?? 0) - 2 * odd) / beyond;
};

/** The encoding that an old file is likeliest in. */
const guessEncoding = (bytes: Uint8Array): string => {
  // Cut at a line's end, so that no letter of several bytes is cut in two.
  const end = bytes.length <= SAMPLE ? bytes.length : bytes.lastIndexOf(0x0a, SAMPLE);
  const sample = bytes.subarray(0, end <= 0 ? SAMPLE : end);
  let best = { encoding: 'windows-1252', fit: -Infinity };
  for (const { encoding, usual } of GUESSES) {
    const text = decodeStrictly(sample, encoding);
    const fit = text === null ? -Infinity : fitOf(text, usual);
    if (fit > best.fit + 0.05) best = { encoding, fit };
  }
  return best.encoding;
};

/**
 * The letters of `bytes`: by their mark, as UTF-8 or UTF-16 where they are valid as such, by `claimed` (an encoding's
 * label), else by the likeliest of the common old encodings. Never throws.
 */
export const decodeText = (bytes: Uint8Array, claimed: string | null = null): string => {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes);
  const claimedText = claimed === null || /^utf-?16/iu.test(claimed) ? null : decodeStrictly(bytes, claimed);
  return decodeStrictly(bytes, 'utf-8') ?? claimedText ?? decodeBy(bytes, guessEncoding(bytes), false);
};
