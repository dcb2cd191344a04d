/**
 * Archives (zip, APPNOTE 6.3) from strangers. Nothing is unpacked but what is asked for, and what is unpacked is counted
 * on the way; whatever an archive claims about itself is checked or ignored.
 */
import { inflateRawSync } from 'node:zlib';
import { newRoom, type Room } from './room';
import { UnreadableFile } from './unreadable-file';

const MOST_ENTRIES = 2000;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const MOST_COMMENT = 0xffff;

const DAMAGED =
  'This file is damaged: its archive cannot be opened. Save it again, or bring it in another way.';
const OVERLAPPING = 'Parts of this file overlap, as in a file that was made to do harm. It was not read.';
const ODD_NAMES = 'This file holds parts with unsafe names. It was not read.';

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
};

export type Archive = {
  readonly names: readonly string[];
  /** The bytes of an entry, `null` where there is none. @throws UnreadableFile */
  readonly read: (name: string) => Uint8Array | null;
};

const findEnd = (view: DataView): number => {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - MOST_COMMENT); at--) {
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) <= view.byteLength)
      return at;
  }
  throw new UnreadableFile(DAMAGED);
};

const isUnsafe = (name: string): boolean =>
  /^[/\\]|^[a-zA-Z]:|\\|\0/u.test(name) || name.split('/').includes('..');

const readDirectory = (bytes: Uint8Array, view: DataView, most: number): Entry[] => {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > most) {
    throw new UnreadableFile(
      `This file holds more than ${most.toLocaleString('en')} parts. It was not read.`,
    );
  }
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw new UnreadableFile(DAMAGED);
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (isUnsafe(name)) throw new UnreadableFile(ODD_NAMES);
    if ((view.getUint16(at + 8, true) & 1) !== 0) {
      throw new UnreadableFile('This file is locked with a password. Save it without one.');
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
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw new UnreadableFile(DAMAGED);
  const nameLength = view.getUint16(offset + 26, true);
  const localName = new TextDecoder().decode(bytes.subarray(offset + 30, offset + 30 + nameLength));
  const start = offset + 30 + nameLength + view.getUint16(offset + 28, true);
  if (localName !== name || start + packed > bytes.length) throw new UnreadableFile(DAMAGED);
  return bytes.subarray(start, start + packed);
};

const refuseOverlaps = (entries: readonly Entry[]): void => {
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset);
  for (const [index, { offset, packed }] of inOrder.entries()) {
    const next = inOrder[index + 1];
    if (next !== undefined && offset + 30 + packed > next.offset) throw new UnreadableFile(OVERLAPPING);
  }
};

export type ZipLimits = {
  /** Shared by all that is unpacked of one file. */
  readonly room?: Room;
  /** Entries. */
  readonly most?: number;
};

/**
 * Opens a zip of at most 2,000 entries, unless told otherwise; what is read of it takes its room.
 * @throws UnreadableFile for what is no zip, is damaged, locked, or a trick.
 */
export const openZip = (
  bytes: Uint8Array,
  { room = newRoom(), most = MOST_ENTRIES }: ZipLimits = {},
): Archive => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view, most);
  refuseOverlaps(entries);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const read = (name: string): Uint8Array | null => {
    const entry = byName.get(name);
    if (entry === undefined) return null;
    const unpacked = unpack(packedBytes(bytes, view, entry), entry.method, room);
    room.take(unpacked.length);
    return unpacked;
  };
  return { names: [...byName.keys()], read };
};

const unpack = (packed: Uint8Array, method: number, room: Room): Uint8Array => {
  const most = room.for(packed.length);
  if (method === 0) {
    if (packed.length > most) throw room.refusal(packed.length);
    return packed;
  }
  if (method !== 8) throw new UnreadableFile(DAMAGED);
  if (most <= 0) throw room.refusal(packed.length);
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (error) {
    const tooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw tooLarge ? room.refusal(packed.length) : new UnreadableFile(DAMAGED);
  }
};
