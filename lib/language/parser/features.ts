/**
 * What the network sees of a word: the word itself if it is known, its first and last letters by hash, and its
 * shape. `training/features.hpp` does exactly the same; a change here is a change there and new weights.
 */

const PLAIN = new Map([
  [0x2018, 0x27],
  [0x2019, 0x27],
  [0x201c, 0x22],
  [0x201d, 0x22],
  [0x2013, 0x2d],
  [0x2014, 0x2d],
]);

/** One byte per code point: ASCII stays, typographic marks become plain, the rest keeps its low seven bits. */
export const foldForm = (form: string): Uint8Array => {
  const folded = new Uint8Array(form.length);
  let length = 0;
  for (const character of form) {
    const code = character.codePointAt(0) ?? 0;
    const plain = PLAIN.get(code) ?? code;
    folded[length++] = plain < 0x80 ? plain : 0x80 | (plain & 0x7f);
  }
  return folded.subarray(0, length);
};

/** Lower case, and every digit a nought: "F-16" becomes "f-00". */
export const toWordKey = (folded: Uint8Array): Uint8Array =>
  folded.map((byte) =>
    byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte >= 0x31 && byte <= 0x39 ? 0x30 : byte,
  );

/** A key as text, to look words and shapes up by. */
export const toText = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

const kindOf = (byte: number): string => {
  if (byte >= 0x30 && byte <= 0x39) return 'd';
  if (byte >= 0x41 && byte <= 0x5a) return 'X';
  if (byte >= 0x61 && byte <= 0x7a) return 'x';
  return byte > 0x7f ? 'u' : String.fromCharCode(byte);
};

/** Classes of characters, runs cut to two, eight at most: "McDonald" is "XxXxx", "1,250" is "d,dd". */
export const toShapeKey = (folded: Uint8Array): string => {
  let shape = '';
  for (const byte of folded) {
    const kind = kindOf(byte);
    if (shape.endsWith(kind + kind)) continue;
    if (shape.length === 8) break;
    shape += kind;
  }
  return shape;
};

/** FNV-1a (Fowler, Noll, Vo) over the kind of piece and its bytes, then one round of mixing. */
const hashPiece = (kind: string, bytes: Uint8Array): number => {
  let hash = Math.imul(0x811c9dc5 ^ kind.charCodeAt(0), 0x01000193);
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
};

/** Prefixes of 1 to 3, suffixes of 1 to 5, and the whole word, each as the number of a bucket. */
export const toPieces = (key: Uint8Array, buckets: number): number[] => {
  const pieces: number[] = [];
  for (let length = 1; length <= Math.min(3, key.length); length++) {
    pieces.push(hashPiece('0123'.charAt(length), key.subarray(0, length)) % buckets);
  }
  for (let length = 1; length <= Math.min(5, key.length); length++) {
    pieces.push(hashPiece('abcdef'.charAt(length), key.subarray(key.length - length)) % buckets);
  }
  pieces.push(hashPiece('w', key) % buckets);
  return pieces;
};
