/** `npm run bench:grading`: one answer to one card over HTTP, twenty connections at once, the commit included. */
import { randomUUID } from 'node:crypto';
import { db } from '@/lib/server/db';
import { newDeck } from '../support/decks';
import { postOnce } from './live-wire';
import { quantile, serve } from './server';

const CONNECTIONS = 20;
const EACH = 250;

const served = await serve();
const { user, cookie } = await served.member();
await newDeck(user, 200);
const cards = await (
  await db()
).question.findMany({ where: { form: 'cloze' }, select: { id: true, factId: true } });

const address = { port: Number(new URL(served.url).port), path: '/api/reviews', cookie };
/** What the button promised when the card was last shown, as the study page sends it. */
const promised = new Map<string, number | null>();

/** Answers a card as a browser does; how long that took, in milliseconds. */
const grade = async (index: number): Promise<number> => {
  const card = cards[index % cards.length];
  if (card === undefined) throw new Error('The deck has no cards.');
  const asked = JSON.stringify({
    id: randomUUID(),
    factId: card.factId,
    questionId: card.id,
    rating: 'good',
    form: 'cloze',
    elapsedMs: 1200,
    interval: promised.get(card.id) ?? null,
  });
  const started = performance.now();
  const { status, body } = await postOnce(address, asked);
  const took = performance.now() - started;
  if (status !== 200) throw new Error(`${status}: ${body}`);
  const { value } = JSON.parse(body) as { value: { intervals: { good: { days: number | null } } | null } };
  promised.set(card.id, value.intervals?.good.days ?? null);
  return took;
};

for (let index = 0; index < 50; index += 1) await grade(index);

const alone: number[] = [];
for (let index = 0; index < 200; index += 1) alone.push(await grade(index));

const started = performance.now();
const together = (
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, connection) => {
      const times: number[] = [];
      for (let round = 0; round < EACH; round += 1) times.push(await grade(connection * 10 + (round % 10)));
      return times;
    }),
  )
).flat();
const seconds = (performance.now() - started) / 1000;

const words = (times: readonly number[]): string =>
  `p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms`;
console.log(`one connection:  ${words(alone)}`);
console.log(
  `${CONNECTIONS} connections:  ${words(together)}, ${(together.length / seconds).toFixed(0)} answers a second`,
);
await served.stop();
process.exit(0);
