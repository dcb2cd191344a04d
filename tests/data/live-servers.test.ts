import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Frame, LiveView } from '@/lib/live/seen';
import { liveOptionsSchema } from '@/lib/live/stored';
import type { Viewer } from '@/lib/live/view';
import { createLive } from '@/lib/server/data/live-create';
import { loadLive } from '@/lib/server/data/live';
import { holdDatabase, openDatabase } from '@/lib/server/db';
import type { Room } from '@/lib/server/live/room';
import { applyMigrations } from '@/prisma/schema-engine';
import { freshPostgresql } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

/** A server of PostgreSQL; the throw-away one of the other tests has no second connection to listen on. */
const SERVER = process.env.TEST_DATABASE_URL ?? '';
const HOST = { role: 'host' } as const;

let close = (): Promise<void> => Promise.resolve();

beforeAll(async () => {
  if (SERVER === '') return;
  const { url, adapter, close: drop } = await freshPostgresql(SERVER);
  vi.stubEnv('DATABASE_URL', url);
  vi.stubEnv('BASE_URL', undefined); // Vitest’s own
  await applyMigrations('postgresql', adapter);
  const database = await openDatabase(adapter);
  holdDatabase(database);
  close = async () => {
    await database.$disconnect();
    await drop();
  };
});
afterAll(() => close());

/** A server of its own: its modules are loaded anew, and listen on a connection of their own. */
const newServer = async () => {
  vi.resetModules();
  const { openRoom } = await import('@/lib/server/live/room');
  const { peersOf } = await import('@/lib/server/live/peers');
  return async (id: string): Promise<{ room: Room; isHeld: boolean }> => {
    const loaded = await loadLive(id);
    if (loaded === null) throw new Error('there is no session');
    const shared = await peersOf(id);
    if (shared === null) throw new Error('nobody listens');
    return { room: openRoom(loaded, shared.peers, shared.isHeld), isHeld: shared.isHeld };
  };
};

const watch = (room: Room, viewer: Viewer): LiveView[] => {
  const views: LiveView[] = [];
  room.listen({
    viewer,
    send: (frame) => {
      views.push((JSON.parse(frame) as Frame).view);
    },
  });
  return views;
};

const join = async (room: Room, name: string): Promise<string> => {
  const id = randomUUID();
  await room.command({ role: 'newcomer' }, { name: 'join', id, wish: name, draw: 0, userId: null });
  return id;
};

const phaseOf = (views: readonly LiveView[]): string => {
  const view = views.at(-1);
  return view !== undefined && 'phase' in view ? view.phase.name : '';
};

test.skipIf(SERVER === '')(
  'two servers on one PostgreSQL run one session as one',
  { timeout: 30_000 },
  async () => {
    const user = await newMember();
    const { deckId } = await newDeck(user, 3);
    const id = await createLive(user, {
      source: { deckId, count: 3, typed: false },
      classId: null,
      options: liveOptionsSchema.parse({ readSeconds: 0, answerSeconds: 60 }),
      seed: 'seed',
      random: Math.random,
      now: new Date(),
    });
    const [first, second] = [await newServer(), await newServer()];
    const one = await first(id);
    const host = watch(one.room, HOST);
    const two = await second(id);
    expect([one.isHeld, two.isHeld]).toEqual([false, true]);

    const ids = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        join(index % 2 === 0 ? one.room : two.room, `Player ${index}`),
      ),
    );
    const roomOf = (index: number): Room => (index % 2 === 0 ? one.room : two.room);
    const views = ids.map((player, index) => watch(roomOf(index), { role: 'player', id: player }));
    await expect(join(two.room, 'player 0')).rejects.toMatchObject({ code: 'LIVE_NAME_TAKEN' });
    await vi.waitFor(() => {
      const view = host.at(-1);
      expect(view?.role === 'host' && view.of).toBe(40);
    });

    // The host speaks to the first server; the players of the second see it.
    await one.room.command(HOST, { name: 'next', step: one.room.session().step });
    await vi.waitFor(() => {
      expect(views.every((each) => phaseOf(each) === 'answering')).toBe(true);
    });
    await Promise.all(
      ids.map((player, index) =>
        roomOf(index).command(
          { role: 'player', id: player },
          { name: 'answer', question: 0, option: index % 4 },
        ),
      ),
    );
    // All who are connected, to whichever server, have answered: the question ends, on both.
    await vi.waitFor(() => {
      expect([phaseOf(host), ...views.map(phaseOf)].every((name) => name === 'revealed')).toBe(true);
    });
    expect((await loadLive(id))?.session.answers[0]?.size).toBe(40);

    // One server goes; the other has all there is and goes on.
    one.room.stop();
    await two.room.command(HOST, { name: 'next', step: two.room.session().step });
    expect(two.room.session().phase.name).toBe('standings');
    expect(two.room.session().answers[0]?.size).toBe(40);
    two.room.stop();
  },
);
