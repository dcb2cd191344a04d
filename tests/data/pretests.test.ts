import { expect, test } from 'vitest';
import { saveAnswer } from '@/lib/server/data/attempts';
import { finishAttempt } from '@/lib/server/data/attempts-finish';
import { attemptResult } from '@/lib/server/data/attempts-result';
import { readingLoop, startPosttest, startPretest } from '@/lib/server/data/pretests';
import { resultsTable } from '@/lib/server/data/results-table';
import { latestAnswers } from '@/lib/server/data/taken-answers';
import { db } from '@/lib/server/db';
import { after, paperOf } from '../support/assignments';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

/** The column of the table of results that holds the right answer. */
const KEY = 9;

onEveryDatabase(() => {
  test('a pre-test of a fresh article keeps its facts, tells no answer, and leads to the gain of the post-test', async () => {
    const user = await newMember();
    const { articleId, deckId, factIds } = await newDeck(user, 3);
    const database = await db();
    await database.question.updateMany({ where: { fact: { deckId } }, data: { status: 'proposed' } });
    await database.fact.updateMany({ where: { deckId }, data: { status: 'proposed' } });
    expect(await readingLoop(user, articleId)).toMatchObject({
      askable: 0,
      proposed: 3,
      open: null,
      before: null,
    });
    const first = await startPretest(user, articleId, { seed: 'a', now: after(0) });
    // What is begun is gone on with.
    expect(await startPretest(user, articleId, { seed: 'b', now: after(1) })).toBe(first);
    expect(await readingLoop(user, articleId)).toMatchObject({ askable: 3, proposed: 0, open: first });
    await finishAttempt(user, first, after(5));
    expect(await attemptResult(user, first)).toMatchObject({ items: [], readFirst: { articleId }, score: 0 });
    expect(await readingLoop(user, articleId)).toMatchObject({
      open: null,
      before: { attemptId: first, right: 0, of: 3, percent: 0 },
      after: null,
    });
    // Nor does the history, nor its table.
    const keysIn = async () => {
      const [, ...rows] = await resultsTable(user, after(6));
      return rows.flatMap((row) => row[KEY] ?? []);
    };
    expect((await latestAnswers(user, 10, after(6))).map(({ isTold }) => isTold)).toEqual([
      false,
      false,
      false,
    ]);
    expect(await keysIn()).toEqual([]);
    const second = await startPosttest(user, articleId, { seed: 'c', now: after(10) });
    const paper = await paperOf(second);
    expect(paper.map(({ factId }) => factId).sort()).toEqual([...factIds].sort());
    for (const [position, { answer }] of paper.entries())
      await saveAnswer(user, second, { position, given: answer, at: after(11) });
    await finishAttempt(user, second, after(12));
    expect(await readingLoop(user, articleId)).toMatchObject({
      before: { percent: 0 },
      after: { attemptId: second, right: 3, of: 3, percent: 100 },
    });
    // Now both tell their answers.
    for (const attempt of [first, second]) {
      const result = await attemptResult(user, attempt);
      expect(result?.readFirst).toBeNull();
      expect(result?.items).toHaveLength(3);
    }
    expect(new Set((await latestAnswers(user, 10, after(13))).map(({ isTold }) => isTold))).toEqual(
      new Set([true]),
    );
    expect(await keysIn()).toHaveLength(6);
    const stranger = await newMember();
    for (const start of [startPretest, startPosttest])
      await expect(start(stranger, articleId, { seed: 'd', now: after(20) })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
  });
});
