import 'server-only';
import { createHash } from 'node:crypto';
import { mediaParts } from '@/lib/formats/media-marks';
import { mediaType } from '@/lib/formats/media-types';
import type { MediaFile } from '@/lib/formats/study-set';
import { db, type Transaction } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

export type StoredMedia = { readonly type: string; readonly bytes: Uint8Array };

/** A picture or sound of theirs, or one that a card names which their class was given; `null` where there is none. */
export const mediaNamed = async (user: User, name: string, now: Date): Promise<StoredMedia | null> =>
  (await mediaOf(user.id, name)) ?? (await mediaGiven(user, name, now));

/** A picture or sound of a host's, for players of whom it is proven that their room shows it to them now. */
export const mediaOfHost = (hostId: string, name: string): Promise<StoredMedia | null> =>
  mediaOf(hostId, name);

const mediaOf = async (userId: string, name: string): Promise<StoredMedia | null> => {
  const row = await (
    await db()
  ).media.findUnique({
    where: { userId_name: { userId, name } },
    select: { type: true, bytes: true },
  });
  return row === null ? null : { type: row.type, bytes: new Uint8Array(row.bytes) };
};

/** How a text ends that names a picture or a sound, see lib/formats/media-marks. */
const markOf = (name: string): string => `: ${name}]`;

const naming = (name: string) => {
  const contains = markOf(name);
  return { OR: [{ prompt: { contains } }, { answer: { contains } }, { context: { contains } }] };
};

/** What teachers own, where it stands on a paper or a card that they gave to a class of this person's. */
const mediaGiven = async (user: User, name: string, now: Date): Promise<StoredMedia | null> => {
  const database = await db();
  const given = await database.assignment.findMany({
    where: { class: { members: { some: { userId: user.id } } }, opensAt: { lte: now } },
    select: { deckId: true, teacherId: true, paper: true },
  });
  for (const teacherId of new Set(given.map((each) => each.teacherId))) {
    const row = await mediaOf(teacherId, name);
    if (row === null) continue;
    const theirs = given.filter((each) => each.teacherId === teacherId);
    if (theirs.some(({ paper }) => JSON.stringify(paper).includes(markOf(name)))) return row;
    const studied = theirs.filter(({ paper }) => paper === null).map(({ deckId }) => deckId);
    const where = {
      status: 'accepted',
      fact: { deckId: { in: studied }, status: 'accepted' },
      ...naming(name),
    };
    if ((await database.question.findFirst({ where, select: { id: true } })) !== null) return row;
  }
  return null;
};

/** The names of media that the questions of a deck name. */
export const mediaInDeck = async (transaction: Transaction, deckId: string): Promise<string[]> => {
  const marks = ['[image: ', '[sound: '].flatMap((contains) => [
    { prompt: { contains } },
    { answer: { contains } },
    { context: { contains } },
  ]);
  const rows = await transaction.question.findMany({
    where: { fact: { deckId }, OR: marks },
    select: { prompt: true, answer: true, context: true },
  });
  const texts = rows.flatMap(({ prompt, answer, context }) => [prompt, answer, context ?? '']);
  return [
    ...new Set(
      texts.flatMap((text) => mediaParts(text).flatMap((part) => ('name' in part ? [part.name] : []))),
    ),
  ];
};

/** Forgets those of the named media that no card of theirs names any more. */
export const dropUnnamedMedia = async (
  transaction: Transaction,
  user: User,
  names: readonly string[],
): Promise<void> => {
  for (const name of names) {
    const where = { fact: { deck: { userId: user.id } }, ...naming(name) };
    const named = await transaction.question.findFirst({ where, select: { id: true } });
    if (named === null) await transaction.media.deleteMany({ where: { userId: user.id, name } });
  }
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
