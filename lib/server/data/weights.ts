import 'server-only';
import { z } from 'zod';
import { FIT_REASONS, FIT_STATES, type Fit, type FitReason } from '@/lib/memory/fit';
import { FSRS_VERSION } from '@/lib/memory/fsrs';
import { trialSchema } from '@/lib/memory/trial';
import { weightsSchema, type Weights } from '@/lib/model';
import { Refusal } from '@/lib/refusal';
import { db, DbNull } from '@/lib/server/db';
import { holdMemories } from '@/lib/server/data/reviews-append';
import { toKeptWeights, type User } from '@/lib/server/user';

/** Tries that a page shows; more of them say nothing new. */
const MOST_SHOWN = 20;

const FIT_COLUMNS = {
  id: true,
  askedAt: true,
  state: true,
  reason: true,
  finishedAt: true,
  recalls: true,
  version: true,
  weights: true,
  trial: true,
} as const;

const rowSchema = z.object({
  id: z.string(),
  askedAt: z.date(),
  state: z.enum(FIT_STATES),
  reason: z.enum(Object.keys(FIT_REASONS) as [FitReason, ...FitReason[]]).nullable(),
  finishedAt: z.date().nullable(),
  recalls: z.int(),
  version: z.string().nullable(),
  weights: z.unknown(),
  trial: trialSchema.nullable(),
});

/** Weights that were fitted for another FSRS are of no use any more; what they were worth still stands. */
const toFit = (row: unknown): Fit => {
  const { version, weights, ...fit } = rowSchema.parse(row);
  return { ...fit, weights: version === FSRS_VERSION ? weightsSchema.parse(weights) : null };
};

/** Their last tries at weights of their own, the newest first. */
export const fitsOf = async (user: User): Promise<Fit[]> => {
  const rows = await (
    await db()
  ).weightFit.findMany({
    where: { userId: user.id },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    take: MOST_SHOWN,
    select: FIT_COLUMNS,
  });
  return rows.map(toFit);
};

/** Recalls as the statistics count them: first answers of a day to what was learnt on an earlier one. */
export const countRecalls = async (user: User): Promise<number> => {
  const where = { userId: user.id };
  const { _sum } = await (await db()).studyHour.aggregate({ where, _sum: { recalls: true } });
  return _sum.recalls ?? 0;
};

/** Whether their memories wait to be replayed. */
export const isStale = async (user: User): Promise<boolean> =>
  (await (await db()).user.count({ where: { id: user.id, staleSince: { not: null } } })) > 0;

/** Asks for a fit; one that waits or runs already is the one that was asked for. */
export const askForFit = async (user: User, now: Date): Promise<void> => {
  const recalls = await countRecalls(user);
  const open = { userId: user.id, state: { in: ['waiting', 'running'] } };
  await (
    await db()
  ).$transaction(async (transaction) => {
    // Of two that ask at once the second sees what the first did.
    await holdMemories(transaction, user);
    if ((await transaction.weightFit.count({ where: open })) > 0) return;
    await transaction.weightFit.create({
      data: { userId: user.id, askedAt: now, state: 'waiting', recalls },
      select: { id: true },
    });
  });
};

/** Gives them other weights (`null`: the defaults) from now on; their memories then wait to be replayed by these. */
const changeWeights = async (user: User, weights: Weights | null, now: Date): Promise<void> => {
  await (
    await db()
  ).user.updateMany({
    where: { id: user.id },
    data: { weights: weights === null ? DbNull : toKeptWeights(weights), staleSince: now },
  });
};

/** Takes the weights of one of their fits that won. @throws Refusal NOT_FOUND */
export const takeWeights = async (user: User, fitId: string, now: Date): Promise<void> => {
  const database = await db();
  const row = await database.weightFit.findFirst({
    where: { id: fitId, userId: user.id },
    select: FIT_COLUMNS,
  });
  const fit = row === null ? null : toFit(row);
  if (fit?.weights == null || fit.trial?.wins !== true) throw new Refusal('NOT_FOUND');
  await changeWeights(user, fit.weights, now);
};

/** Returns to the defaults. */
export const dropWeights = (user: User, now: Date): Promise<void> => changeWeights(user, null, now);
