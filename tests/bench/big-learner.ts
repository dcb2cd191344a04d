/**
 * `npm run bench:big-learner`: one learner with 100,000 facts and a million reviews. The first due card over HTTP,
 * grading at one and at twenty connections, the statistics of a life, each against a full recount from the log.
 */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { tallyOfLog, sumTallies, type HourTally } from '@/lib/memory/tally';
import { answersByDay, factsKnown, recallByHour, trueRetention } from '@/lib/memory/statistics';
import { dayOf } from '@/lib/memory/days';
import { db, refreshPlanner } from '@/lib/server/db';
import { replayUser } from '@/lib/server/data/replay';
import { LOG_COLUMNS, toLogged } from '@/lib/server/data/reviews-log';
import { lifeStatistics } from '@/lib/server/data/statistics';
import { makeLife, settle } from './big-life';
import { quantile, serve } from './server';

const CONNECTIONS = 20;
const share = Number(process.argv[2] ?? 1);

const served = await serve();
const { user, cookie } = await served.member();
const clock = performance.now();
const size = {
  decks: 20,
  factsPerDeck: Math.round(5000 * share),
  unseenPerDeck: Math.round(250 * share),
  days: 730,
};
const made = await makeLife(user, size, new Date());
console.log(
  `${made.facts} facts, ${made.memories} memories, ${made.reviews} reviews, made in ${((performance.now() - clock) / 1000).toFixed(0)} s`,
);
// A life is not written in a minute: what both databases do behind such a load is not measured.
await refreshPlanner();
await settle();

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
/** One request on a connection that is kept; the time in milliseconds from sending to the last byte. */
const ask = (path: string, body?: string): Promise<{ ms: number; text: string }> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const sent = request(
      served.url + path,
      {
        agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          cookie,
          origin: served.url,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode === 200) resolve({ ms: performance.now() - started, text });
          else reject(new Error(`${path}: ${String(response.statusCode)} ${text}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

const words = (times: readonly number[]): string =>
  `p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms`;

const deck = await (await db()).deck.findFirstOrThrow({ where: { userId: user.id }, select: { id: true } });
for (const [name, path] of [
  ['first due card, all decks', '/study'],
  ['first due card, one deck', `/study?deck=${deck.id}`],
  ['the shelf', '/'],
  ['what you know, all decks', '/memory'],
  ['what you know, one deck', `/memory?deck=${deck.id}`],
] as const) {
  for (let round = 0; round < 20; round += 1) await ask(path);
  const times: number[] = [];
  for (let round = 0; round < 200; round += 1) times.push((await ask(path)).ms);
  console.log(`${name}: ${words(times)}`);
}

const cards = await (
  await db()
).memory.findMany({
  where: { userId: user.id },
  orderBy: { due: 'asc' },
  take: 4000,
  select: { factId: true },
});
let next = 0;
const grade = async (): Promise<number> => {
  const factId = cards[next++ % cards.length]?.factId;
  const answer = {
    id: randomUUID(),
    factId,
    questionId: 'none',
    rating: 'good',
    form: 'cloze',
    elapsedMs: 4000,
    // As a button that promises no days does.
    interval: null,
  };
  return (await ask('/api/reviews', JSON.stringify(answer))).ms;
};
const gradeTogether = async (each: number, pauseMs: number): Promise<void> => {
  const started = performance.now();
  const times = await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, connection) => {
      const theirs: number[] = [];
      if (pauseMs > 0) await pause((connection * pauseMs) / CONNECTIONS);
      for (let round = 0; round < each; round += 1) {
        theirs.push(await grade());
        if (pauseMs > 0) await pause(pauseMs * (0.5 + Math.random()));
      }
      return theirs;
    }),
  );
  const rate = (times.flat().length / (performance.now() - started)) * 1000;
  const how = pauseMs > 0 ? `a pause of ${pauseMs} ms between answers` : 'no pause';
  console.log(
    `grading, ${CONNECTIONS} connections, ${how}: ${words(times.flat())}, ${rate.toFixed(0)} a second`,
  );
};
for (let round = 0; round < 100; round += 1) await grade();
const alone: number[] = [];
for (let round = 0; round < 300; round += 1) alone.push(await grade());
console.log(`grading, one connection: ${words(alone)}`);
await gradeTogether(50, 200);
await gradeTogether(250, 0);

const times: number[] = [];
const now = new Date();
let life = await lifeStatistics(user, now, 30);
for (let round = 0; round < 20; round += 1) {
  const started = performance.now();
  life = await lifeStatistics(user, now, 30);
  times.push(performance.now() - started);
}
console.log(`statistics of a life: ${words(times)}`);

// A full recount: every row of the log, and every memory.
const started = performance.now();
const database = await db();
const hours: HourTally[] = [];
for (const { id } of await database.deck.findMany({ where: { userId: user.id }, select: { id: true } })) {
  const rows = await database.review.findMany({
    where: { userId: user.id, fact: { deckId: id } },
    select: LOG_COLUMNS,
  });
  const logs = new Map<string, ReturnType<typeof toLogged>[]>();
  for (const row of rows) {
    const log = logs.get(row.factId);
    if (log === undefined) logs.set(row.factId, [toLogged(user, row)]);
    else log.push(toLogged(user, row));
  }
  for (const log of logs.values()) hours.push(...tallyOfLog(log));
}
const counted = sumTallies(hours);
const memories = await database.memory.findMany({
  where: { userId: user.id },
  select: { stability: true, lastReview: true, lastDay: true },
});
const same =
  JSON.stringify([life.retention, life.days, life.hours]) ===
    JSON.stringify([
      trueRetention(counted, dayOf(now, user.learner)),
      answersByDay(counted),
      recallByHour(counted),
    ]) && Math.abs(life.known - factsKnown(memories, now, user.learner)) < 1e-6;
const total = life.days.reduce((sum, { answers }) => sum + answers, 0);
console.log(
  `${total} answers, ${life.known.toFixed(1)} of ${life.met} facts known; a full recount (${((performance.now() - started) / 1000).toFixed(0)} s) is ${same ? 'equal' : 'NOT EQUAL'}`,
);
const replaying = performance.now();
const drifts = await replayUser(user);
console.log(
  `replay of the log: ${drifts.length} differences in ${((performance.now() - replaying) / 1000).toFixed(0)} s`,
);
await served.stop();
process.exit(same && drifts.length === 0 ? 0 : 1);
