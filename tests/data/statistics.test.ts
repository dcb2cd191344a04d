import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { dayOf } from '@/lib/memory/days';
import type { Rating } from '@/lib/model';
import { db } from '@/lib/server/db';
import { deleteDeck } from '@/lib/server/data/decks';
import { setFactStatus } from '@/lib/server/data/facts';
import { replayUser } from '@/lib/server/data/replay';
import { recordReview } from '@/lib/server/data/reviews';
import { correctReview, undoReview } from '@/lib/server/data/reviews-amend';
import { lifeStatistics } from '@/lib/server/data/statistics';
import { adoptGuest } from '@/lib/server/data/users';
import type { User } from '@/lib/server/user';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember, newVisitor } from '../support/people';

const START = Date.parse('2026-03-01T12:00:00Z');
const DAY = 86_400_000;
const dayAfter = (days: number) => new Date(START + days * DAY);

const grade = async (
  user: User,
  factId: string | undefined,
  rating: Rating,
  days: number,
): Promise<string> => {
  const id = randomUUID();
  const answer = { id, factId: factId ?? '', questionId: null, rating, elapsedMs: 2000, at: dayAfter(days) };
  await recordReview(user, { ...answer, form: 'cloze', mode: 'study', interval: null });
  return id;
};

onEveryDatabase(() => {
  test('a life in figures: retention, days, hours, what falls due and what is known', async () => {
    const user = await newMember('Europe/Berlin');
    const { factIds } = await newDeck(user, 3);
    for (const factId of factIds) await grade(user, factId, 'easy', 0);
    await grade(user, factIds[0], 'good', 8);
    const slip = await grade(user, factIds[1], 'again', 8);
    await grade(user, factIds[1], 'good', 8.01);
    const now = dayAfter(9);
    const today = dayOf(now, user.learner);
    const life = await lifeStatistics(user, now, 400);
    expect(life.retention).toEqual([7, 30, 90, 365].map((days) => ({ days, recalls: 2, recalled: 1 })));
    expect(life.days).toEqual([
      { day: today - 9, answers: 3, timed: 3, elapsedMs: 6000 },
      { day: today - 1, answers: 3, timed: 3, elapsedMs: 6000 },
    ]);
    expect(life.hours.filter(({ recalls }) => recalls > 0)).toEqual([{ hour: 13, recalls: 2, recalled: 1 }]);
    expect(life.met).toBe(3);
    expect(life.known).toBeGreaterThan(2.5);
    expect(life.known).toBeLessThan(3);
    // The one that nobody answered again, and the one relearnt the day before.
    expect(life.forecast[0]).toEqual({ day: today, due: 2 });
    expect(life.forecast.reduce((sum, { due }) => sum + due, 0)).toBe(3);

    const at = dayAfter(9);
    await correctReview(user, { reviewId: slip, id: randomUUID(), at, rating: 'good' });
    expect((await lifeStatistics(user, now, 1)).retention[0]).toEqual({ days: 7, recalls: 2, recalled: 2 });
    await undoReview(user, { reviewId: slip, id: randomUUID(), at });
    const after = await lifeStatistics(user, now, 1);
    expect(after.retention[0]).toEqual({ days: 7, recalls: 2, recalled: 2 });
    expect(after.days.at(-1)?.answers).toBe(2);
    expect(await replayUser(user)).toEqual([]);
  });

  test('what is deleted is in no figure, what a visitor brings along is, and nobody sees another', async () => {
    const [member, visitor] = [await newMember(), await newVisitor()];
    const [kept, gone] = [await newDeck(visitor, 1), await newDeck(visitor, 1)];
    await grade(visitor, kept.factIds[0], 'good', 0);
    await grade(visitor, gone.factIds[0], 'good', 0);
    await adoptGuest(visitor, member);
    expect((await lifeStatistics(member, dayAfter(1), 5)).days[0]?.answers).toBe(2);
    await deleteDeck(member, gone.deckId);
    const life = await lifeStatistics(member, dayAfter(1), 5);
    expect(life.days[0]?.answers).toBe(1);
    expect(life.met).toBe(1);
    expect(await replayUser(member)).toEqual([]);
    const stranger = await lifeStatistics(await newMember(), dayAfter(1), 5);
    expect(stranger).toMatchObject({ days: [], known: 0, met: 0 });
    expect(stranger.forecast.every(({ due }) => due === 0)).toBe(true);
    expect(await (await db()).studyHour.count({ where: { deckId: gone.deckId } })).toBe(0);
  });

  test('one deck in figures is that deck alone, and a stranger finds none', async () => {
    const [user, stranger] = [await newMember(), await newMember()];
    const [one, other] = [await newDeck(user, 2), await newDeck(user, 3)];
    for (const factId of one.factIds) await grade(user, factId, 'easy', 0);
    for (const factId of other.factIds) await grade(user, factId, 'easy', 0);
    await grade(user, one.factIds[0], 'again', 9);
    const now = dayAfter(9.01);
    const [all, deck] = [
      await lifeStatistics(user, now, 30),
      await lifeStatistics(user, now, 30, one.deckId),
    ];
    expect(all).toMatchObject({ met: 5 });
    expect(deck.met).toBe(2);
    expect(deck.days.map(({ answers }) => answers)).toEqual([2, 1]);
    expect(deck.retention[0]).toEqual({ days: 7, recalls: 1, recalled: 0 });
    expect(deck.forecast.reduce((sum, { due }) => sum + due, 0)).toBe(2);
    const rest = await lifeStatistics(user, now, 30, other.deckId);
    expect(deck.known + rest.known).toBeCloseTo(all.known, 9);
    await expect(lifeStatistics(stranger, now, 30, one.deckId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a fact that was left out after it was learnt is no longer counted as known', async () => {
    const user = await newMember();
    const { deckId, factIds } = await newDeck(user, 3);
    for (const factId of factIds) await grade(user, factId, 'easy', 0);
    for (const now of [dayAfter(0.01), dayAfter(5)]) {
      await setFactStatus(user, factIds[0] ?? '', 'accepted');
      const before = await lifeStatistics(user, now, 1);
      await setFactStatus(user, factIds[0] ?? '', 'rejected');
      for (const life of [await lifeStatistics(user, now, 1), await lifeStatistics(user, now, 1, deckId)]) {
        expect(life.met).toBe(2);
        expect(life.known).toBeCloseTo((before.known * 2) / 3, 9);
      }
    }
  });
});
