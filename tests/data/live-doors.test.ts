import { expect, test, vi } from 'vitest';
import { liveOptionsSchema } from '@/lib/live/stored';
import { ADDRESS_HEADER } from '@/lib/server/auth/address-header';
import { createLive } from '@/lib/server/data/live-create';
import { db } from '@/lib/server/db';
import { statusOf } from '@/lib/server/endpoint';
import { commandEndpoint, joinEndpoint, lookEndpoint } from '@/lib/server/live/endpoints';
import { JOINS_MS, joins, MOST_JOINS } from '@/lib/server/live/limits';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

vi.stubEnv('BASE_URL', undefined); // Vitest’s own

const ask = (address: string, body: object, cookie = ''): Request =>
  new Request('http://quiz.example/api/live/look', {
    method: 'POST',
    headers: { [ADDRESS_HEADER]: address, cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const openRoom = async (): Promise<{ id: string; pin: string }> => {
  const user = await newMember();
  const { deckId } = await newDeck(user, 3);
  const id = await createLive(user, {
    source: { deckId, count: 3, typed: false },
    classId: null,
    options: liveOptionsSchema.parse({}),
    seed: 'seed',
    random: Math.random,
    now: new Date(),
  });
  const { pin } = await (await db()).liveSession.findUniqueOrThrow({ where: { id }, select: { pin: true } });
  return { id, pin: pin ?? '' };
};

onEveryDatabase((dialect) => {
  test('whoever guesses numbers is stopped, and nobody else with them', async () => {
    const { pin } = await openRoom();
    const wrong = pin === '111111' ? '222222' : '111111';
    const guesser = `guesser-${dialect}`;
    for (let tries = 0; tries < 60; tries += 1)
      expect((await lookEndpoint(ask(guesser, { pin: wrong }))).status).toBe(404);
    // From now on not even the right number is told.
    expect((await lookEndpoint(ask(guesser, { pin }))).status).toBe(429);
    expect((await joinEndpoint(ask(guesser, { pin, name: 'Eve' }))).status).toBe(429);
    expect((await lookEndpoint(ask(`class-${dialect}`, { pin }))).status).toBe(200);
  });

  test('from one address no more join than a school has, and whoever is in stays in', async () => {
    const { pin } = await openRoom();
    const school = `school-${dialect}`;
    const join = (address: string, name: string, cookie?: string) =>
      joinEndpoint(ask(address, { pin, name }, cookie));
    const now = Date.now();
    for (let count = 2; count < MOST_JOINS; count += 1) joins.count(school, now);
    const ada = await join(school, 'Ada');
    const cookie = ada.headers.get('set-cookie')?.split(';')[0];
    // The last that may; a name that is taken was a try, too.
    expect([ada.status, (await join(school, 'ADA')).status]).toEqual([200, 409]);
    const refused = await join(school, 'Eve');
    expect([refused.status, await refused.json()]).toEqual([429, { ok: false, code: 'TOO_OFTEN' }]);
    expect(refused.headers.get('set-cookie')).toBeNull();
    // What the cap is for: nobody joined. Others, and whoever is in already, do not feel it.
    expect((await join(`home-${dialect}`, 'Eve')).status).toBe(200);
    expect(await (await join(school, 'Ada again', cookie)).json()).toMatchObject({ value: { name: 'Ada' } });
    expect((await lookEndpoint(ask(school, { pin }))).status).toBe(200);
    expect([joins.isOpen(school, now + JOINS_MS - 1), joins.isOpen(school, now + JOINS_MS + 1000)]).toEqual([
      false,
      true,
    ]);
  });

  test('a name counts as it is seen: what is invisible makes no second Ada', async () => {
    const { pin } = await openRoom();
    const join = async (name: string) => {
      const response = await joinEndpoint(ask(`names-${dialect}`, { pin, name }));
      return { status: response.status, body: (await response.json()) as { value?: { name: string } } };
    };
    expect(await join('  Ａda\u200b ')).toMatchObject({ status: 200, body: { value: { name: 'Ada' } } });
    for (const twin of ['Ada', 'ADA', 'A\u200dda', 'a d a', 'Ａｄａ'])
      expect((await join(twin)).status).toBe(409);
    for (const none of ['', '   ', '\u200b\u200d', '\u3164', 'x'.repeat(21)])
      expect((await join(none)).status).toBe(400);
    for (const fine of ['李', 'Zoë', 'محمد', '👩‍🚀 Li']) expect((await join(fine)).status).toBe(200);
  });

  test('a token of one room, or a changed one, is nobody in another', async () => {
    const [one, two] = [await openRoom(), await openRoom()];
    const joined = await joinEndpoint(ask(`tokens-${dialect}`, { pin: one.pin, name: 'Ada' }));
    const cookie = joined.headers.get('set-cookie')?.split(';')[0] ?? '';
    const command = { name: 'answer', question: 0, option: 0 };
    const give = async (session: string, proof: string): Promise<number> =>
      statusOf(await commandEndpoint(session)(ask('anyone', command, proof)));
    expect(await give(one.id, cookie)).toBe(409); // known, and too early
    expect(await give(two.id, cookie)).toBe(403);
    expect(await give(two.id, cookie.replace(one.id, two.id))).toBe(403);
    expect(await give(one.id, `${cookie.slice(0, -2)}xx`)).toBe(403);
    expect(await give(one.id, '')).toBe(403);
    // The same device joining again is the same player.
    const again = await joinEndpoint(ask(`tokens-${dialect}`, { pin: one.pin, name: 'Somebody' }, cookie));
    expect(await again.json()).toMatchObject({ value: { name: 'Ada' } });
  });
});
