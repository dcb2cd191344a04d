import 'server-only';
import type { Worker } from 'node:worker_threads';
import type { FitReason } from '@/lib/memory/fit';
import { Refusal } from '@/lib/refusal';
import {
  closeFit,
  endStaleness,
  failInterruptedFits,
  putFitBack,
  takeJob,
  type FitOutcome,
  type WeightJob,
} from '@/lib/server/data/fit-jobs';
import { writeReplayed } from '@/lib/server/data/replay-pages';
import { takeWeights } from '@/lib/server/data/weights';
import { logFailure } from '@/lib/server/log';
import { startThread } from '@/lib/server/thread';
import type { User } from '@/lib/server/user';
import type { WeightsTask, WeightsWord } from '@/lib/server/weights-worker';

/** A million reviews take some minutes on a small machine. */
const MOST_MS = 30 * 60_000;
/** What a thread may hold, in MiB; beyond it the thread ends and not the process. */
const LIMITS = { maxOldGenerationSizeMb: 3072 };

type Held = {
  /** Settled when nothing is left to do. */
  running: Promise<void> | null;
  /** Whether something was asked for while the last job was on its way to its end. */
  woken: boolean;
  stopping: boolean;
  worker: Worker | null;
  /** Users whose replay failed: not tried again before something else is asked for, or the next start. */
  passed: string[];
};
// One for the process: Next's own copy of this module and the one of the start script must find the same.
const held = ((globalThis as { quizwrightWeights?: Held }).quizwrightWeights ??= {
  running: null,
  woken: false,
  stopping: false,
  worker: null,
  passed: [],
});

/**
 * Sees to what waits: fits that were asked for and memories to be replayed, one after the other, each in a thread. Does
 * not wait for them; one call is enough for all that waits.
 */
export const wakeWeights = (): void => {
  held.woken = true;
  if (held.running !== null || held.stopping) return;
  held.running = workOff()
    .catch(logFailure)
    .finally(() => {
      held.running = null;
      if (held.woken) wakeWeights();
    });
};

/** At the start of the server: what its end interrupted is told or taken up again. */
export const startWeights = async (): Promise<void> => {
  await failInterruptedFits(new Date());
  wakeWeights();
};

/** At the end of the server: ends the thread; a fit waits for the next start, a replay goes on then. */
export const stopWeights = async (): Promise<void> => {
  held.stopping = true;
  await held.worker?.terminate();
  await held.running;
};

const workOff = async (): Promise<void> => {
  while (held.woken) {
    held.woken = false;
    held.passed = [];
    for (let job = await takeJob(held.passed); job !== null; job = await takeJob(held.passed)) {
      await (job.name === 'fit' ? runFit(job) : runReplay(job));
      if (held.stopping) return;
    }
  }
};

const runFit = async (job: Extract<WeightJob, { name: 'fit' }>): Promise<void> => {
  const outcome = await outcomeOf(job.user);
  if (outcome === null) {
    await putFitBack(job);
    return;
  }
  await closeFit(job, outcome, new Date());
  if (!('trial' in outcome) || !outcome.trial.wins) return;
  await takeWeights(job.user, job.fitId, new Date()).catch((error: unknown) => {
    // Gone meanwhile, with the one who asked for it.
    if (!(error instanceof Refusal)) throw error;
  });
};

/** `null` where the server ends before the fit does. */
const outcomeOf = async (user: User): Promise<FitOutcome | null> => {
  let outcome: FitOutcome | null = null;
  try {
    await inThread({ name: 'fit', user }, (word) => {
      if ('outcome' in word) ({ outcome } = word);
    });
  } catch (error) {
    if (held.stopping) return null;
    logFailure(error);
    const failed: FitReason = error instanceof TooLong ? 'too-long' : 'crashed';
    return { failed };
  }
  return outcome;
};

const runReplay = async ({ user, staleSince }: Extract<WeightJob, { name: 'replay' }>): Promise<void> => {
  try {
    await inThread({ name: 'replay', user }, async (word, worker) => {
      if ('changed' in word) worker.postMessage(await writeReplayed(user, word.changed));
    });
    await endStaleness(user, staleSince);
  } catch (error) {
    if (held.stopping) return;
    logFailure(error);
    held.passed.push(user.id);
  }
};

class TooLong extends Error {}

/** Runs a task to its end in a thread of its own. @throws what ended it before, TooLong after `MOST_MS`. */
const inThread = async (
  task: WeightsTask,
  hear: (word: WeightsWord, worker: Worker) => void | Promise<void>,
): Promise<void> => {
  const worker = startThread('weights-worker.ts', { task, limits: LIMITS });
  held.worker = worker;
  let limit: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      limit = setTimeout(() => {
        reject(new TooLong(`a ${task.name} took longer than ${MOST_MS / 60_000} minutes`));
      }, MOST_MS);
      let whole = false;
      worker.on('message', (word: WeightsWord) => {
        whole ||= !('changed' in word);
        Promise.resolve(hear(word, worker)).catch(reject);
      });
      worker.once('error', reject);
      worker.once('exit', (code) => {
        if (whole) resolve();
        else reject(new Error(`the thread for a ${task.name} ended with ${code} before it was done`));
      });
    });
  } finally {
    clearTimeout(limit);
    held.worker = null;
    await worker.terminate();
  }
};
