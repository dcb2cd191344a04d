import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/server/db';
import { recordReview } from '@/lib/server/data/reviews';
import { studySetOf } from '@/lib/server/data/study-sets';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

onEveryDatabase(() => {
  test('a deck as a study set: kept facts with their kept questions, each with its proof', async () => {
    const user = await newMember();
    const { deckId, factIds } = await newDeck(user, 4);
    const database = await db();
    await database.fact.update({ where: { id: factIds[3] ?? '' }, data: { status: 'rejected' } });
    await database.question.updateMany({
      where: { factId: factIds[2] ?? '', form: 'choice' },
      data: { status: 'rejected' },
    });
    const { title, cards } = await studySetOf(user, deckId, false);
    expect(title).toBe('Towers');
    expect(cards.map(({ questions }) => questions.length)).toEqual([2, 2, 1]);
    expect(cards[0]).toMatchObject({
      id: factIds[0],
      proof: 'Tower number 1 was opened in 1801.',
      source: 'Towers',
      tags: ['Towers'],
      memory: null,
      reviews: [],
    });
    await expect(studySetOf(await newMember(), deckId, false)).rejects.toThrow('not yours');
  });

  test('an option says where it belongs', async () => {
    const user = await newMember();
    const { deckId, factIds } = await newDeck(user, 2);
    await (
      await db()
    ).question.updateMany({
      where: { factId: factIds[0] ?? '', form: 'choice' },
      data: {
        options: [
          { text: '1801', factId: factIds[0] ?? '' },
          { text: '1808', factId: factIds[1] ?? '' },
        ],
      },
    });
    const { cards } = await studySetOf(user, deckId, false);
    expect(cards[0]?.questions.find(({ form }) => form === 'choice')?.options).toEqual([
      { text: '1801', feedback: null },
      { text: '1808', feedback: 'It belongs elsewhere: “Tower number 2 was opened in 1808.”' },
    ]);
  });

  test('memory and reviews go along only where they are asked for', async () => {
    const user = await newMember();
    const { deckId, factIds } = await newDeck(user, 2);
    const at = new Date('2026-01-01T10:00:00Z');
    await recordReview(user, {
      id: randomUUID(),
      factId: factIds[0] ?? '',
      questionId: null,
      rating: 'easy',
      form: 'cloze',
      mode: 'study',
      elapsedMs: 1500,
      at,
    });
    expect((await studySetOf(user, deckId, false)).cards[0]).toMatchObject({ memory: null, reviews: [] });
    const [card] = (await studySetOf(user, deckId, true)).cards;
    expect(card?.memory).toMatchObject({ reps: 1, lastReview: at });
    expect(card?.reviews).toEqual([
      { at, rating: 'easy', practice: false, elapsedMs: 1500, days: card?.memory?.scheduledDays },
    ]);
  });
});
