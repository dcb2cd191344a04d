import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { liveOptionsSchema } from '@/lib/live/stored';
import { addCard } from '@/lib/server/data/own-cards';
import { createLive } from '@/lib/server/data/live-create';
import { storeMedia } from '@/lib/server/data/media';
import { db } from '@/lib/server/db';
import { mediaEndpoint } from '@/lib/server/media-endpoint';
import { roomOf } from '@/lib/server/live/rooms';
import { playerCookie } from '@/lib/server/live/token';
import { onEveryDatabase } from '../support/databases';
import { newMember } from '../support/people';

vi.stubEnv('BASE_URL', undefined); // Vitest’s own

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

const load = (name: string, cookie = '', range: Record<string, string> = {}): Promise<Response> =>
  mediaEndpoint(name)(new Request('http://quiz.example/api/media/x', { headers: { cookie, ...range } }));

onEveryDatabase(() => {
  test('a player without an account loads the pictures of the question that is asked, and no others', async () => {
    const host = await newMember();
    const database = await db();
    const { id: deckId } = await database.deck.create({ data: { userId: host.id, title: 'Towers' } });
    const names = ['one.png', 'two.png', 'private.png'];
    await database.$transaction((transaction) =>
      storeMedia(
        transaction,
        host,
        names.map((name) => ({ name, bytes: PNG })),
      ),
    );
    for (const name of ['one.png', 'two.png'])
      await addCard(host, deckId, {
        front: `Which tower? [image: ${name}]`,
        back: name.slice(0, 3),
        proof: null,
      });
    const id = await createLive(host, {
      source: { deckId, count: 2, typed: true },
      classId: null,
      options: liveOptionsSchema.parse({ readSeconds: 0 }),
      seed: 'seed',
      random: Math.random,
      now: new Date(),
    });
    const room = await roomOf(id);
    if (room === null) throw new Error('there is no room');
    const player = randomUUID();
    const join = { name: 'join', id: player, wish: 'Ann', draw: 0, userId: null } as const;
    await room.command({ role: 'newcomer' }, join);
    const ann = playerCookie(id, player).split(';')[0] ?? '';
    const stranger = playerCookie(randomUUID(), player).split(';')[0] ?? '';
    const statuses = async (cookie: string) =>
      Promise.all(names.map(async (name) => (await load(name, cookie)).status));
    expect(await statuses(ann)).toEqual([401, 401, 401]);

    const next = () => room.command({ role: 'host' }, { name: 'next', step: room.session().step });
    await next();
    const asked = names.filter((name) => room.session().items[0]?.prompt.includes(name));
    expect(asked).toHaveLength(1);
    expect(await statuses(ann)).toEqual(names.map((name) => (asked.includes(name) ? 200 : 401)));
    expect(await statuses(stranger)).toEqual([401, 401, 401]);
    expect(await statuses(`${ann}x`)).toEqual([401, 401, 401]);
    const shown = await load(asked[0] ?? '', ann);
    expect([shown.headers.get('content-type'), new Uint8Array(await shown.arrayBuffer())]).toEqual([
      'image/png',
      PNG,
    ]);
    const part = await load(asked[0] ?? '', ann, { range: 'bytes=1-3' });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      `bytes 1-3/${PNG.length}`,
      'PNG',
    ]);
    for (let step = 0; step < 3; step += 1) await next();
    expect(await statuses(ann)).toEqual(
      names.map((name) => (asked.includes(name) || name === 'private.png' ? 401 : 200)),
    );
    await room.command({ role: 'host' }, { name: 'close' });
    expect(await statuses(ann)).toEqual([401, 401, 401]);
    room.stop();
  });
});
