import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Frame } from '@/lib/live/seen';
import { liveOptionsSchema } from '@/lib/live/stored';
import { viewFor, type Viewer } from '@/lib/live/view';
import { createLive } from '@/lib/server/data/live-create';
import { isHostOf, livePinned, loadLive, sweepLive } from '@/lib/server/data/live';
import { hostedLive, liveOffer, liveQuizOffer } from '@/lib/server/data/live-start';
import { USUAL_SETTINGS } from '@/lib/quiz/settings';
import { startQuiz } from '@/lib/server/data/quizzes';
import { db } from '@/lib/server/db';
import { openRoom, type Room } from '@/lib/server/live/room';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

const HOST = { role: 'host' } as const;
const NEWCOMER = { role: 'newcomer' } as const;

const newLive = async (options: object = {}) => {
  const user = await newMember();
  const { deckId } = await newDeck(user, 3);
  const id = await createLive(user, {
    source: { deckId, count: 3, typed: false },
    classId: null,
    options: liveOptionsSchema.parse({ readSeconds: 0, ...options }),
    seed: 'seed',
    random: Math.random,
    now: new Date(),
  });
  return { user, deckId, id };
};

/** The session as a process finds it that has just begun. */
const load = async (id: string): Promise<Room> => {
  const loaded = await loadLive(id);
  if (loaded === null) throw new Error('there is no session');
  return openRoom(loaded);
};

const join = async (room: Room, name: string, id: string = randomUUID()): Promise<string> => {
  await room.command(NEWCOMER, { name: 'join', id, wish: name, draw: 0, userId: null });
  return id;
};

const next = async (room: Room): Promise<void> => {
  await room.command(HOST, { name: 'next', step: room.session().step });
};

const answer = (room: Room, id: string, option: number) =>
  room.command({ role: 'player', id }, { name: 'answer', question: 0, option });

/** A device that keeps what it was sent. */
const watch = (room: Room, viewer: Viewer): Frame[] => {
  const frames: Frame[] = [];
  room.listen({ viewer, send: (frame) => frames.push(JSON.parse(frame) as Frame) });
  return frames;
};

onEveryDatabase(() => {
  test('a room is made from a deck that is theirs, with questions to choose in', async () => {
    const { user, deckId, id } = await newLive();
    const other = await newMember();
    const session = (await loadLive(id))?.session;
    expect(session?.items).toHaveLength(3);
    expect(session?.items.every(({ form, options }) => form === 'choice' && options.length === 4)).toBe(true);
    expect(session?.items[0]?.passage).toHaveLength(3);
    expect(await livePinned(session?.pin ?? '')).toBe(id);
    expect(await liveOffer(user, deckId)).toMatchObject({ available: 3, running: id });
    expect([await isHostOf(user, id), await isHostOf(other, id)]).toEqual([true, false]);
    await expect(hostedLive(other, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(liveOffer(other, deckId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a stored quiz is played with its own settings, typed questions among them; somebody else’s is not found', async () => {
    const [user, other] = [await newMember(), await newMember()];
    const { deckId } = await newDeck(user, 5);
    const settings = { ...USUAL_SETTINGS, count: 4, groups: ['typed' as const] };
    const attemptId = await startQuiz(user, { deckId, settings, seed: 'seed', now: new Date() });
    const { quizId } = await (
      await db()
    ).attempt.findUniqueOrThrow({
      where: { id: attemptId },
      select: { quizId: true },
    });
    const wish = {
      source: { quizId },
      classId: null,
      options: liveOptionsSchema.parse({ readSeconds: 0 }),
      seed: 'seed',
      random: Math.random,
      now: new Date(),
    };
    await expect(createLive(other, wish)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(liveQuizOffer(other, quizId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const id = await createLive(user, wish);
    expect(await liveQuizOffer(user, quizId)).toMatchObject({ count: 4, running: id });
    const room = await load(id);
    expect(room.session().items.map(({ form }) => form)).toEqual(['cloze', 'cloze', 'cloze', 'cloze']);
    const ann = await join(room, 'Ann');
    await next(room);
    const text = room.session().items[0]?.answer ?? '';
    await room.command({ role: 'player', id: ann }, { name: 'write', question: 0, text });
    expect((await loadLive(id))?.session.answers[0]?.get(ann)).toMatchObject({ given: text, correct: true });
    await expect(createLive(user, { ...wish, classId: 'somebody-else' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('what was acknowledged is there after the process is gone: players, answers, the step', async () => {
    const { id } = await newLive();
    const room = await load(id);
    const [ann, bob] = [await join(room, 'Ann'), await join(room, 'Bob')];
    watch(room, { role: 'host' });
    watch(room, { role: 'player', id: ann });
    watch(room, { role: 'player', id: bob });
    await next(room);
    await answer(room, ann, 1);
    const before = room.session();
    const again = (await load(id)).session();
    expect(again.phase).toEqual(before.phase);
    expect(again.step).toBe(before.step);
    expect([...again.players.values()]).toEqual([...before.players.values()]);
    expect(again.answers).toEqual(before.answers);
    // The same answer sent again, to the new process: still one, and the first.
    const woken = await load(id);
    await answer(woken, ann, 2);
    expect((await loadLive(id))?.session.answers[0]?.get(ann)?.given).toBe(before.items[0]?.options[1]?.text);
    expect(await (await db()).liveAnswer.count({ where: { sessionId: id } })).toBe(1);
  });

  test('in every phase whoever comes anew sees what those see who stayed, and so does a new process', async () => {
    const { id } = await newLive({ evidence: true, readSeconds: 5 });
    const room = await load(id);
    const ann = await join(room, 'Ann');
    const viewers: readonly Viewer[] = [HOST, { role: 'screen' }, { role: 'player', id: ann }];
    const stayed = viewers.map((viewer) => watch(room, viewer));
    const seen = new Set<string>();
    const compare = async (): Promise<void> => {
      const { phase } = room.session();
      seen.add(phase.name);
      const stored = (await loadLive(id))?.session;
      for (const [index, viewer] of viewers.entries()) {
        const view = stayed[index]?.at(-1)?.view;
        expect(watch(room, viewer).at(-1)?.view, `${phase.name} of ${viewer.role}`).toEqual(view);
        if (viewer.role === 'host') continue; // who is connected is not stored
        const woken = stored === undefined ? null : viewFor(stored, viewer);
        const apart = { done: 0, of: 0, paused: null };
        expect({ ...woken, ...apart }, `${phase.name} of ${viewer.role}, woken`).toEqual({
          ...view,
          ...apart,
        });
      }
    };
    await compare();
    for (let step = 0; step < 20 && room.session().phase.name !== 'ended'; step += 1) {
      await next(room);
      const { phase } = room.session();
      if (phase.name === 'answering' && phase.question === 0) {
        await compare();
        await answer(room, ann, 1);
      }
      await compare();
    }
    expect([...seen].sort()).toEqual(
      ['answering', 'ended', 'lobby', 'podium', 'proving', 'reading', 'revealed', 'standings'].sort(),
    );
  });

  test('a hundred who answer at once all count, in few commits, and each is sent their own view alone', async () => {
    const { id } = await newLive();
    const room = await load(id);
    const ids = await Promise.all(Array.from({ length: 100 }, (_, index) => join(room, `Player ${index}`)));
    const frames = ids.map((player) => watch(room, { role: 'player', id: player }));
    watch(room, { role: 'host' });
    await next(room);
    const counts = frames.map((each) => each.length);
    const { version } = (await loadLive(id)) ?? { version: 0 };
    // All but one: the last would end the question.
    await Promise.all(ids.slice(1).map((player, index) => answer(room, player, index % 4)));
    expect(frames.slice(1).every((each, index) => each.length === (counts[index + 1] ?? 0) + 1)).toBe(true);
    expect(frames[0]?.length).toBe(counts[0]);
    expect(((await loadLive(id))?.version ?? 0) - version).toBeLessThan(10);
    expect(await (await db()).liveAnswer.count({ where: { sessionId: id } })).toBe(99);
    await answer(room, ids[0] ?? '', 0);
    expect(room.session().phase.name).toBe('revealed');
    const last = frames[5]?.at(-1)?.view;
    expect(last?.role === 'player' && last.outcome?.verdict).toMatch(/right|wrong/);
    expect(JSON.stringify(frames[5])).not.toContain(ids[6]);
  });

  test('of two processes that write one session none loses what the other wrote', async () => {
    const { id } = await newLive();
    const [one, two] = [await load(id), await load(id)];
    const ann = await join(one, 'Ann');
    const bob = await join(two, 'Bob');
    await expect(join(one, 'bob')).rejects.toMatchObject({ code: 'LIVE_NAME_TAKEN' });
    await next(two);
    await Promise.all([answer(one, ann, 0), answer(two, bob, 1)]);
    expect((await loadLive(id))?.session.answers[0]?.size).toBe(2);
  });

  test('nothing of one session reaches another, and what is refused is refused alone', async () => {
    const [one, two] = [await newLive(), await newLive()];
    const [first, second] = [await load(one.id), await load(two.id)];
    const ann = await join(first, 'Ann');
    const frames = watch(second, { role: 'host' });
    await expect(answer(second, ann, 0)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const results = await Promise.allSettled([join(first, 'Ann'), join(first, 'Cem'), next(first)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(JSON.stringify(frames)).not.toMatch(/Ann|Cem/);
  });

  test('a number is free again once nobody has come for a day, and when the session is over', async () => {
    const [kept, over] = [await newLive(), await newLive()];
    const room = await load(over.id);
    const pin = room.session().pin ?? '';
    await room.command(HOST, { name: 'close' });
    expect(await livePinned(pin)).toBeNull();
    const other = (await loadLive(kept.id))?.session.pin ?? '';
    await sweepLive(new Date(Date.now() - 60_000));
    expect(await livePinned(other)).toBe(kept.id);
    await sweepLive(new Date(Date.now() + 60_000));
    expect(await livePinned(other)).toBeNull();
  });
});
