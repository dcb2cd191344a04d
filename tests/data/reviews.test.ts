import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/server/db';
import { driftInWords, mendDrifts, replayUser } from '@/lib/server/data/replay';
import { recordReview } from '@/lib/server/data/reviews';
import { correctReview, undoReview } from '@/lib/server/data/reviews-amend';
import type { NewReview } from '@/lib/server/data/reviews-append';
import type { User } from '@/lib/server/user';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

const NOW = new Date('2026-03-01T12:00:00Z');
const DAY = 86_400_000;

const answerTo = (factId: string, changes: Partial<NewReview> = {}): NewReview => ({
  id: randomUUID(),
  factId,
  questionId: null,
  rating: 'good',
  form: 'cloze',
  mode: 'study',
  elapsedMs: 1200,
  at: NOW,
  ...changes,
});

const begin = async (): Promise<{ user: User; factId: string }> => {
  const user = await newMember('Europe/Berlin');
  const { factIds } = await newDeck(user, 2);
  return { user, factId: factIds[0] ?? '' };
};

const memoryOf = async (user: User, factId: string) =>
  (await db()).memory.findUnique({ where: { userId_factId: { userId: user.id, factId } } });

onEveryDatabase(() => {
  test('an answer is a row with the learner as they were, and a memory', async () => {
    const { user, factId } = await begin();
    const graded = await recordReview(user, answerTo(factId));
    expect(graded.at).toEqual(NOW);
    expect(await memoryOf(user, factId)).toMatchObject({ reps: 1, due: graded.state.due });
    const rows = await (await db()).review.findMany({ where: { userId: user.id } });
    expect(rows).toMatchObject([
      { zone: 'Europe/Berlin', dayStart: 4, retention: 0.9, mode: 'study', elapsedMs: 1200, undoes: null },
    ]);
  });

  test('the wait that a button promised is kept, within its range, and replays without a difference', async () => {
    const { user, factId } = await begin();
    const { state } = await recordReview(user, answerTo(factId, { rating: 'easy', interval: 9 }));
    expect(state.scheduledDays).toBe(9);
    const at = new Date(NOW.getTime() + 9 * DAY);
    const far = await recordReview(user, answerTo(factId, { rating: 'good', interval: 30_000, at }));
    expect(far.state.scheduledDays).toBeLessThan(100);
    const rows = await (await db()).review.findMany({ where: { userId: user.id }, orderBy: { at: 'asc' } });
    expect(rows.map(({ interval }) => interval)).toEqual([9, far.state.scheduledDays]);
    expect(await replayUser(user)).toEqual([]);
  });

  test('an answer that was promised nothing gets a wait in the range, and keeps it', async () => {
    const { user, factId } = await begin();
    const { state } = await recordReview(user, answerTo(factId, { rating: 'easy' }));
    const row = await (await db()).review.findFirstOrThrow({ where: { userId: user.id } });
    expect(row.interval).toBe(state.scheduledDays);
    const waits = { least: 6, most: 10 };
    expect(state.scheduledDays).toBeGreaterThanOrEqual(waits.least);
    expect(state.scheduledDays).toBeLessThanOrEqual(waits.most);
    expect(await replayUser(user)).toEqual([]);
  });

  test('the same answer posted ten times at once is one row and one step, and ten equal results', async () => {
    const { user, factId } = await begin();
    const review = answerTo(factId);
    const results = await Promise.all(Array.from({ length: 10 }, () => recordReview(user, review)));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(await (await db()).review.count({ where: { userId: user.id } })).toBe(1);
    expect((await memoryOf(user, factId))?.reps).toBe(1);
    expect(await replayUser(user)).toEqual([]);
  });

  test('an answer sent again later gives what it gave then, though the memory has moved on', async () => {
    const { user, factId } = await begin();
    const first = answerTo(factId);
    const result = await recordReview(user, first);
    await recordReview(user, answerTo(factId, { at: new Date(NOW.getTime() + DAY), rating: 'again' }));
    expect(await recordReview(user, { ...first, at: new Date(NOW.getTime() + 2 * DAY) })).toEqual(result);
    expect((await memoryOf(user, factId))?.reps).toBe(2);
  });

  test('different answers to one fact at once all count, one after the other', async () => {
    const { user, factId } = await begin();
    const answers = (['good', 'again', 'good', 'again', 'good', 'good'] as const).map((rating) =>
      answerTo(factId, { rating }),
    );
    await Promise.all(answers.map((answer) => recordReview(user, answer)));
    expect(await (await db()).review.count({ where: { userId: user.id } })).toBe(6);
    expect((await memoryOf(user, factId))?.reps).toBe(6);
    expect(await replayUser(user)).toEqual([]);
  });

  test('an undo gives back the memory from before, and the first answer undone leaves none', async () => {
    const { user, factId } = await begin();
    const [first, second] = [answerTo(factId), answerTo(factId, { at: new Date(NOW.getTime() + 3 * DAY) })];
    await recordReview(user, first);
    const before = await memoryOf(user, factId);
    await recordReview(user, second);
    const undo = { reviewId: second.id, id: randomUUID(), at: new Date(NOW.getTime() + 4 * DAY) };
    const results = await Promise.all(Array.from({ length: 5 }, () => undoReview(user, undo)));
    expect(new Set(results.map((result) => JSON.stringify(result.state))).size).toBe(1);
    expect(await memoryOf(user, factId)).toEqual(before);
    await undoReview(user, { reviewId: first.id, id: randomUUID(), at: NOW });
    expect(await memoryOf(user, factId)).toBeNull();
    expect(await (await db()).review.count({ where: { userId: user.id } })).toBe(4);
    expect(await replayUser(user)).toEqual([]);
    await expect(undoReview(user, { reviewId: first.id, id: randomUUID(), at: NOW })).rejects.toMatchObject({
      code: 'NOTHING_TO_UNDO',
    });
    // After the undo the fact is answered afresh, in the same millisecond if need be.
    await recordReview(user, answerTo(factId));
    expect(await replayUser(user)).toEqual([]);
  });

  test('an undo and an answer at once end in the memory that the log tells', async () => {
    const { user, factId } = await begin();
    const first = answerTo(factId);
    await recordReview(user, first);
    await Promise.all([
      undoReview(user, { reviewId: first.id, id: randomUUID(), at: NOW }),
      ...Array.from({ length: 4 }, () => recordReview(user, answerTo(factId))),
    ]);
    expect((await memoryOf(user, factId))?.reps).toBe(4);
    expect(await replayUser(user)).toEqual([]);
  });

  test('a correction mends the rating, the memory and the sums, and is a row of its own', async () => {
    const { user, factId } = await begin();
    const first = answerTo(factId, { rating: 'easy' });
    const second = answerTo(factId, { rating: 'good', at: new Date(NOW.getTime() + 9 * DAY) });
    const third = answerTo(factId, { at: new Date(NOW.getTime() + 40 * DAY) });
    for (const answer of [first, second, third]) await recordReview(user, answer);
    const good = await memoryOf(user, factId);
    const at = new Date(NOW.getTime() + 41 * DAY);
    const wrong = { reviewId: second.id, id: randomUUID(), at, rating: 'again' as const };
    const results = await Promise.all(Array.from({ length: 5 }, () => correctReview(user, wrong)));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(await memoryOf(user, factId)).toMatchObject({ reps: 3, lapses: 1 });
    expect(await (await db()).review.count({ where: { userId: user.id } })).toBe(4);
    expect(await replayUser(user)).toEqual([]);
    const back = { reviewId: second.id, id: randomUUID(), at, rating: 'good' as const };
    await correctReview(user, back);
    expect(await memoryOf(user, factId)).toEqual(good);
    await undoReview(user, { reviewId: back.id, id: randomUUID(), at });
    expect(await memoryOf(user, factId)).toMatchObject({ lapses: 1 });
    expect(await replayUser(user)).toEqual([]);
    // What the answer did at its time stays what it was told to have done.
    expect((await recordReview(user, second)).state.lapses).toBe(0);
  });

  test('what is not a standing answer of theirs cannot be corrected', async () => {
    const { user, factId } = await begin();
    const answer = answerTo(factId);
    await recordReview(user, answer);
    const undo = { reviewId: answer.id, id: randomUUID(), at: NOW };
    const correction = { reviewId: answer.id, id: randomUUID(), at: NOW, rating: 'hard' as const };
    const refused = { code: 'NOT_FOUND' };
    await expect(correctReview(await newMember(), correction)).rejects.toMatchObject(refused);
    await expect(correctReview(user, { ...correction, id: answer.id })).rejects.toMatchObject(refused);
    await undoReview(user, undo);
    await expect(correctReview(user, correction)).rejects.toMatchObject(refused);
    await expect(correctReview(user, { ...correction, reviewId: undo.id })).rejects.toMatchObject(refused);
    expect(await replayUser(user)).toEqual([]);
  });

  test('answers of many people written together: each counts, and one that fails fails alone', async () => {
    const people = await Promise.all([begin(), begin(), begin()]);
    const [a, b, c] = people;
    const repeated = answerTo(a.factId);
    const outcomes = await Promise.allSettled([
      ...people.flatMap(({ user, factId }) =>
        Array.from({ length: 8 }, () => recordReview(user, answerTo(factId))),
      ),
      recordReview(a.user, answerTo(b.factId)),
      recordReview(b.user, answerTo('no such fact')),
      recordReview(a.user, repeated),
      recordReview(c.user, answerTo(c.factId, { id: repeated.id })),
      // This throws in the midst of the others' transaction; it must not take them with it.
      recordReview(c.user, answerTo(c.factId, { at: new Date(Number.NaN) })),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      ...Array<string>(24).fill('fulfilled'),
      'rejected',
      'rejected',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    for (const { user, factId } of people) {
      expect((await memoryOf(user, factId))?.reps).toBe(user === a.user ? 9 : 8);
      expect(await replayUser(user)).toEqual([]);
    }
  });

  test('memories, marks and sums that the log does not give are found, told in words and mended', async () => {
    const { user, factId } = await begin();
    const graded = await recordReview(user, answerTo(factId));
    const database = await db();
    // Written in SQL, dates must be spelled as the client spells them when it looks for one.
    expect(await database.memory.count({ where: { userId: user.id, due: graded.state.due } })).toBe(1);
    const right = await memoryOf(user, factId);
    await database.memory.updateMany({ where: { userId: user.id }, data: { stability: 99 } });
    await database.studyHour.updateMany({ where: { userId: user.id }, data: { answers: 7 } });
    const other = await database.fact.findFirstOrThrow({
      where: { deck: { userId: user.id }, id: { not: factId } },
    });
    await database.fact.update({ where: { id: other.id }, data: { met: true } });
    const drifts = await replayUser(user);
    const words = drifts.map(driftInWords).sort();
    expect(words).toHaveLength(3);
    expect(words[0]).toMatch(/^deck .* the sums lack answers -6$/);
    expect(words.join('\n')).toMatch(/stored is learning, stability 99/);
    expect(words.join('\n')).toContain(`fact ${other.id}: it is marked as met, which the log denies`);
    await mendDrifts(user, drifts);
    expect(await replayUser(user)).toEqual([]);
    expect(await memoryOf(user, factId)).toEqual(right);
  });

  test('nothing of someone else is found', async () => {
    const { user, factId } = await begin();
    const stranger = await newMember();
    const review = answerTo(factId);
    await recordReview(user, review);
    const refused = { code: 'NOT_FOUND' };
    await expect(recordReview(stranger, answerTo(factId))).rejects.toMatchObject(refused);
    await expect(
      undoReview(stranger, { reviewId: review.id, id: randomUUID(), at: NOW }),
    ).rejects.toMatchObject(refused);
    const { factIds } = await newDeck(stranger, 1);
    // A stranger's answer under an id that is taken neither reads nor changes the other's row.
    await expect(recordReview(stranger, answerTo(factIds[0] ?? '', { id: review.id }))).rejects.toMatchObject(
      refused,
    );
    expect(await replayUser(stranger)).toEqual([]);
    expect(await replayUser(user)).toEqual([]);
    expect((await memoryOf(user, factId))?.reps).toBe(1);
  });
});
