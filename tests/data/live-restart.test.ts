/** A server that dies in the middle of a question: what the next one tells each device by its first frame. */
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { RESUME_MS, STREAM_RETRY_MS } from '@/lib/live/bounds';
import type { Frame, PlayerView } from '@/lib/live/seen';
import { liveOptionsSchema } from '@/lib/live/stored';
import { createLive } from '@/lib/server/data/live-create';
import { db } from '@/lib/server/db';
import { answerFast, answerStream, fastEndpointFor } from '@/lib/server/fast-endpoints';
import { roomOf } from '@/lib/server/live/rooms';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

vi.stubEnv('BASE_URL', undefined); // Vitest’s own

const listen = async (): Promise<Server> => {
  const server = createServer((asked, response) => {
    if (answerStream(asked, response)) return;
    const endpoint = fastEndpointFor(asked);
    if (endpoint === null) response.writeHead(404).end();
    else void answerFast(endpoint, asked, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

/** Ends it as a kill does: nobody is told, and what it knew is gone. */
const kill = async (server: Server, session: string): Promise<void> => {
  (await roomOf(session))?.stop();
  (globalThis as { quizwrightRooms?: Map<string, unknown> }).quizwrightRooms?.clear();
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
};

const at = (server: Server, path: string) => ({
  hostname: '127.0.0.1',
  port: (server.address() as AddressInfo).port,
  path,
});

const post = async (server: Server, path: string, body: object, cookie = '') => {
  const { port } = at(server, path);
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });
  return { status: response.status, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
};

type Device = {
  readonly text: () => string;
  readonly until: (wanted: (view: PlayerView) => boolean) => Promise<Frame>;
};

/** A stream as a phone holds it. */
const watch = async (server: Server, session: string, cookie: string): Promise<Device> => {
  const asked = request({ ...at(server, `/api/live/${session}/player`), agent: false, headers: { cookie } });
  asked.end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  let text = '';
  const more = new EventTarget();
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    text += chunk;
    more.dispatchEvent(new Event('more'));
  });
  response.on('error', () => undefined); // the server that is killed
  const frames = (): Frame[] =>
    text
      .split('\n\n')
      .flatMap((event) => (event.startsWith('data: {') ? [JSON.parse(event.slice(6)) as Frame] : []));
  const until = async (wanted: (view: PlayerView) => boolean): Promise<Frame> => {
    for (;;) {
      const found = frames().find(({ view }) => view.role === 'player' && wanted(view));
      if (found !== undefined) return found;
      await once(more, 'more');
    }
  };
  return { text: () => text, until };
};

const playerOf = ({ view }: Frame): PlayerView => {
  if (view.role !== 'player') throw new Error(`a frame for ${view.role}`);
  return view;
};

onEveryDatabase(() => {
  test('after a restart the first frame has the question, the name, the score, the answer and time left', async () => {
    const user = await newMember();
    const { deckId } = await newDeck(user, 3);
    const session = await createLive(user, {
      source: { deckId, count: 3, typed: false },
      classId: null,
      options: liveOptionsSchema.parse({ readSeconds: 0, answerSeconds: 5 }),
      seed: 'seed',
      random: Math.random,
      now: new Date(),
    });
    const { pin } = await (
      await db()
    ).liveSession.findUniqueOrThrow({ where: { id: session }, select: { pin: true } });
    const commands = `/api/live/${session}/commands`;
    const first = await listen();
    const join = async (name: string) => (await post(first, '/api/live/join', { pin, name })).cookie;
    const [ada, bob] = [await join('Ada'), await join('Bob')];
    const before = await watch(first, session, ada);
    await watch(first, session, bob);
    await before.until(({ phase }) => phase.name === 'lobby');
    // What tells a browser how soon to ask again when this server is gone.
    expect(before.text()).toContain(`\nretry: ${STREAM_RETRY_MS}\n\n`);
    const room = await roomOf(session);
    if (room === null) throw new Error('there is no room');
    const next = () => room.command({ role: 'host' }, { name: 'next', step: room.session().step });
    await next();
    expect((await post(first, commands, { name: 'answer', question: 0, option: 2 }, ada)).status).toBe(200);
    await before.until(({ given }) => given === 2);
    // Half a minute later, for the server that comes: the time for the question was over long ago.
    const { phase: stood, step, paused, locked, skipped, closedAt } = room.session();
    if (stood.name !== 'answering') throw new Error(`in ${stood.name}`);
    const state = {
      step,
      paused,
      locked,
      skipped,
      closedAt,
      phase: { ...stood, opensAt: stood.opensAt - 30_000 },
    };
    await kill(first, session);
    await (await db()).liveSession.update({ where: { id: session }, data: { state } });

    const second = await listen();
    const adaAgain = await watch(second, session, ada);
    const told = playerOf(await adaAgain.until(() => true));
    expect(told).toMatchObject({
      given: 2,
      you: { name: 'Ada', score: 0 },
      phase: { name: 'answering', question: 0 },
    });
    // She has answered, and is alone: the question stands until Bob is back.
    await pause(300);
    const bobAgain = await watch(second, session, bob);
    const { now, view } = await bobAgain.until(
      ({ phase }) => phase.name === 'answering' && phase.closesAt > stood.opensAt,
    );
    const { phase } = playerOf({ now, view });
    expect(phase.name === 'answering' && phase.closesAt - now).toBeGreaterThan(RESUME_MS - 1000);
    // Ada's answer is one however often it is sent; Bob's last one ends the question.
    expect((await post(second, commands, { name: 'answer', question: 0, option: 1 }, ada)).status).toBe(200);
    expect((await post(second, commands, { name: 'answer', question: 0, option: 0 }, bob)).status).toBe(200);
    const revealed = playerOf(await adaAgain.until((seen) => seen.phase.name === 'revealed'));
    const rows = await (
      await db()
    ).liveAnswer.findMany({ where: { sessionId: session }, select: { given: true, points: true } });
    expect(rows).toHaveLength(2);
    expect(revealed.outcome?.given).toBe(room.session().items[0]?.options[2]?.text);
    await kill(second, session);
  });
});
