/**
 * `npm run bench:live-restart -- [players]`: the server is killed in the middle of a question and started again. How
 * long after it takes requests each player is in the question again, and has an answer acknowledged that was given
 * while nobody listened. Devices ask again as browsers and our page do (lib/live/bounds.ts).
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { COMMAND_WAIT_MS, STREAM_RETRY_MS } from '@/lib/live/bounds';
import { liveOptionsSchema } from '@/lib/live/stored';
import { createLive } from '@/lib/server/data/live-create';
import { db } from '@/lib/server/db';
import { newDeck } from '../support/decks';
import { post, postOnce, watch, type Address } from './live-wire';
import { quantile, serve } from './server';

const FIRST_WAIT_MS = 400;
const LOOK_MS = 10;

const [players = 100] = process.argv.slice(2).map(Number);

let served = await serve();
const port = Number(new URL(served.url).port);
const { user, cookie: hostCookie } = await served.member();
const { deckId } = await newDeck(user, 10);
const session = await createLive(user, {
  source: { deckId, count: 3, typed: false },
  classId: null,
  options: liveOptionsSchema.parse({ readSeconds: 0, answerSeconds: 300 }),
  seed: randomUUID(),
  random: Math.random,
  now: new Date(),
});
const { pin } = await (
  await db()
).liveSession.findUniqueOrThrow({ where: { id: session }, select: { pin: true } });

const commands = (cookie: string): Address => ({ port, path: `/api/live/${session}/commands`, cookie });

/** When each player saw the question for the last time, by their place. */
const seen: number[] = [];
const cookies: string[] = [];
for (let index = 0; index < players; index += 1) {
  const { cookie } = await post(
    { port, path: '/api/live/join', cookie: '' },
    { pin, name: `Player ${index}` },
  );
  cookies.push(cookie);
  watch(
    { port, path: `/api/live/${session}/player`, cookie },
    ({ view }) => {
      if ('phase' in view && view.phase.name === 'answering') seen[index] ??= performance.now();
    },
    STREAM_RETRY_MS,
  );
}
watch({ port, path: `/api/live/${session}/host`, cookie: hostCookie }, () => undefined, STREAM_RETRY_MS);
await post(commands(hostCookie), { name: 'next', step: 0 });
while (seen.filter(Boolean).length < players) await pause(LOOK_MS);

await served.kill();
seen.length = 0;

/** Sends as the page does: at once, then again and again. */
const answered: number[] = [];
const answer = async (cookie: string, index: number): Promise<void> => {
  await pause(Math.random() * 1000);
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(2 * wait, COMMAND_WAIT_MS)) {
    try {
      const { status } = await postOnce(
        commands(cookie),
        JSON.stringify({ name: 'answer', question: 0, option: index % 4 }),
      );
      if (status === 200) answered.push(performance.now());
      return;
    } catch {
      await pause(wait); // nobody listens
    }
  }
};
// All but one, so that the question stands.
const answers = cookies.slice(1).map(answer);

const isBack = async (): Promise<number> => {
  for (;;) {
    try {
      await fetch(`http://localhost:${port}/api/alive`);
      return performance.now();
    } catch {
      await pause(LOOK_MS);
    }
  }
};
const back = isBack();
served = await serve(served.folder, port);
const at = await back;
await Promise.all(answers);
while (seen.filter(Boolean).length < players) await pause(LOOK_MS);
const words = (times: readonly number[]): string => {
  const since = times.map((time) => time - at);
  return `p50 ${quantile(since, 0.5).toFixed(0)} ms, p99 ${quantile(since, 0.99).toFixed(0)} ms, last ${Math.max(...since).toFixed(0)} ms`;
};
const stored = await (await db()).liveAnswer.count();
console.log(`${players} players, server killed in a question and started again`);
console.log(`in the question again:  ${words(seen)} (${seen.length})`);
console.log(`answers acknowledged:   ${words(answered)} (${answered.length}, stored ${stored})`);
await served.stop();
process.exit(0);
