/**
 * `npm run bench:fitting`: what others wait while weights are fitted to one person's hundred thousand reviews and their
 * memories are replayed by them: the first page and grading over HTTP, before and meanwhile.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { db } from '@/lib/server/db';
import { fitsOf, isStale } from '@/lib/server/data/weights';
import { newDeck } from '../support/decks';
import { newHistory } from '../support/history';
import { FORGETFUL } from '../support/synthetic-learner';
import { quantile, serve } from './server';

const PAUSE_MS = 20;
const BEFORE = 300;

const served = await serve();
const learner = await served.member();
const other = await served.member();
await newHistory(learner.user, FORGETFUL, { facts: Number(process.argv[2] ?? 5400), days: 400 }, new Date());
const { factIds } = await newDeck(other.user, 50);
const database = await db();
const reviews = await database.review.count({ where: { userId: learner.user.id } });
const cards = await database.question.findMany({
  where: { factId: { in: [...factIds] }, form: 'cloze' },
  select: { id: true, factId: true },
});
console.log(`${reviews} reviews`);

const timed = async (send: () => Promise<Response>): Promise<number> => {
  const started = performance.now();
  const response = await send();
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return performance.now() - started;
};
const firstPage = () => timed(() => fetch(`${served.url}/`, { headers: { cookie: other.cookie } }));
const grade = (turn: number) => {
  const card = cards[turn % cards.length];
  const answer = {
    factId: card?.factId,
    questionId: card?.id,
    rating: 'good',
    form: 'cloze',
    elapsedMs: 1200,
  };
  return timed(() =>
    fetch(`${served.url}/api/reviews`, {
      method: 'POST',
      headers: { cookie: other.cookie, origin: served.url, 'content-type': 'application/json' },
      body: JSON.stringify({ id: randomUUID(), ...answer }),
    }),
  );
};

/** Asks for both in turn while `goesOn`; how long each took. */
const watch = async (goesOn: (turn: number) => boolean): Promise<Record<'page' | 'grade', number[]>> => {
  const times = { page: [] as number[], grade: [] as number[] };
  for (let turn = 0; goesOn(turn); turn += 1) {
    times.page.push(await firstPage());
    times.grade.push(await grade(turn));
    await pause(PAUSE_MS);
  }
  return times;
};

const tell = (when: string, times: Record<'page' | 'grade', number[]>): void => {
  for (const [what, all] of Object.entries(times)) {
    const figures = [0.5, 0.99, 1].map((share) => `${quantile(all, share).toFixed(1)} ms`);
    console.log(
      `${when}, ${what}: p50 ${figures[0]}, p99 ${figures[1]}, longest ${figures[2]} (${all.length})`,
    );
  }
};

/** Presses the button of the page that says so, as a browser without a script does. */
const press = async (path: string, button: string): Promise<void> => {
  const page = await (await fetch(served.url + path, { headers: { cookie: learner.cookie } })).text();
  const form = page.split('<form').find((part) => part.split('</form>')[0]?.includes(button));
  const body = new FormData();
  for (const [input] of form?.matchAll(/<input type="hidden"[^>]*>/g) ?? []) {
    const value = /value="([^"]*)"/.exec(input)?.[1] ?? '';
    body.set(
      /name="([^"]*)"/.exec(input)?.[1] ?? '',
      value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    );
  }
  const headers = { cookie: learner.cookie, origin: served.url };
  const response = await fetch(served.url + path, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`${button}: ${response.status}`);
};

await watch((turn) => turn < 30);
tell('before', await watch((turn) => turn < BEFORE));
const started = performance.now();
await press('/memory/weights', 'Fit my weights');
let [fitMs, ended] = [0, false];
const meanwhile = watch(() => !ended);
while (!ended) {
  await pause(100);
  const [fit] = await fitsOf(learner.user);
  if (fit === undefined || fit.state === 'failed')
    throw new Error(`the fit failed: ${fit?.reason ?? 'none'}`);
  if (fit.state !== 'done') continue;
  fitMs ||= performance.now() - started;
  ended = !(await isStale(learner.user));
}
const wholeMs = performance.now() - started;
tell('meanwhile', await meanwhile);
const [fit] = await fitsOf(learner.user);
console.log(
  `fitted and tried in ${(fitMs / 1000).toFixed(1)} s (${fit?.trial?.wins === true ? 'kept' : 'not kept'}), memories replayed after ${(wholeMs / 1000).toFixed(1)} s`,
);
await served.stop();
process.exit(0);
