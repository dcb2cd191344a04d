import { expect, test } from 'vitest';
import { deleteDeck } from '@/lib/server/data/decks';
import { addCard } from '@/lib/server/data/own-cards';
import { mediaNamed, storeMedia } from '@/lib/server/data/media';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';
import { after, assign, OPENS, setting } from '../support/assignments';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

const keep = async (user: User, ...names: string[]): Promise<void> => {
  const files = names.map((name) => ({ name, bytes: PNG }));
  await (await db()).$transaction((transaction) => storeMedia(transaction, user, files));
};
const card = (user: User, deckId: string, name: string) =>
  addCard(user, deckId, { front: `What is this? [image: ${name}]`, back: 'a tower', proof: null });
const sees = async (user: User, name: string, now = after(5)): Promise<boolean> =>
  (await mediaNamed(user, name, now)) !== null;

onEveryDatabase(() => {
  test('a class sees the media of what it was given to study, once that is open, and nothing else of its teacher', async () => {
    const { owner, pupil, classId, deckId } = await setting();
    const other = await newDeck(owner);
    await keep(owner, 'given.png', 'kept.png', 'unnamed.png');
    await card(owner, deckId, 'given.png');
    await card(owner, other.deckId, 'kept.png');
    expect(await sees(pupil, 'given.png')).toBe(false);
    await assign(owner, { classId, deckId }, { quiz: null });
    expect(await sees(pupil, 'given.png', new Date(OPENS.getTime() - 1000))).toBe(false);
    for (const [name, seen] of [
      ['given.png', true],
      ['kept.png', false],
      ['unnamed.png', false],
    ] as const) {
      expect(await sees(pupil, name), name).toBe(seen);
      expect(await sees(owner, name), name).toBe(true);
      expect(await sees(await newMember(), name), name).toBe(false);
    }
  });

  test('media go with the last deck that names them', async () => {
    const ann = await newMember();
    const [first, second] = [await newDeck(ann), await newDeck(ann)];
    await keep(ann, 'one.png', 'both.png', 'nobody.png');
    await card(ann, first.deckId, 'one.png');
    await card(ann, first.deckId, 'both.png');
    await card(ann, second.deckId, 'both.png');
    await deleteDeck(ann, first.deckId);
    expect([await sees(ann, 'one.png'), await sees(ann, 'both.png'), await sees(ann, 'nobody.png')]).toEqual([
      false,
      true,
      true,
    ]);
    await deleteDeck(ann, second.deckId);
    expect(await sees(ann, 'both.png')).toBe(false);
  });
});
