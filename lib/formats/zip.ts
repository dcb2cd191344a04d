/**
 * Archives (zip, APPNOTE 6.3) from strangers. Nothing is unpacked but what is asked for, and what is unpacked is counted
 * on the way; whatever an archive claims about itself is checked or ignored.
 */
import { inflateRawSync } from 'node:zlib';
import { UnreadableDocument } from './document';

const MOST_ENTRIES = 2000;
/** Bytes, unpacked, all entries together. */
const MOST_UNPACKED = 100 * 1024 * 1024;
/** How often larger an entry may be than its packed bytes. */
const MOST_RATIO = 100;
/** Small entries may pack better: a page of spaces is no bomb. */
const RATIO_FROM = 1024 * 1024;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const MOST_COMMENT = 0xffff;

const DAMAGED =
  'This file is damaged: its archive cannot be opened. Save it again, or paste the text instead.';
const BOMB = 'This file unpacks to far more than a document holds. It was not read.';
const ODD_NAMES = 'This file holds parts with unsafe names. It was not read.';

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
};

export type Archive = {
  readonly names: readonly string[];
  /** The bytes of an entry, `null` where there is none. @throws UnreadableDocument */
  readonly read: (name: string) => Uint8Array | null;
};

const findEnd = (view: DataView): number => {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - MOST_COMMENT); at--) {
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) <= view.byteLength)
      return at;
  }
  throw new UnreadableDocument(DAMAGED);
};

const isUnsafe = (name: string): boolean =>
  /^[/\\]|^[a-zA-Z]:|\\|\0/u.test(name) || name.split('/').includes('..');

const readDirectory = (bytes: Uint8Array, view: DataView): Entry[] => {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) {
    throw new UnreadableDocument('This file holds more than 2,000 parts. It was not read.');
  }
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw new UnreadableDocument(DAMAGED);
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (isUnsafe(name)) throw new UnreadableDocument(ODD_NAMES);
    if ((view.getUint16(at + 8, true) & 1) !== 0) {
      throw new UnreadableDocument('This file is locked with a password. Save it without one.');
    }
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
};

/** The bytes of an entry as they are packed. A local header that contradicts the directory is a trick or damage. */
const packedBytes = (bytes: Uint8Array, view: DataView, { name, offset, packed }: Entry): Uint8Array => {
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL)
    throw new UnreadableDocument(DAMAGED);
  const nameLength = view.getUint16(offset + 26, true);
  const localName = new TextDecoder().decode(bytes.subarray(offset + 30, offset + 30 + nameLength));
  const start = offset + 30 + nameLength + view.getUint16(offset + 28, true);
  if (localName !== name || start + packed > bytes.length) throw new UnreadableDocument(DAMAGED);
  return bytes.subarray(start, start + packed);
};

const refuseOverlaps = (entries: readonly Entry[]): void => {
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset);
  for (const [index, { offset, packed }] of inOrder.entries()) {
    const next = inOrder[index + 1];
    if (next !== undefined && offset + 30 + packed > next.offset) throw new UnreadableDocument(BOMB);
  }
};

/**
 * Opens a zip of at most 2,000 entries; what is read of it comes to at most 100 MB, and nothing of more than 1 MB to more
 * than 100 times its packed size.
 * @throws UnreadableDocument for what is no zip, is damaged, locked, or a trick.
 */
export const openZip = (bytes: Uint8Array): Archive => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view);
  refuseOverlaps(entries);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  let left = MOST_UNPACKED;
  const read = (name: string): Uint8Array | null => {
    const entry = byName.get(name);
    if (entry === undefined) return null;
    const packed = packedBytes(bytes, view, entry);
    const room = Math.min(left, Math.max(RATIO_FROM, packed.length * MOST_RATIO));
    const unpacked = unpack(packed, entry.method, room);
    left -= unpacked.length;
    return unpacked;
  };
  return { names: [...byName.keys()], read };
};

const unpack = (packed: Uint8Array, method: number, room: number): Uint8Array => {
  if (method === 0) {
    if (packed.length > room) throw new UnreadableDocument(BOMB);
    return packed;
  }
  if (method !== 8) throw new UnreadableDocument(DAMAGED);
  if (room <= 0) throw new UnreadableDocument(BOMB);
  try {
    return inflateRawSync(packed, { maxOutputLength: room });
  } catch (error) {
    const tooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new UnreadableDocument(tooLarge ? BOMB : DAMAGED);
  }
};
