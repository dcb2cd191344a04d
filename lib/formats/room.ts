/** How much of what comes from strangers is unpacked: counted while it is unpacked, whatever a file claims of itself. */
import { UnreadableFile } from './unreadable-file';

/** Bytes, unpacked, all parts of one file together. */
const MOST_UNPACKED = 100 * 1024 * 1024;
/** How often larger a part may be than its packed bytes. */
const MOST_RATIO = 100;
/** Small parts may pack better: a page of spaces is no bomb. */
const RATIO_FROM = 1024 * 1024;

/** The room that is left for one file. */
export type Room = {
  /** Bytes that a part of `packed` bytes may come to. */
  readonly for: (packed: number) => number;
  /** Notes that a part has come to `unpacked` bytes. */
  readonly take: (unpacked: number) => void;
  /** Why a part that wants more than it may have is not read. */
  readonly refusal: (packed: number) => UnreadableFile;
};

/** 100 MB, and no part of more than 1 MB larger than 100 times its packed size. */
export const newRoom = (): Room => {
  let left = MOST_UNPACKED;
  const byRatio = (packed: number): number => Math.max(RATIO_FROM, packed * MOST_RATIO);
  return {
    for: (packed) => Math.min(left, byRatio(packed)),
    take: (unpacked) => {
      left -= unpacked;
    },
    refusal: (packed) =>
      new UnreadableFile(
        left < byRatio(packed)
          ? 'This file unpacks to more than 100 MB. Split it and bring in the parts one by one.'
          : 'This file unpacks to far more than a file of its size holds. It was not read.',
      ),
  };
};
