/** Archives (zip) and streams (zstd) from strangers: what is unpacked is counted while it is unpacked. */
import { Decompress } from 'fzstd';
import { unzipSync } from 'fflate';
import { UnreadableFile } from './study-set';

const MOST_ENTRIES = 20_000;
/** Bytes, unpacked, all together. */
const MOST_UNPACKED = 128 * 1024 * 1024;

const TOO_MUCH = 'This file unpacks to more than 128 MB. Split it and bring in the parts one by one.';

/** The names of what is in a zip, in order. @throws UnreadableFile where it is none, or holds too many. */
export const namesIn = (bytes: Uint8Array): string[] => {
  const names: string[] = [];
  unzipped(bytes, (name) => {
    names.push(name);
    if (names.length > MOST_ENTRIES) throw new UnreadableFile('This file holds more than 20,000 parts.');
    return false;
  });
  return names;
};

/**
 * What of a zip is `wanted`, by name. The size that an entry claims is all the room it is given, so that a false claim
 * damages only itself. @throws UnreadableFile for what is no zip, is damaged or too large.
 */
export const readEntries = (
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Readonly<Record<string, Uint8Array>> => {
  let size = 0;
  return unzipped(bytes, (name, unpacked) => {
    if (!wanted(name)) return false;
    size += unpacked;
    if (size > MOST_UNPACKED) throw new UnreadableFile(TOO_MUCH);
    return true;
  });
};

const unzipped = (
  bytes: Uint8Array,
  filter: (name: string, unpacked: number) => boolean,
): Readonly<Record<string, Uint8Array>> => {
  try {
    return unzipSync(bytes, { filter: ({ name, originalSize }) => filter(name, originalSize) });
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('This file is damaged: its archive cannot be opened.');
  }
};

const PIECE = 64 * 1024;
/** Bytes that a stream may ask its reader to look back; zstd itself asks for 8 MB unless told otherwise. */
const MOST_WINDOW = 32 * 1024 * 1024;
const MAGIC = 0xfd2fb528;

/** How much room the head of a zstd frame asks for (RFC 8878, 3.1.1.1): all of it would be given before anything is read. */
const windowOf = (bytes: Uint8Array): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 6 || view.getUint32(0, true) !== MAGIC) return Infinity;
  const descriptor = view.getUint8(4);
  const isSingle = (descriptor & 0x20) !== 0;
  if (!isSingle) {
    const byte = view.getUint8(5);
    const base = 2 ** (10 + (byte >> 3));
    return base + (base / 8) * (byte & 7);
  }
  const at = 5 + ([0, 1, 2, 4][descriptor & 3] ?? 0);
  switch (descriptor >> 6) {
    case 0:
      return view.getUint8(at);
    case 1:
      return view.getUint16(at, true) + 256;
    case 2:
      return view.getUint32(at, true);
    default:
      return Number(view.getBigUint64(at, true));
  }
};

const DAMAGED = 'This file is damaged: a part of it cannot be unpacked.';

/** A zstd stream, unpacked. @throws UnreadableFile where it is damaged or too large. */
export const unpackZstd = (bytes: Uint8Array): Uint8Array => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    if (windowOf(bytes) > MOST_WINDOW) throw new UnreadableFile(DAMAGED);
    const stream = new Decompress((chunk) => {
      size += chunk.length;
      if (size > MOST_UNPACKED) throw new UnreadableFile(TOO_MUCH);
      chunks.push(chunk.slice());
    });
    for (let at = 0; at < bytes.length; at += PIECE) {
      stream.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(DAMAGED);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};
