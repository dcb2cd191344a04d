/** Streams of zstd (RFC 8878) from strangers. */
import { Decompress } from 'fzstd';
import type { Room } from './room';
import { UnreadableFile } from './unreadable-file';

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

/** A zstd stream, unpacked as far as there is room. @throws UnreadableFile where it is damaged or too large. */
export const unpackZstd = (bytes: Uint8Array, room: Room): Uint8Array => {
  const chunks: Uint8Array[] = [];
  const most = room.for(bytes.length);
  let size = 0;
  try {
    if (windowOf(bytes) > MOST_WINDOW) throw new UnreadableFile(DAMAGED);
    const stream = new Decompress((chunk) => {
      size += chunk.length;
      if (size > most) throw room.refusal(bytes.length);
      chunks.push(chunk.slice());
    });
    for (let at = 0; at < bytes.length; at += PIECE) {
      stream.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(DAMAGED);
  }
  room.take(size);
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};
