/**
 * What waits to be done with weights, whoever's it is: the process's own runner asks, and what it finds was asked for
 * by its owner.
 */
import 'server-only';
import type { FitReason } from '@/lib/memory/fit';
import { FSRS_VERSION } from '@/lib/memory/fsrs';
import type { Trial } from '@/lib/memory/trial';
import type { Weights } from '@/lib/model';
import { db } from '@/lib/server/db';
import { toUser, USER_COLUMNS, type User } from '@/lib/server/user';

/** Something to do for `user`: fit weights, or replay memories that have been stale since a time. */
export type WeightJob =
  | { readonly name: 'fit'; readonly user: User; readonly fitId: string }
  | { readonly name: 'replay'; readonly user: User; readonly staleSince: Date };

/** The next job, a replay before a fit; a fit is then marked as running. Those of `passed` are left out. */
export const takeJob = async (passed: readonly string[]): Promise<WeightJob | null> => {
  const database = await db();
  const stale = await database.user.findFirst({
    where: { staleSince: { not: null }, id: { notIn: [...passed] } },
    orderBy: { staleSince: 'asc' },
    select: { ...USER_COLUMNS, staleSince: true },
  });
  if (stale?.staleSince != null) {
    return { name: 'replay', user: toUser(stale), staleSince: stale.staleSince };
  }
  const fit = await database.weightFit.findFirst({
    where: { state: 'waiting' },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, user: { select: USER_COLUMNS } },
  });
  if (fit === null) return null;
  await database.weightFit.updateMany({ where: { id: fit.id }, data: { state: 'running' } });
  return { name: 'fit', user: toUser(fit.user), fitId: fit.id };
};

/** What came of a fit: a trial of weights, or why there is none. */
export type FitOutcome =
  | { readonly weights: Weights; readonly trial: Trial }
  | { readonly tooFew: true }
  | { readonly failed: FitReason };

/** Writes down what came of a fit that ran; deleted meanwhile (with its owner) it is gone. */
export const closeFit = async (
  { user, fitId }: { readonly user: User; readonly fitId: string },
  outcome: FitOutcome,
  now: Date,
): Promise<void> => {
  await (
    await db()
  ).weightFit.updateMany({
    where: { id: fitId, userId: user.id },
    data: { finishedAt: now, ...columnsOf(outcome) },
  });
};

const columnsOf = (outcome: FitOutcome) => {
  if ('failed' in outcome) return { state: 'failed', reason: outcome.failed };
  if ('tooFew' in outcome) return { state: 'done', reason: 'too-few' };
  const { weights, trial } = outcome;
  return { state: 'done', version: FSRS_VERSION, weights: [...weights], trial };
};

/** Lets a fit that ran wait again, for the next start of the server. */
export const putFitBack = async ({ user, fitId }: { user: User; fitId: string }): Promise<void> => {
  const where = { id: fitId, userId: user.id, state: 'running' };
  await (await db()).weightFit.updateMany({ where, data: { state: 'waiting' } });
};

/**
 * Fits that were running when a server ended without a word have failed. They are not tried again unasked: what ended
 * the server may have been the fit.
 */
export const failInterruptedFits = async (now: Date): Promise<void> => {
  const data = { state: 'failed', reason: 'stopped', finishedAt: now };
  await (await db()).weightFit.updateMany({ where: { state: 'running' }, data });
};

/** Their memories are replayed, unless they have become stale anew since. */
export const endStaleness = async (user: User, since: Date): Promise<void> => {
  const where = { id: user.id, staleSince: since };
  await (await db()).user.updateMany({ where, data: { staleSince: null } });
};
