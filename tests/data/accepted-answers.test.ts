import { expect, test } from 'vitest';
import { USUAL_SETTINGS } from '@/lib/quiz/settings';
import { acceptAnswer } from '@/lib/server/data/accepted-answers';
import { saveAnswer } from '@/lib/server/data/attempts';
import { finishAttempt } from '@/lib/server/data/attempts-finish';
import { attemptResult } from '@/lib/server/data/attempts-result';
import { factsOf } from '@/lib/server/data/facts';
import { editQuestion } from '@/lib/server/data/question-edits';
import { retakeQuiz, startQuiz } from '@/lib/server/data/quizzes';
import { replayUser } from '@/lib/server/data/replay';
import { db } from '@/lib/server/db';
import { after, assign, paperOf, setting, take } from '../support/assignments';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';
import type { User } from '@/lib/server/user';

const NOW = new Date('2026-11-24T08:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const TYPED = { ...USUAL_SETTINGS, count: 3, groups: ['typed' as const] };
const WORDS = 'in my own words';

/** Types the same at every question, hands in, and answers the score. */
const hand = async (user: User, attemptId: string, at: Date): Promise<number> => {
  for (const [position] of (await paperOf(attemptId)).entries())
    await saveAnswer(user, attemptId, { position, given: WORDS, at });
  return (await finishAttempt(user, attemptId, at)).score;
};

const ratings = async (user: User) =>
  (
    await (
      await db()
    ).review.findMany({
      where: { userId: user.id },
      orderBy: { at: 'asc' },
      select: { rating: true, corrects: true },
    })
  ).map(({ rating, corrects }) => (corrects === null ? rating : `now ${rating}`));

onEveryDatabase(() => {
  test('what the owner lets pass is right from then on and in the past, with a trace, and can be taken back', async () => {
    const user = await newMember();
    const { deckId } = await newDeck(user, 3);
    const first = await startQuiz(user, { deckId, settings: TYPED, seed: 'a', now: NOW });
    expect(await hand(user, first, later(1))).toBe(0);
    const paper = await paperOf(first);
    await acceptAnswer(user, { attemptId: first, position: 1, accept: true, at: later(2) });
    await acceptAnswer(user, { attemptId: first, position: 1, accept: true, at: later(3) });
    const marked = await attemptResult(user, first);
    expect(marked).toMatchObject({ score: 1, remarkedAt: new Map([[1, later(2)]]) });
    expect(marked?.items.map(({ correct }) => correct)).toEqual([false, true, false]);
    expect(await paperOf(first)).toEqual(paper);
    expect(await ratings(user)).toEqual(['again', 'again', 'again', 'now good']);
    expect(await replayUser(user)).toEqual([]);

    const { quizId } = await (await db()).attempt.findUniqueOrThrow({ where: { id: first } });
    const second = await retakeQuiz(user, quizId, { seed: 'b', now: later(4) });
    const asked = (await paperOf(second)).filter(({ questionId }) => questionId === paper[1]?.questionId);
    expect(await hand(user, second, later(5))).toBe(asked.length);

    await acceptAnswer(user, { attemptId: first, position: 1, accept: false, at: later(6) });
    expect(await attemptResult(user, first)).toMatchObject({
      score: 0,
      remarkedAt: new Map([[1, later(6)]]),
    });
    // What was right when it was handed in stays so.
    expect(await attemptResult(user, second)).toMatchObject({ score: asked.length });
    expect(await replayUser(user)).toEqual([]);
  });

  test('a teacher lets an answer pass for the whole class; nobody else can', async () => {
    const made = await setting();
    const id = await assign(made.owner, made, { quiz: { groups: ['typed'] } });
    const attempt = await take(made.pupil, id, 0);
    for (const nosy of [made.pupil, made.other, made.teacher, await newMember()])
      await expect(
        acceptAnswer(nosy, { attemptId: attempt, position: 0, accept: true, at: after(9) }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await acceptAnswer(made.owner, { attemptId: attempt, position: 0, accept: true, at: after(9) });
    expect(await attemptResult(made.pupil, attempt, after(10))).toMatchObject({ score: 1, total: 4 });
    expect(await replayUser(made.pupil)).toEqual([]);
    expect(await take(made.other, id, 0)).not.toBe(attempt);
  });

  test('an answer to choose, none, or one under way cannot be let pass', async () => {
    const user = await newMember();
    const { deckId } = await newDeck(user, 3);
    const open = await startQuiz(user, { deckId, settings: TYPED, seed: 'a', now: NOW });
    await saveAnswer(user, open, { position: 0, given: WORDS, at: later(1) });
    const refused = { code: 'NOT_FOUND' };
    const accept = (attemptId: string, position: number) =>
      acceptAnswer(user, { attemptId, position, accept: true, at: later(2) });
    await expect(accept(open, 0)).rejects.toMatchObject(refused);
    await finishAttempt(user, open, later(2));
    await expect(accept(open, 1)).rejects.toMatchObject(refused);
    await expect(accept(open, 9)).rejects.toMatchObject(refused);
  });

  test('what else is right can be written with the question, and past answers are marked again', async () => {
    const user = await newMember();
    const { deckId } = await newDeck(user, 3);
    const first = await startQuiz(user, { deckId, settings: TYPED, seed: 'a', now: NOW });
    expect(await hand(user, first, later(1))).toBe(0);
    const [item] = await paperOf(first);
    const { questionId = '', prompt = '', answer = '' } = item ?? {};
    const edit = { prompt, answer, others: [] };
    const edited = await editQuestion(
      user,
      questionId,
      { ...edit, accepted: [` ${WORDS} `, '', 'or so'] },
      later(2),
    );
    expect(edited.accepted).toEqual([WORDS, 'or so']);
    expect(await attemptResult(user, first)).toMatchObject({
      score: 1,
      remarkedAt: new Map([[0, later(2)]]),
    });
    const facts = await factsOf(user, deckId);
    const question = facts.flatMap(({ questions }) => questions).find(({ id }) => id === questionId);
    expect(question?.accepted).toEqual([WORDS, 'or so']);
    // An edit that does not speak of it leaves it as it is.
    await editQuestion(user, questionId, edit, later(3));
    expect(await attemptResult(user, first)).toMatchObject({ score: 1 });
    await editQuestion(user, questionId, { ...edit, accepted: [] }, later(4));
    expect(await attemptResult(user, first)).toMatchObject({ score: 0 });
    expect(await replayUser(user)).toEqual([]);
  });
});
