import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Rating } from '@/lib/model';
import { db } from '@/lib/server/db';
import { DEFAULT_STUDY } from '@/lib/memory/study-settings';
import { changeStudySettings, openUser } from '@/lib/server/data/users';
import { progressByDeck } from '@/lib/server/data/deck-progress';
import { dueByDeck, nextDueAt } from '@/lib/server/data/due';
import { catchUpPlan, dueForecast } from '@/lib/server/data/due-ahead';
import { deckTitle, nextCards } from '@/lib/server/data/due-cards';
import { recordReview } from '@/lib/server/data/reviews';
import { undoReview } from '@/lib/server/data/reviews-amend';
import type { User } from '@/lib/server/user';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

const NOON = new Date('2026-03-01T12:00:00Z');
const DAY = 86_400_000;
const after = (ms: number) => new Date(NOON.getTime() + ms);

const grade = async (user: User, factId: string | undefined, rating: Rating, at = NOON): Promise<string> => {
  const id = randomUUID();
  await recordReview(user, {
    id,
    factId: factId ?? '',
    questionId: null,
    rating,
    form: 'cloze',
    mode: 'study',
    elapsedMs: null,
    // The wait of FSRS itself, so that the day is known.
    interval: null,
    at,
  });
  return id;
};

const queue = async (user: User, now = NOON, deckId: string | null = null) =>
  (await nextCards(user, { deckId, now, limit: 100 })).cards.map(({ factId }) => factId);

onEveryDatabase(() => {
  test('what was never seen comes by salience, as cards with their proof', async () => {
    const user = await newMember();
    const { deckId, factIds } = await newDeck(user, 3);
    const { cards, left, heldBack } = await nextCards(user, { deckId, now: NOON, limit: 2 });
    expect(cards.map(({ factId }) => factId)).toEqual(factIds.slice(0, 2));
    expect({ left, heldBack }).toEqual({ left: 3, heldBack: 0 });
    expect(cards[1]).toMatchObject({
      form: 'choice',
      answer: '1808',
      deckTitle: 'Towers',
      intervals: { again: { words: '1 min', days: null }, good: { words: '10 min', days: null } },
      waitsUntil: null,
      proof: {
        before: 'Tower number 1 was opened in 1801. ',
        statement: 'Tower number 2 was opened in 1808.',
        after: ' Tower number 3 was opened in 1815.',
        articleTitle: 'Towers',
      },
    });
    expect(await dueByDeck(user, NOON)).toEqual(new Map([[deckId, { due: 0, steps: 0, fresh: 3 }]]));
  });

  test('a fact is recognised among options until it is known a little, and recalled then', async () => {
    const user = await newMember();
    const { deckId, factIds } = await newDeck(user, 2);
    const database = await db();
    await database.question.deleteMany({ where: { factId: factIds[0] ?? '', form: 'cloze' } });
    const cards = async () => (await nextCards(user, { deckId, now: NOON, limit: 9 })).cards;
    expect((await cards()).map(({ form, options }) => [form, options.length])).toEqual([
      ['choice', 4],
      ['choice', 4],
    ]);
    for (const factId of factIds) await grade(user, factId, 'easy');
    const later = await nextCards(user, { deckId, now: after(30 * DAY), limit: 9 });
    expect(later.cards.map(({ factId, form }) => [factId, form]).sort()).toEqual(
      [
        [factIds[0], 'choice'],
        [factIds[1], 'cloze'],
      ].sort(),
    );
  });

  test('learning steps come back in their minute, ahead of it only after everything else', async () => {
    const user = await newMember();
    const { deckId, factIds } = await newDeck(user, 3);
    await grade(user, factIds[0], 'again');
    expect(await queue(user)).toEqual([factIds[1], factIds[2], factIds[0]]);
    expect(await queue(user, after(61_000))).toEqual(factIds);
    expect(await dueByDeck(user, NOON)).toEqual(new Map([[deckId, { due: 0, steps: 0, fresh: 2 }]]));
    expect(await dueByDeck(user, after(61_000))).toEqual(new Map([[deckId, { due: 1, steps: 1, fresh: 2 }]]));
    const { cards } = await nextCards(user, { deckId, now: NOON, limit: 9 });
    expect(cards.at(-1)?.waitsUntil).toBe(after(60_000).getTime());
  });

  test('what is over the cap of a day waits, the likeliest forgotten come first, and nothing new comes meanwhile', async () => {
    const member = await newMember('Europe/Berlin');
    const { factIds } = await newDeck(member, 6);
    await changeStudySettings(member, { ...member.study, reviewsPerDay: 2 });
    const { user } = await openUser(member.id);
    for (const factId of factIds.slice(0, 3)) await grade(user, factId, 'easy');
    await grade(user, factIds[3], 'easy', after(-20 * DAY));
    await grade(user, factIds[4], 'easy', after(-DAY));
    const now = after(10 * DAY);
    const capped = await nextCards(user, { deckId: null, now, limit: 9 });
    expect(capped).toMatchObject({ left: 2, waiting: 3, heldBack: 1 });
    expect(capped.cards.map(({ factId }) => factId)).toEqual([factIds[3], factIds[4]]);
    for (const factId of [factIds[3], factIds[4]]) await grade(user, factId, 'easy', now);
    const later = await nextCards(user, { deckId: null, now, limit: 9 });
    expect(later).toMatchObject({ cards: [], left: 0, waiting: 3, heldBack: 1 });
    expect(await catchUpPlan(user, now, later.waiting, null)).toMatch(
      /^3 reviews are waiting; at 2 a day you are through by \w+ 13 March\.$/,
    );
    // What is named is studied whatever the limit.
    expect((await nextCards(user, { deckId: null, factIds, now, limit: 9 })).waiting).toBe(0);
  });

  test('a part of what is due is the first part of all of it, and both are counted alike', async () => {
    const user = await newMember();
    const { factIds } = await newDeck(user, 9);
    // Answered on different days and differently often, so that their memories differ; two are learning steps.
    for (const [index, factId] of factIds.slice(0, 7).entries()) {
      for (let times = 0; times <= index % 3; times += 1)
        await grade(user, factId, times === 0 ? 'easy' : 'good', after((index * 2 + times * 9) * DAY));
    }
    const late = after(90 * DAY);
    await grade(user, factIds[7], 'again', late);
    await grade(user, factIds[8], 'good', late);
    const minutes = new Date(late.getTime() + 60_000);
    const all = await nextCards(user, { deckId: null, now: minutes, limit: 100 });
    expect(all.cards.length).toBeGreaterThan(5);
    const idsOf = ({ cards }: typeof all) => cards.map(({ factId }) => factId);
    for (const limit of [1, 3, 8]) {
      const part = await nextCards(user, { deckId: null, now: minutes, limit });
      expect(part.cards.length).toBeGreaterThan(0);
      expect(idsOf(part)).toEqual(idsOf(all).slice(0, part.cards.length));
      expect({ left: part.left, waiting: part.waiting }).toEqual({ left: all.left, waiting: 0 });
    }
  });

  test('a review is due all through its day, and its day begins at four', async () => {
    const user = await newMember('Europe/Berlin');
    const { deckId, factIds } = await newDeck(user, 1);
    await grade(user, factIds[0], 'easy');
    const due = await nextDueAt(user, deckId, NOON);
    expect(due).not.toBeNull();
    const start = due?.getTime() ?? 0;
    expect(await queue(user, new Date(start - 1))).toEqual([]);
    expect(await queue(user, new Date(start))).toEqual(factIds);
    expect((await dueByDeck(user, new Date(start - 1))).get(deckId)).toBeUndefined();
    expect((await dueByDeck(user, new Date(start))).get(deckId)).toEqual({ due: 1, steps: 0, fresh: 0 });
    const days = await dueForecast(user, NOON, 10);
    expect(days).toHaveLength(10);
    expect(days.reduce((sum, each) => sum + each.due, 0)).toBe(1);
  });

  test('only so many facts are met on one day, and one taken back does not count', async () => {
    const user = await newMember();
    const { factIds } = await newDeck(user, DEFAULT_STUDY.newPerDay + 3);
    expect(await nextCards(user, { deckId: null, now: NOON, limit: 5 })).toMatchObject({
      left: DEFAULT_STUDY.newPerDay,
      heldBack: 3,
    });
    const ids: string[] = [];
    for (const factId of factIds.slice(0, DEFAULT_STUDY.newPerDay))
      ids.push(await grade(user, factId, 'easy'));
    expect(await nextCards(user, { deckId: null, now: NOON, limit: 5 })).toMatchObject({
      left: 0,
      heldBack: 3,
    });
    await undoReview(user, { reviewId: ids[0] ?? '', id: randomUUID(), at: NOON });
    expect(await nextCards(user, { deckId: null, now: NOON, limit: 5 })).toMatchObject({
      left: 1,
      heldBack: 3,
    });
    const tomorrow = await nextCards(user, { deckId: null, now: after(DAY), limit: 50 });
    expect(tomorrow.left).toBe(4);
  });

  test('what is not kept is not asked, and forms take turns', async () => {
    const user = await newMember();
    const { factIds } = await newDeck(user, 3);
    const database = await db();
    await database.fact.update({ where: { id: factIds[0] ?? '' }, data: { status: 'rejected' } });
    await database.question.updateMany({
      where: { factId: factIds[1] ?? '' },
      data: { status: 'proposed' },
    });
    await database.question.create({
      data: {
        factId: factIds[2] ?? '',
        form: 'basic',
        prompt: 'When was tower 3 opened?',
        answer: '1815',
        options: [],
        checks: [],
        status: 'accepted',
      },
    });
    expect(await queue(user)).toEqual([factIds[2]]);
    const form = async () => (await nextCards(user, { deckId: null, now: NOON, limit: 1 })).cards[0]?.form;
    expect(await form()).toBe('choice');
    await grade(user, factIds[2], 'again');
    expect(await form()).toBe('cloze');
  });

  test('what one card tells of another waits for the next sitting', async () => {
    const user = await newMember();
    const { deckId, factIds } = await newDeck(user, 2);
    const database = await db();
    const telling = { statement: 'Tower number 1 was opened before tower number 2, opened in 1808.' };
    await database.fact.update({ where: { id: factIds[0] ?? '' }, data: telling });
    const first = await nextCards(user, { deckId, now: NOON, limit: 9 });
    expect(first.cards.map(({ factId }) => factId)).toEqual([factIds[0]]);
    expect(first.left).toBe(2);
    await grade(user, factIds[0], 'easy');
    expect(await queue(user, NOON, deckId)).toEqual([factIds[1]]);
  });

  test('progress counts facts by how far they have come', async () => {
    const user = await newMember();
    const { deckId, factIds } = await newDeck(user, 3);
    await grade(user, factIds[0], 'good');
    for (const days of [0, 10, 40, 100]) await grade(user, factIds[1], 'easy', after(days * DAY));
    expect(await progressByDeck(user)).toEqual([
      { deckId, title: 'Towers', fresh: 1, learning: 1, known: 1 },
    ]);
  });

  test('a quiz can name the facts to study', async () => {
    const user = await newMember();
    const { factIds } = await newDeck(user, 3);
    const { cards } = await nextCards(user, {
      deckId: null,
      factIds: factIds.slice(1, 2),
      now: NOON,
      limit: 9,
    });
    expect(cards.map(({ factId }) => factId)).toEqual(factIds.slice(1, 2));
  });

  test('nothing of someone else is found', async () => {
    const [owner, stranger] = [await newMember(), await newMember()];
    const { deckId, factIds } = await newDeck(owner, 2);
    await grade(owner, factIds[0], 'easy');
    const refused = { code: 'NOT_FOUND' };
    await expect(nextCards(stranger, { deckId, now: NOON, limit: 5 })).rejects.toMatchObject(refused);
    await expect(deckTitle(stranger, deckId)).rejects.toMatchObject(refused);
    expect(await nextCards(stranger, { deckId: null, factIds, now: NOON, limit: 5 })).toEqual({
      cards: [],
      left: 0,
      heldBack: 0,
      waiting: 0,
    });
    expect(await dueByDeck(stranger, NOON)).toEqual(new Map());
    expect(await nextDueAt(stranger, deckId, NOON)).toBeNull();
    expect((await dueForecast(stranger, NOON, 30)).every(({ due }) => due === 0)).toBe(true);
    expect(await progressByDeck(stranger)).toEqual([]);
  });
});
