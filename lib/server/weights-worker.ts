/**
 * A thread of its own for what takes long with weights: fitting them, and replaying memories by them. It reads the
 * database by a connection of its own and writes nothing: what it finds goes to the process that started it, where one
 * connection writes for all.
 */
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { livesBefore, splitByTime, tryWeights } from '@/lib/memory/trial';
import type { FitOutcome } from '@/lib/server/data/fit-jobs';
import {
  allPastAnswers,
  replayAgain,
  replayPage,
  type Replayed,
  type ReplayPage,
} from '@/lib/server/data/replay-pages';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

export type WeightsTask = { readonly name: 'fit' | 'replay'; readonly user: User };
/** `changed` waits for the ids of those that must be replayed again. */
export type WeightsWord =
  { readonly outcome: FitOutcome } | { readonly changed: readonly Replayed[] } | { readonly done: true };

const { name, user } = workerData as WeightsTask;

// On Linux priority is a thread's own: this one yields to those who wait. Elsewhere it would slow the whole process.
if (process.platform === 'linux') setPriority(10);

const say = (word: WeightsWord): void => {
  parentPort?.postMessage(word);
};

/** Has these memories written; answers which of them must be replayed again. */
const write = (changed: readonly Replayed[]): Promise<readonly string[]> =>
  new Promise((resolve) => {
    parentPort?.once('message', resolve);
    say({ changed });
  });

const fit = async (): Promise<FitOutcome> => {
  const lives = await allPastAnswers(user);
  const split = splitByTime(lives);
  if (split === null) return { tooFew: true };
  const { fitWeights } = await import('@/lib/server/fit-weights');
  const weights = await fitWeights(livesBefore(lives, split.from));
  return { weights, trial: tryWeights(lives, split, { own: weights, present: user.learner.weights }) };
};

const replay = async (): Promise<void> => {
  for (let after: string | null = ''; after !== null;) {
    const page: ReplayPage = await replayPage(user, after);
    let changed: readonly Replayed[] = page.changed;
    while (changed.length > 0) changed = await replayAgain(user, await write(changed));
    after = page.next;
  }
};

if (name === 'fit') say({ outcome: await fit() });
else {
  await replay();
  say({ done: true });
}
await (await db()).$disconnect();
parentPort?.close();
