import { expect, test } from 'vitest';
import { deckOf, deleteDeck, listDecks, renameDeck } from '@/lib/server/data/decks';
import { db } from '@/lib/server/db';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember, newVisitor } from '../support/people';

onEveryDatabase(() => {
  test('the shelf counts what was kept and what is proposed, newest deck first', async () => {
    const ann = await newMember();
    const first = await newDeck(ann, 4, 'Towers');
    await newDeck(ann, 2, 'Bridges');
    const where = { id: first.factIds[0] ?? '' };
    await (await db()).fact.update({ where, data: { status: 'proposed' } });
    const shelf = await listDecks(ann);
    expect(shelf.map(({ title, kept, proposed }) => [title, kept, proposed])).toEqual([
      ['Bridges', 2, 0],
      ['Towers', 3, 1],
    ]);
    expect(await listDecks(await newVisitor())).toEqual([]);
  });

  test('a deck is renamed and deleted with all that is in it', async () => {
    const ann = await newMember();
    const { deckId, factIds } = await newDeck(ann);
    await renameDeck(ann, deckId, 'Old towers');
    expect(await deckOf(ann, deckId)).toEqual({ id: deckId, title: 'Old towers' });
    await deleteDeck(ann, deckId);
    await expect(deckOf(ann, deckId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await (await db()).fact.count({ where: { id: { in: [...factIds] } } })).toBe(0);
  });

  test("someone else's deck is not found", async () => {
    const [ann, bob] = [await newMember(), await newMember()];
    const { deckId } = await newDeck(ann);
    const notFound = { code: 'NOT_FOUND' };
    await expect(deckOf(bob, deckId)).rejects.toMatchObject(notFound);
    await expect(renameDeck(bob, deckId, 'Mine')).rejects.toMatchObject(notFound);
    await expect(deleteDeck(bob, deckId)).rejects.toMatchObject(notFound);
    expect(await deckOf(ann, deckId)).toEqual({ id: deckId, title: 'Towers' });
  });
});
