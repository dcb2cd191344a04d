import 'server-only';
import { createHash } from 'node:crypto';
import { mediaType } from '@/lib/formats/media-types';
import type { MediaFile } from '@/lib/formats/study-set';
import { Refusal } from '@/lib/refusal';
import { db, type Transaction } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

export type StoredMedia = { readonly type: string; readonly bytes: Uint8Array };

/** A picture or sound of theirs. @throws Refusal NOT_FOUND */
export const mediaNamed = async (user: User, name: string): Promise<StoredMedia> => {
  const row = await (
    await db()
  ).media.findUnique({
    where: { userId_name: { userId: user.id, name } },
    select: { type: true, bytes: true },
  });
  if (row === null) throw new Refusal('NOT_FOUND');
  return { type: row.type, bytes: new Uint8Array(row.bytes) };
};

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** `heart.png` as `heart-3fa94c.png`: of two files of one name the later is named by what is in it, too. */
const renamed = (name: string, bytes: Uint8Array): string => {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  return `${stem.slice(0, 150)}-${digest(bytes).slice(0, 12)}${ending.slice(0, 20)}`;
};

/**
 * Keeps media that can be shown or played. Answers under which name each is kept, where that is another than its own.
 */
export const storeMedia = async (
  transaction: Transaction,
  user: User,
  files: readonly MediaFile[],
): Promise<ReadonlyMap<string, string>> => {
  const names = new Map<string, string>();
  for (const { name, bytes } of files) {
    const type = mediaType(bytes);
    if (type === null) continue;
    const kept = await transaction.media.findUnique({
      where: { userId_name: { userId: user.id, name } },
      select: { bytes: true },
    });
    const isSame = kept !== null && digest(new Uint8Array(kept.bytes)) === digest(bytes);
    const as = kept === null || isSame ? name : renamed(name, bytes);
    if (as !== name) names.set(name, as);
    if (isSame) continue;
    const data = { userId: user.id, name: as, type, bytes: new Uint8Array(bytes) };
    await transaction.media.upsert({
      where: { userId_name: { userId: user.id, name: as } },
      create: data,
      update: {},
      select: { id: true },
    });
  }
  return names;
};
