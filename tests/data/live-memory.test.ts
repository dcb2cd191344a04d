import { expect, test } from 'vitest';
import { liveOptionsSchema } from '@/lib/live/stored';
import { createLive } from '@/lib/server/data/live-create';
import { loadLive } from '@/lib/server/data/live';
import { rememberLive } from '@/lib/server/data/live-memory';
import { replayUser } from '@/lib/server/data/replay';
import { db } from '@/lib/server/db';
import { openRoom } from '@/lib/server/live/room';
import type { User } from '@/lib/server/user';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

/** A session of `host`'s deck, played to its end by `players`, who answer the first question wrong and the next right. */
const playThrough = async (
  host: User,
  deckId: string,
  players: Readonly<Record<string, User | null>>,
): Promise<void> => {
  const id = await createLive(host, {
    source: { deckId, count: 3, typed: false },
    classId: null,
    options: liveOptionsSchema.parse({ pace: 'own' }),
    seed: 'seed',
    random: Math.random,
    now: new Date(),
  });
  const loaded = await loadLive(id);
  if (loaded === null) throw new Error('there is no session');
  const room = openRoom(loaded);
  for (const [name, user] of Object.entries(players)) {
    const player = `${id}-${name}`;
    await room.command(
      { role: 'newcomer' },
      { name: 'join', id: player, wish: name, draw: 0, userId: user?.id ?? null },
    );
  }
  await room.command({ role: 'host' }, { name: 'next', step: room.session().step });
  for (const name of Object.keys(players)) {
    for (const question of [0, 1]) {
      const item = room.session().items[question];
      const right = item?.options.findIndex(({ text }) => text === item.answer) ?? 0;
      const option = question === 0 ? (right + 1) % 4 : right;
      await room.command({ role: 'player', id: `${id}-${name}` }, { name: 'answer', question, option });
    }
  }
  await room.command({ role: 'host' }, { name: 'finish' });
};

onEveryDatabase(() => {
  test('what a linked player missed is due that evening, in a deck of their own; nobody else learns of it', async () => {
    const [host, ann] = [await newMember(), await newMember()];
    const { deckId, factIds } = await newDeck(host, 3);
    await playThrough(host, deckId, { Ann: ann, Bob: null });
    expect(await rememberLive()).toBe(1);
    expect(await rememberLive()).toBe(0);
    const database = await db();
    const reviews = await database.review.findMany({ where: { userId: ann.id } });
    expect(reviews.map(({ mode, rating }) => [mode, rating]).sort()).toEqual([
      ['live', 'again'],
      ['live', 'good'],
    ]);
    const facts = await database.fact.findMany({
      where: { deck: { userId: ann.id } },
      select: {
        id: true,
        statement: true,
        articleId: true,
        questions: { select: { options: true } },
        memories: true,
      },
    });
    expect(facts).toHaveLength(2);
    expect(
      facts.every(
        ({ id, articleId, questions }) =>
          !factIds.includes(id) && articleId !== null && questions.length === 2,
      ),
    ).toBe(true);
    // Nothing of the host's is named in what the player owns.
    expect(JSON.stringify(facts.map(({ questions }) => questions))).not.toContain(factIds[0]);
    const missed = reviews.find(({ rating }) => rating === 'again');
    const memory = facts.find(({ id }) => id === missed?.factId)?.memories[0];
    expect((memory?.due.getTime() ?? Infinity) - Date.now()).toBeLessThan(60 * 60_000);
    expect(await database.review.count({ where: { userId: host.id } })).toBe(0);
    expect(await replayUser(ann)).toEqual([]);

    // The same deck again: the same cards, and no second deck.
    await playThrough(host, deckId, { Ann: ann });
    await rememberLive();
    expect(await database.deck.count({ where: { userId: ann.id } })).toBe(1);
    expect(await database.review.count({ where: { userId: ann.id } })).toBe(4);
  });

  test('whoever plays their own deck learns by their own facts', async () => {
    const host = await newMember();
    const { deckId, factIds } = await newDeck(host, 3);
    await playThrough(host, deckId, { Me: host });
    await rememberLive();
    const reviews = await (await db()).review.findMany({ where: { userId: host.id } });
    expect(reviews).toHaveLength(2);
    expect(reviews.every(({ factId }) => factIds.includes(factId))).toBe(true);
  });
});
