import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { DEFAULT_WEIGHTS, recallAfter } from '@/lib/memory/fsrs';
import type { Trial } from '@/lib/memory/trial';
import { db } from '@/lib/server/db';
import { closeFit, endStaleness, failInterruptedFits, putFitBack, takeJob } from '@/lib/server/data/fit-jobs';
import { replayUser } from '@/lib/server/data/replay';
import { allPastAnswers, replayAgain, replayPage, writeReplayed } from '@/lib/server/data/replay-pages';
import { recordReview } from '@/lib/server/data/reviews';
import { undoReview } from '@/lib/server/data/reviews-amend';
import { adoptGuest, openUser } from '@/lib/server/data/users';
import {
  askForFit,
  countRecalls,
  dropWeights,
  fitsOf,
  isStale,
  takeWeights,
} from '@/lib/server/data/weights';
import type { User } from '@/lib/server/user';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newHistory } from '../support/history';
import { newMember, newVisitor } from '../support/people';
import { FORGETFUL } from '../support/synthetic-learner';

const NOW = new Date('2026-06-01T12:00:00Z');

const score = { logLoss: 0.4, rmseBins: 0.05, deciles: [] };
const WON: Trial = {
  recalls: 500,
  trained: 400,
  heldOut: 100,
  from: 20_500,
  defaults: score,
  own: score,
  present: null,
  gain: 0.02,
  margin: 0.01,
  wins: true,
};

/** A fit of theirs, asked for and ended with `weights`. */
const fitted = async (user: User, weights = FORGETFUL, trial = WON): Promise<string> => {
  await askForFit(user, NOW);
  const job = await takeJob([]);
  if (job?.name !== 'fit') throw new Error('there is no fit to do');
  expect(job.user.id).toBe(user.id);
  await closeFit(job, { weights, trial }, NOW);
  return job.fitId;
};

/** What the thread does, here and at once. */
const replayAll = async (user: User): Promise<number> => {
  const { user: present } = await openUser(user.id);
  const job = await takeJob([]);
  if (job?.name !== 'replay') throw new Error('nothing is stale');
  expect(job.user.id).toBe(user.id);
  let written = 0;
  for (let after: string | null = ''; after !== null;) {
    const page: Awaited<ReturnType<typeof replayPage>> = await replayPage(present, after);
    expect(await writeReplayed(present, page.changed)).toEqual([]);
    written += page.changed.length;
    after = page.next;
  }
  await endStaleness(present, job.staleSince);
  return written;
};

const answer = async (user: User, factId: string, days = 0): Promise<string> => {
  const id = randomUUID();
  const at = new Date(NOW.getTime() + days * 86_400_000);
  const given = { id, factId, questionId: null, rating: 'good', elapsedMs: 2000, at } as const;
  await recordReview(user, { ...given, form: 'cloze', mode: 'study' });
  return id;
};

onEveryDatabase(() => {
  test('weights that are taken, replayed by and given back leave no difference to the log', async () => {
    const user = await newMember('Europe/Berlin');
    await newHistory(user, FORGETFUL, { facts: 130, days: 60 }, NOW);
    const before = await stabilities(user);
    const fitId = await fitted(user);
    await takeWeights(user, fitId, NOW);
    expect(await isStale(user)).toBe(true);
    const { user: own } = await openUser(user.id);
    expect(own.learner.weights).toEqual(FORGETFUL);
    expect((await replayUser(own)).length).toBeGreaterThan(100);
    expect(await replayAll(user)).toBeGreaterThan(100);
    expect(await isStale(user)).toBe(false);
    expect(await replayUser(own)).toEqual([]);
    expect(await stabilities(user)).not.toEqual(before);

    await dropWeights(own, NOW);
    await replayAll(user);
    const { user: plain } = await openUser(user.id);
    expect(plain.learner.weights).toBeUndefined();
    expect(await replayUser(plain)).toEqual([]);
    expect(await stabilities(user)).toEqual(before);
  });

  test('who answers with a page of before, while memories are replayed, loses nothing', async () => {
    const user = await newMember();
    const deckId = await newHistory(user, FORGETFUL, { facts: 20, days: 30 }, NOW);
    const facts = await (
      await db()
    ).fact.findMany({ where: { deckId }, orderBy: { id: 'asc' }, select: { id: true } });
    const [first, second, third] = facts.map(({ id }) => id);
    if (first === undefined || second === undefined || third === undefined) throw new Error('too few facts');
    const early = await answer(user, third);
    await takeWeights(user, await fitted(user), NOW);
    const { user: own } = await openUser(user.id);
    const page = await replayPage(own, '');
    // Their tab still knows the weights of before.
    await answer(user, first, 1);
    await undoReview(user, { reviewId: early, id: randomUUID(), at: new Date(NOW.getTime() + 86_400_000) });
    const again = await writeReplayed(own, page.changed);
    expect(again.toSorted()).toEqual([first, third].toSorted());
    expect(await writeReplayed(own, await replayAgain(own, again))).toEqual([]);
    await answer(user, second, 2);
    expect(await replayUser(own)).toEqual([]);
    const memory = await (await db()).memory.findFirstOrThrow({ where: { userId: user.id, factId: second } });
    expect(recallAfter(memory.stability, memory.stability, own.learner.weights)).toBeCloseTo(0.9, 6);
    await endStaleness(user, NOW);
  });

  test('a fit is asked for once at a time, goes through its states and is kept with what it came to', async () => {
    const user = await newMember();
    await askForFit(user, NOW);
    await askForFit(user, NOW);
    expect((await fitsOf(user)).map(({ state }) => state)).toEqual(['waiting']);
    const job = await takeJob([]);
    if (job?.name !== 'fit') throw new Error('there is no fit to do');
    expect((await fitsOf(user))[0]?.state).toBe('running');
    expect(await takeJob([])).toBeNull();
    await putFitBack(job);
    expect((await fitsOf(user))[0]?.state).toBe('waiting');
    await takeJob([]);
    await failInterruptedFits(NOW);
    expect((await fitsOf(user))[0]).toMatchObject({ state: 'failed', reason: 'stopped', trial: null });
    const fitId = await fitted(user);
    const [newest, older] = await fitsOf(user);
    expect([newest, older].find((fit) => fit?.id === fitId)).toMatchObject({
      state: 'done',
      weights: FORGETFUL,
      trial: WON,
    });
    await askForFit(user, NOW);
    const next = await takeJob([]);
    if (next?.name !== 'fit') throw new Error('there is no fit to do');
    await closeFit(next, { tooFew: true }, NOW);
    expect(await fitsOf(user)).toContainEqual(expect.objectContaining({ reason: 'too-few', weights: null }));
  });

  test('nobody sees, takes or moves what is another’s, and only what won is taken', async () => {
    const [user, stranger] = [await newMember(), await newMember()];
    const fitId = await fitted(user);
    expect(await fitsOf(stranger)).toEqual([]);
    await expect(takeWeights(stranger, fitId, NOW)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const lost = await fitted(user, DEFAULT_WEIGHTS, { ...WON, wins: false });
    await expect(takeWeights(user, lost, NOW)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await dropWeights(stranger, NOW);
    expect(await isStale(user)).toBe(false);
    await endStaleness(stranger, NOW);
    const { factIds } = await newDeck(user, 1);
    await answer(user, factIds[0] ?? '');
    expect(await replayAgain(stranger, factIds)).toEqual([]);
    expect(await allPastAnswers(stranger)).toEqual([]);
    expect((await allPastAnswers(user)).flat()).toHaveLength(1);
  });

  test('weights of another version of FSRS are not used', async () => {
    const user = await newMember();
    const weights = { version: 'FSRS-7', weights: Array.from({ length: 34 }, () => 1) };
    await (await db()).user.update({ where: { id: user.id }, data: { weights } });
    expect((await openUser(user.id)).user.learner.weights).toBeUndefined();
  });

  test('what a visitor learnt is replayed by the weights of the account that takes it', async () => {
    const [member, visitor] = [await newMember(), await newVisitor()];
    const { factIds } = await newDeck(visitor, 2);
    for (const factId of factIds) await answer(visitor, factId);
    await takeWeights(member, await fitted(member), NOW);
    await replayAll(member);
    await adoptGuest(visitor, member);
    expect(await replayAll(member)).toBe(2);
    expect(await replayUser((await openUser(member.id)).user)).toEqual([]);
    expect(await countRecalls(member)).toBe(0);
  });
});

const stabilities = async (user: User): Promise<number[]> =>
  (
    await (
      await db()
    ).memory.findMany({
      where: { userId: user.id },
      orderBy: { factId: 'asc' },
      select: { stability: true },
    })
  ).map(({ stability }) => stability);
