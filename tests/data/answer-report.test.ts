import { expect, test } from 'vitest';
import { USUAL_SETTINGS } from '@/lib/quiz/settings';
import { answerReport } from '@/lib/server/data/answer-report';
import { askTheDifference } from '@/lib/server/data/contrast-questions';
import { retakeQuiz, startQuiz } from '@/lib/server/data/quizzes';
import { resultsTable } from '@/lib/server/data/results-table';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';
import { takeQuiz } from '../support/take-quiz';

const NOW = new Date('2026-03-01T12:00:00Z');
const LATER = new Date('2026-03-02T12:00:00Z');
const CHOICES = { ...USUAL_SETTINGS, count: 12, groups: ['choice' as const], shuffleOptions: false };

const begin = (user: User, deckId: string, settings = CHOICES): Promise<string> =>
  startQuiz(user, { deckId, settings, seed: 'a', now: NOW });

onEveryDatabase(() => {
  test('what is known, gained and mixed up comes from the answers as they were given', async () => {
    const user = await newMember();
    const { deckId, articleId, factIds } = await newDeck(user, 12);
    const first = await begin(user, deckId);
    await takeQuiz(user, first, (answer) => Number(answer) < 1830, NOW);
    const { quizId } = await (
      await db()
    ).attempt.findUniqueOrThrow({ where: { id: first }, select: { quizId: true } });
    const last = await retakeQuiz(user, quizId, { seed: 'b', now: LATER });
    await takeQuiz(user, last, (answer) => answer === '1801', LATER);

    const report = await answerReport(user);
    expect(report.quizzes).toBe(2);
    // Five of twelve were missed, then one.
    expect(report.takenAgain).toMatchObject([
      { attemptId: last, gain: { before: 58, after: 92, points: 34 } },
    ]);
    // 11 of 12 right of four options each: (11 - 3) / 9.
    const [article] = report.articles;
    expect(article).toMatchObject({ articleId, facts: 12, asked: 12 });
    expect(article?.known?.share).toBeCloseTo(8 / 9, 9);
    const byDeck = report.series.find(({ by }) => by === 'deck');
    expect(byDeck?.rows).toMatchObject([{ name: 'Towers', right: 18, of: 24, scores: [58, 92] }]);
    expect(report.series.find(({ by }) => by === 'kind')?.rows).toMatchObject([{ name: 'when', of: 24 }]);
    expect(report.confusions[0]).toEqual({
      right: { factId: factIds[0], text: '1801', statement: 'Tower number 1 was opened in 1801.' },
      taken: { factId: null, text: '1804', statement: null },
      times: 2,
      back: 0,
    });
    expect(await answerReport(await newMember())).toMatchObject({ quizzes: 0, articles: [], confusions: [] });
  });

  test('fewer than ten answers claim nothing', async () => {
    const user = await newMember();
    const { deckId } = await newDeck(user, 9);
    await takeQuiz(user, await begin(user, deckId), () => false, NOW);
    expect((await answerReport(user)).articles).toMatchObject([{ asked: 9, known: null }]);
  });

  test('a quiz that tells the score alone tells nothing here, nor in the table of results', async () => {
    const user = await newMember();
    const { deckId } = await newDeck(user, 12);
    const attempt = await begin(user, deckId, { ...CHOICES, feedback: 'score' });
    await takeQuiz(user, attempt, (answer) => answer === '1801', NOW);
    expect(await answerReport(user)).toMatchObject({ quizzes: 0, confusions: [], articles: [] });
    const [, ...rows] = await resultsTable(user);
    expect(rows).toHaveLength(12);
    for (const row of rows) expect(row.slice(-3)).toEqual([null, null, null]);
    expect(rows.flat()).not.toContain('Tower number 1 was opened in 1801.');
    await takeQuiz(user, await begin(user, deckId), () => false, LATER);
    expect((await resultsTable(user)).flat()).toContain('Tower number 1 was opened in 1801.');
  });

  test('a mix-up becomes a question in both directions, once', async () => {
    const user = await newMember();
    const { deckId, factIds } = await newDeck(user, 3);
    const [factId = '', takenFactId = ''] = factIds;
    const wish = { factId, taken: '1808', takenFactId };
    expect(await askTheDifference(user, wish)).toBe(2);
    expect(await askTheDifference(user, wish)).toBe(0);
    const made = await (
      await db()
    ).question.findMany({
      where: { origin: 'user', fact: { deckId } },
      orderBy: { answer: 'asc' },
      select: { factId: true, form: true, answer: true, prompt: true, options: true },
    });
    expect(made).toMatchObject([
      {
        factId,
        form: 'choice',
        answer: '1801',
        options: [
          { text: '1801', factId },
          { text: '1808', factId: takenFactId },
        ],
      },
      { factId: takenFactId, answer: '1808' },
    ]);
    await expect(askTheDifference(user, { ...wish, taken: '1801' })).rejects.toMatchObject({
      code: 'INVALID',
    });
    await expect(askTheDifference(await newMember(), wish)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test("another person's fact is never the other side of a question", async () => {
    const [user, other] = [await newMember(), await newMember()];
    const { factIds } = await newDeck(user, 2);
    const theirs = await newDeck(other, 2);
    const wish = { factId: factIds[0] ?? '', taken: '1808', takenFactId: theirs.factIds[1] ?? '' };
    expect(await askTheDifference(user, wish)).toBe(1);
    expect(
      await (await db()).question.count({ where: { origin: 'user', fact: { deckId: theirs.deckId } } }),
    ).toBe(0);
  });
});
