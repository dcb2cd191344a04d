import { expect, test } from 'vitest';
import { USUAL_SETTINGS } from '@/lib/quiz/settings';
import { db } from '@/lib/server/db';
import { storedPaperSchema } from '@/lib/server/data/attempts-paper';
import { quizItems } from '@/lib/server/data/quiz-items';
import { startQuiz } from '@/lib/server/data/quizzes';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

const NOW = new Date('2026-03-01T12:00:00Z');

onEveryDatabase(() => {
  test('first attempts alone are counted, by question and option, and only for the owner of the quiz', async () => {
    const owner = await newMember();
    const { deckId } = await newDeck(owner, 6);
    const settings = { ...USUAL_SETTINGS, count: 2, groups: ['choice' as const] };
    const attemptId = await startQuiz(owner, { deckId, settings, seed: 'a seed', now: NOW });
    const database = await db();
    const row = await database.attempt.findUniqueOrThrow({ where: { id: attemptId } });
    const paper = storedPaperSchema.parse(row.paper);
    const [first, second] = paper;
    if (first === undefined || second === undefined) throw new Error('the paper is too short');
    const wrongOf = (item: typeof first, place: number) =>
      item.options.filter(({ text }) => text !== item.answer)[place]?.text ?? '';
    /** Hands in an attempt of somebody with what they chose. */
    const handIn = async (userId: string, given: readonly (string | null)[], at = NOW) =>
      database.attempt.create({
        data: {
          quizId: row.quizId,
          userId,
          seed: 'a seed',
          paper,
          deckTitle: 'Towers',
          startedAt: at,
          finishedAt: at,
          total: 2,
          score: 0,
          answers: {
            create: given.flatMap((text, position) =>
              text === null ? [] : [{ position, given: text, at, correct: text === paper[position]?.answer }],
            ),
          },
        },
      });
    for (let person = 0; person < 24; person += 1) {
      const { id } = await newMember();
      const knows = person < 12;
      // The third wrong option of the first question is never chosen.
      await handIn(id, [
        knows ? first.answer : wrongOf(first, person % 2),
        knows && person > 0 ? second.answer : null,
      ]);
      await handIn(id, [first.answer, second.answer], new Date(NOW.getTime() + 60_000));
    }
    const report = await quizItems(owner, row.quizId);
    expect(report).toMatchObject({ deckId, deckTitle: 'Towers', attempts: 24 });
    const [hardest, easier] = report.items;
    expect(hardest?.statistics).toMatchObject({ question: second.questionId, facility: 11 / 24, open: 13 });
    expect(easier?.statistics).toMatchObject({ question: first.questionId, facility: 0.5, guessing: 0.25 });
    expect(easier?.statistics.options.map(({ count }) => count).sort()).toEqual([0, 12, 6, 6].sort());
    expect(easier?.statistics.discrimination).toBeCloseTo(0.9199, 3);
    expect(easier?.statement).toBe(first.statement);
    const never = wrongOf(first, 2);
    const advice = easier?.advice.find(({ replace }) => replace === never);
    expect(advice?.words).toBe(`Nobody chose “${never}” in 24 answers: replace it.`);
    expect(advice?.instead?.statement).toContain(`was opened in ${advice?.instead?.answer ?? ''}.`);
    expect(report.consistency).toBeCloseTo(0.9583, 3);
    await expect(quizItems(await newMember(), row.quizId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('before anybody has handed it in there is nothing to say', async () => {
    const owner = await newMember();
    const { deckId } = await newDeck(owner, 3);
    const settings = { ...USUAL_SETTINGS, count: 2 };
    const attemptId = await startQuiz(owner, { deckId, settings, seed: 'a seed', now: NOW });
    const { quizId } = await (await db()).attempt.findUniqueOrThrow({ where: { id: attemptId } });
    expect(await quizItems(owner, quizId)).toMatchObject({ attempts: 0, consistency: null, items: [] });
  });
});
