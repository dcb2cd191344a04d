import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { USUAL_SETTINGS, type QuizSettings } from '@/lib/quiz/settings';
import { finishAttempt } from '@/lib/server/data/attempts-finish';
import { attemptResult } from '@/lib/server/data/attempts-result';
import { saveAnswer } from '@/lib/server/data/attempts';
import { firstAnswers } from '@/lib/server/data/first-answers';
import { quizItems } from '@/lib/server/data/quiz-items';
import { printedQuiz } from '@/lib/server/data/quiz-print';
import { quizOffer, retakeQuiz, startQuiz } from '@/lib/server/data/quizzes';
import { replayUser } from '@/lib/server/data/replay';
import { recordReview } from '@/lib/server/data/reviews';
import { undoReview } from '@/lib/server/data/reviews-amend';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';
import { after, assign, paperOf, setting } from '../support/assignments';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

const NOW = after(5);

const start = (user: User, deckId: string, chosen: Partial<QuizSettings>, seed = 'a') =>
  startQuiz(user, { deckId, settings: { ...USUAL_SETTINGS, ...chosen }, seed, now: NOW });

const quizOf = async (attemptId: string) =>
  (await (await db()).attempt.findUniqueOrThrow({ where: { id: attemptId } })).quizId;

const factsOf = async (attemptId: string) => (await paperOf(attemptId)).map(({ factId }) => factId).sort();

onEveryDatabase(() => {
  test('a quiz asks of several decks, is named by them, and is taken again and printed from all of them', async () => {
    const user = await newMember();
    const towers = await newDeck(user, 3);
    const gates = await newDeck(user, 3, 'Gates');
    const both = [...towers.factIds, ...gates.factIds].sort();
    const offer = await quizOffer(user, towers.deckId, { alsoDeckIds: [gates.deckId] });
    expect(offer).toMatchObject({
      available: 6,
      decks: [{ title: 'Towers' }, { title: 'Gates' }],
      others: [],
      articles: [{ id: towers.articleId }, { id: gates.articleId }],
    });
    const attempt = await start(user, towers.deckId, { alsoDeckIds: [gates.deckId] });
    expect(await factsOf(attempt)).toEqual(both);
    await finishAttempt(user, attempt, NOW);
    expect(await attemptResult(user, attempt)).toMatchObject({
      deckTitle: 'Towers and Gates',
      total: 6,
      articles: expect.arrayContaining([expect.objectContaining({ title: 'Gates' })]) as unknown,
      settings: { alsoDeckIds: [gates.deckId] },
    });
    const quizId = await quizOf(attempt);
    const again = await retakeQuiz(user, quizId, { seed: 'b', now: NOW });
    expect(await factsOf(again)).toEqual(both);
    const { papers } = await printedQuiz(user, quizId, 2);
    expect(papers.map(({ items }) => items.length)).toEqual([6, 6]);
    expect((await quizItems(user, quizId)).settings.alsoDeckIds).toEqual([gates.deckId]);
    expect(await replayUser(user)).toEqual([]);
    // A deck that is gone is passed over.
    await (await db()).deck.delete({ where: { id: gates.deckId } });
    await finishAttempt(user, again, NOW);
    expect(await factsOf(await retakeQuiz(user, quizId, { seed: 'c', now: NOW }))).toEqual(
      [...towers.factIds].sort(),
    );
  });

  test('a link with somebody else’s deck shows, asks and keeps nothing of it', async () => {
    const [user, stranger] = [await newMember(), await newMember()];
    const own = await newDeck(user, 3);
    const foreign = await newDeck(stranger, 3, 'Secret');
    const offer = await quizOffer(user, own.deckId, { alsoDeckIds: [foreign.deckId] });
    expect(offer.available).toBe(3);
    expect(JSON.stringify(offer)).not.toContain('Secret');
    expect(JSON.stringify(offer)).not.toContain(foreign.deckId);
    const attempt = await start(user, own.deckId, {
      alsoDeckIds: [foreign.deckId],
      prefer: 'harder',
    });
    expect(await factsOf(attempt)).toEqual([...own.factIds].sort());
    const quiz = await (await db()).quiz.findUniqueOrThrow({ where: { id: await quizOf(attempt) } });
    expect(JSON.stringify(quiz.settings)).not.toContain(foreign.deckId);
    await expect(start(user, own.deckId, { articleIds: [foreign.articleId] })).rejects.toMatchObject({
      code: 'NO_QUESTIONS',
    });
    await expect(quizOffer(user, foreign.deckId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(start(user, foreign.deckId, { alsoDeckIds: [own.deckId] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('a pupil may be quizzed on a deck that was given to study, as long as it is given', async () => {
    const made = await setting();
    await expect(quizOffer(made.pupil, made.deckId, { now: NOW })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const given = await assign(made.owner, made, { quiz: null });
    expect(await quizOffer(made.pupil, made.deckId, { now: NOW })).toMatchObject({
      available: 4,
      decks: [{ title: 'Towers', isOwn: false }],
    });
    const stranger = await newMember();
    await expect(quizOffer(stranger, made.deckId, { now: NOW })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const attempt = await start(made.pupil, made.deckId, {});
    const [item] = await paperOf(attempt);
    await saveAnswer(made.pupil, attempt, { position: 0, given: item?.answer ?? '', at: NOW });
    await finishAttempt(made.pupil, attempt, NOW);
    expect(await attemptResult(made.pupil, attempt)).toMatchObject({
      score: 1,
      isOwnQuiz: true,
      isOwnDeck: false,
      articles: [],
    });
    const database = await db();
    expect(await database.memory.count({ where: { userId: made.pupil.id } })).toBe(1);
    expect(await database.memory.count({ where: { userId: made.owner.id } })).toBe(0);
    expect(await replayUser(made.pupil)).toEqual([]);
    const quizId = await quizOf(attempt);
    await expect(quizItems(made.owner, quizId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(printedQuiz(made.pupil, quizId, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await database.assignment.delete({ where: { id: given } });
    await expect(retakeQuiz(made.pupil, quizId, { seed: 'b', now: NOW })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('nobody is quizzed on a deck of which a quiz for a class still keeps its answers', async () => {
    const made = await setting();
    await assign(made.owner, made, { feedback: 'close' });
    await expect(quizOffer(made.pupil, made.deckId, { now: NOW })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('harder ones go by first answers: one’s own, and those that others gave in quizzes on one’s own deck', async () => {
    const made = await setting();
    const [first = '', second = ''] = made.factIds;
    const answer = (
      user: User,
      factId: string,
      rating: 'again' | 'good',
      mode: 'study' | 'quiz' = 'study',
    ) => {
      const id = randomUUID();
      return recordReview(user, {
        id,
        factId,
        questionId: null,
        form: 'cloze',
        rating,
        mode,
        elapsedMs: 1,
        at: NOW,
      }).then(() => id);
    };
    await assign(made.owner, made, { quiz: null });
    await answer(made.owner, first, 'again');
    await answer(made.owner, first, 'good');
    await answer(made.pupil, first, 'again', 'quiz');
    // What a pupil does to learn is theirs alone.
    await answer(made.pupil, second, 'again');
    const reviewId = await answer(made.owner, second, 'good');
    await undoReview(made.owner, { id: randomUUID(), reviewId, at: NOW });
    const decks = [{ id: made.deckId, title: 'Towers', isOwn: true }];
    expect(await firstAnswers(made.owner, decks)).toEqual(new Map([[first, { right: 0, of: 2 }]]));
    expect(await firstAnswers(made.pupil, decks)).toEqual(
      new Map([
        [first, { right: 0, of: 1 }],
        [second, { right: 0, of: 1 }],
      ]),
    );
    expect((await quizOffer(made.owner, made.deckId)).firstAnswers).toEqual({ any: 1, enough: 0 });
    const hardest = await start(made.owner, made.deckId, { prefer: 'harder', count: 1 });
    expect(await factsOf(hardest)).toEqual([first]);
    const easiest = await start(made.owner, made.deckId, { prefer: 'easier', count: 3 });
    expect(await factsOf(easiest)).not.toContain(first);
  });
});
