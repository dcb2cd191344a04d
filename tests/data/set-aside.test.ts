import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Rating } from '@/lib/model';
import { dueByDeck } from '@/lib/server/data/due';
import { nextCards } from '@/lib/server/data/due-cards';
import { recordReview } from '@/lib/server/data/reviews';
import { replayUser } from '@/lib/server/data/replay';
import { asideFacts, setAside, setFlag } from '@/lib/server/data/set-aside';
import type { User } from '@/lib/server/user';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

const NOON = new Date('2026-03-01T12:00:00Z');
const DAY = 86_400_000;

const queue = async (user: User, deckId: string, now = NOON) =>
  (await nextCards(user, { deckId, now, limit: 9 })).cards.map(({ factId }) => factId);

const answer = (user: User, factId: string, rating: Rating, at: Date) =>
  recordReview(user, {
    id: randomUUID(),
    factId,
    questionId: null,
    rating,
    form: 'cloze',
    mode: 'study',
    elapsedMs: null,
    at,
  });

onEveryDatabase(() => {
  test('what is buried comes back tomorrow, what is suspended when it is taken in, and memories stay', async () => {
    const user = await newMember();
    const { deckId, factIds } = await newDeck(user, 3);
    const [first = '', second = '', third = ''] = factIds;
    await answer(user, first, 'again', new Date(NOON.getTime() - DAY));
    await setAside(user, first, 'bury', NOON);
    await setAside(user, second, 'suspend', NOON);
    expect(await queue(user, deckId)).toEqual([third]);
    expect(await dueByDeck(user, NOON)).toEqual(new Map([[deckId, { due: 0, steps: 0, fresh: 1 }]]));
    const tomorrow = new Date('2026-03-02T04:00:00Z');
    expect(await queue(user, deckId, new Date(tomorrow.getTime() - 1))).toEqual([third]);
    expect(await queue(user, deckId, tomorrow)).toEqual([first, third]);
    await setAside(user, second, 'takeIn', NOON);
    expect((await queue(user, deckId, tomorrow)).sort()).toEqual([...factIds].sort());
    expect(await replayUser(user)).toEqual([]);
  });

  test('a flag is on the card and in the list until it is taken off', async () => {
    const user = await newMember();
    const { deckId, factIds } = await newDeck(user, 2);
    await setFlag(user, factIds[0] ?? '', 'green');
    const { cards } = await nextCards(user, { deckId, now: NOON, limit: 9 });
    expect(cards.map(({ flag }) => flag)).toEqual(['green', null]);
    expect(await asideFacts(user, NOON)).toMatchObject([{ id: factIds[0], flag: 'green', suspended: false }]);
    await setFlag(user, factIds[0] ?? '', null);
    expect(await asideFacts(user, NOON)).toEqual([]);
  });

  test('a fact that is forgotten again and again is listed, and still asked', async () => {
    const user = await newMember();
    const { deckId, factIds } = await newDeck(user, 1);
    const [factId = ''] = factIds;
    let at = NOON.getTime();
    for (let lapse = 0; lapse < 8; lapse += 1) {
      await answer(user, factId, 'easy', new Date(at));
      at += 60 * DAY;
      await answer(user, factId, 'again', new Date(at));
      at += DAY;
    }
    expect(await asideFacts(user, new Date(at))).toMatchObject([{ id: factId, lapses: 8, suspended: false }]);
    expect(await queue(user, deckId, new Date(at))).toEqual([factId]);
  });

  test('nobody sets aside or sees what is not theirs', async () => {
    const user = await newMember();
    const { factIds } = await newDeck(user, 1);
    const stranger = await newMember();
    const [factId = ''] = factIds;
    await expect(setAside(stranger, factId, 'suspend', NOON)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(setFlag(stranger, factId, 'red')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await setAside(user, factId, 'suspend', NOON);
    expect(await asideFacts(stranger, NOON)).toEqual([]);
  });
});
