import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/server/db';
import { nextCards } from '@/lib/server/data/due-cards';
import { practiceCards, recordPractice } from '@/lib/server/data/practice';
import { recordReview } from '@/lib/server/data/reviews';
import { undoReview } from '@/lib/server/data/reviews-amend';
import { replayUser } from '@/lib/server/data/replay';
import type { User } from '@/lib/server/user';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

const NOON = new Date('2026-03-01T12:00:00Z');
const LATER = new Date('2026-03-01T12:05:00Z');

const answerOf = (factId: string, id: string = randomUUID()) => ({
  id,
  factId,
  questionId: null,
  rating: 'again' as const,
  form: 'cloze' as const,
  elapsedMs: 900,
  at: LATER,
});

const stateOf = async (user: User) => {
  const database = await db();
  const where = { userId: user.id };
  return JSON.stringify([
    await database.memory.findMany({ where, orderBy: { factId: 'asc' } }),
    await database.studyHour.findMany({ where }),
    await database.fact.findMany({ where: { deck: { userId: user.id } }, orderBy: { id: 'asc' } }),
  ]);
};

onEveryDatabase(() => {
  test('practice is in the log and leaves the schedule alone, also when it is sent twice or taken back', async () => {
    const user = await newMember();
    const { deckId, factIds } = await newDeck(user, 2);
    const [first = '', second = ''] = factIds;
    await recordReview(user, { ...answerOf(first), rating: 'easy', mode: 'study', at: NOON });
    const before = await stateOf(user);
    const id = randomUUID();
    await recordPractice(user, answerOf(first, id));
    await recordPractice(user, answerOf(first, id));
    await recordPractice(user, answerOf(second));
    expect(await stateOf(user)).toBe(before);
    await undoReview(user, { reviewId: id, id: randomUUID(), at: LATER });
    expect(await stateOf(user)).toBe(before);
    expect(await replayUser(user)).toEqual([]);
    const modes = await (
      await db()
    ).review.groupBy({ by: ['mode'], where: { userId: user.id }, _count: true });
    expect(new Map(modes.map(({ mode, _count }) => [mode, _count]))).toEqual(
      new Map([
        ['study', 1],
        ['practice', 3],
      ]),
    );
    expect(
      (await nextCards(user, { deckId, now: LATER, limit: 9 })).cards.map(({ factId }) => factId),
    ).toEqual([second]);
  });

  test('all cards of a deck can be practised, the least known first, or by chance', async () => {
    const user = await newMember();
    const { deckId, factIds } = await newDeck(user, 4);
    for (const factId of factIds.slice(0, 2))
      await recordReview(user, { ...answerOf(factId), rating: 'easy', mode: 'study', at: NOON });
    const wish = { deckId, now: LATER, limit: 9, seed: 'a seed' };
    const weakest = await practiceCards(user, { ...wish, order: 'weakest' });
    expect(weakest).toMatchObject({ title: 'Towers', left: 4 });
    expect(
      weakest.cards
        .slice(0, 2)
        .map(({ factId }) => factId)
        .sort(),
    ).toEqual(factIds.slice(2).sort());
    expect(weakest.cards.every(({ mode, waitsUntil }) => mode === 'practice' && waitsUntil === null)).toBe(
      true,
    );
    const orders = ['a', 'b', 'c', 'd'].map(async (seed) =>
      (await practiceCards(user, { ...wish, seed, order: 'shuffled' })).cards
        .map(({ factId }) => factId)
        .join(),
    );
    expect(new Set(await Promise.all(orders)).size).toBeGreaterThan(1);
  });

  test('nobody practises what is not theirs', async () => {
    const { deckId, factIds } = await newDeck(await newMember(), 1);
    const stranger = await newMember();
    const wish = { deckId, now: NOON, limit: 9, seed: 's', order: 'weakest' as const };
    await expect(practiceCards(stranger, wish)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(recordPractice(stranger, answerOf(factIds[0] ?? ''))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
