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

/** A zstd stream, unpacked. @throws UnreadableFile where it is damaged or too large. */
export const unpackZstd = (bytes: Uint8Array): Uint8Array => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
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
    throw new UnreadableFile('This file is damaged: a part of it cannot be unpacked.');
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};
