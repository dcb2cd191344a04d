/**
 * `npm run bench:live -- [players] [rooms] [drops] [servers]`: a whole session over HTTP, database writes included. Players join, each
 * holds an event stream, and answers three questions at a moment of their own within three seconds. On the SQLite file,
 * or on the PostgreSQL that QUIZWRIGHT_BENCH_DATABASE names, where players may be spread over several servers.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Frame, PlayerView } from '@/lib/live/seen';
import { liveOptionsSchema } from '@/lib/live/stored';
import { createLive } from '@/lib/server/data/live-create';
import { db } from '@/lib/server/db';
import { newDeck } from '../support/decks';
import { post, RESENT, watch, type Stream } from './live-wire';
import { quantile, serve, type Served } from './server';

const QUESTIONS = 3;
const ANSWER_WITHIN_MS = 3000;
const JOIN_WITHIN_MS = 3000;

const [players = 200, rooms = 1, drops = 0, servers = 1] = process.argv.slice(2).map(Number);
const perRoom = Math.floor(players / rooms);

const served = await serve();
const firstPort = Number(new URL(served.url).port);
const others: Served[] = [];
for (let index = 1; index < servers; index += 1) others.push(await serve(served.folder, firstPort + index));
/** Host and first player speak to the first server, the next player to the next one. */
const portOf = (index: number): number => firstPort + (index % servers);
const { user, cookie: hostCookie } = await served.member();
const { deckId } = await newDeck(user, 10);

const reach: number[] = [];
const acknowledged: number[] = [];
let missing = 0;
let wrongAfterDrop = 0;
/** When the host's command for a question left, by room and question. */
const left = new Map<string, number>();

type Player = {
  readonly cookie: string;
  readonly port: number;
  answered: Set<number>;
  stream: Stream;
  score: number;
};

const answerLater = async (session: string, player: Player, question: number): Promise<void> => {
  await pause(Math.random() * ANSWER_WITHIN_MS);
  const started = performance.now();
  const to = { port: player.port, path: `/api/live/${session}/commands`, cookie: player.cookie };
  const { status } = await post(to, {
    name: 'answer',
    question,
    option: Math.floor(Math.random() * 4),
  });
  if (status === 200) acknowledged.push(performance.now() - started);
  else missing += 1;
};

const playerOf = (session: string, cookie: string, port: number): Player => {
  const to = { port, path: `/api/live/${session}/player`, cookie };
  const hear = ({ view }: Frame): void => {
    if (view.role !== 'player') return;
    player.score = (view satisfies PlayerView).you.score;
    const { phase } = view;
    if (phase.name !== 'answering' || player.answered.has(phase.question)) return;
    player.answered.add(phase.question);
    const sent = left.get(`${session} ${phase.question}`);
    if (sent !== undefined) reach.push(performance.now() - sent);
    void answerLater(session, player, phase.question);
    for (let drop = 0; drop < drops / QUESTIONS; drop += 1)
      setTimeout(() => {
        player.stream.drop();
      }, Math.random() * ANSWER_WITHIN_MS);
  };
  const player: Player = { cookie, port, answered: new Set(), stream: watch(to, hear), score: 0 };
  return player;
};

const play = async (): Promise<void> => {
  const session = await createLive(user, {
    source: { deckId, count: QUESTIONS, typed: false },
    classId: null,
    options: liveOptionsSchema.parse({ readSeconds: 0, answerSeconds: 60 }),
    seed: randomUUID(),
    random: Math.random,
    now: new Date(),
  });
  const row = await (
    await db()
  ).liveSession.findUniqueOrThrow({ where: { id: session }, select: { pin: true } });
  const asHost = { port: firstPort, path: `/api/live/${session}/commands`, cookie: hostCookie };
  let view: Frame['view'] | null = null;
  const host = watch(
    { port: firstPort, path: `/api/live/${session}/host`, cookie: hostCookie },
    ({ view: now }) => {
      view = now;
    },
  );
  const members = await Promise.all(
    Array.from({ length: perRoom }, async (_, index) => {
      await pause(Math.random() * JOIN_WITHIN_MS);
      const port = portOf(index);
      const joined = await post(
        { port, path: '/api/live/join', cookie: '' },
        { pin: row.pin, name: `Player ${index}` },
      );
      if (joined.status !== 200) throw new Error(`join: ${joined.status} ${joined.body}`);
      return playerOf(session, joined.cookie, port);
    }),
  );
  const phase = (): string => (view !== null && 'phase' in view ? view.phase.name : '');
  const step = (): number => (view !== null && 'step' in view ? view.step : -1);
  const until = async (name: string, patience = 30_000): Promise<void> => {
    const started = performance.now();
    while (phase() !== name) {
      if (performance.now() - started > patience) throw new Error(`no ${name}: ${phase()}`);
      await pause(10);
    }
  };
  await until('lobby');
  await pause(1500);
  for (let question = 0; question < QUESTIONS; question += 1) {
    left.set(`${session} ${question}`, performance.now());
    await post(asHost, { name: 'next', step: step() });
    await until('revealed');
    await pause(300);
    await post(asHost, { name: 'next', step: step() });
    await until(question + 1 < QUESTIONS ? 'standings' : 'podium');
  }
  await pause(1000);
  const rows = await (
    await db()
  ).liveAnswer.groupBy({ by: ['playerId'], where: { sessionId: session }, _sum: { points: true } });
  const stored = rows.map(({ _sum }) => _sum.points ?? 0).sort((a, b) => a - b);
  const seen = members.map(({ score }) => score).sort((a, b) => a - b);
  wrongAfterDrop += seen.filter((score, index) => score !== stored[index]).length;
  host.close();
  for (const { stream } of members) stream.close();
};

await Promise.all(Array.from({ length: rooms }, play));
const count = await (await db()).liveAnswer.count();
const words = (times: readonly number[]): string =>
  `p50 ${quantile(times, 0.5).toFixed(0)} ms, p99 ${quantile(times, 0.99).toFixed(0)} ms`;
console.log(
  `${rooms} × ${perRoom} players, ${QUESTIONS} questions, ${drops} drops each, ${servers} server${servers === 1 ? '' : 's'}`,
);
console.log(`host to player:   ${words(reach)} (${reach.length} frames)`);
console.log(`acknowledgement:  ${words(acknowledged)} (${acknowledged.length} answers)`);
console.log(
  `missing: ${rooms * perRoom * QUESTIONS - count} rows, ${missing} refused; scores that differ: ${wrongAfterDrop}; sent again: ${RESENT.count}`,
);
console.log(`memory of the server: ${served.memory().toFixed(0)} MiB`);
for (const other of others) await other.stop();
await served.stop();
process.exit(0);
