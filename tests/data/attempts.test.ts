import { expect, test } from 'vitest';
import { type QuizSettings, USUAL_SETTINGS } from '@/lib/quiz/settings';
import { db } from '@/lib/server/db';
import { storedPaperSchema } from '@/lib/server/data/attempts-paper';
import { openAttempt, saveAnswer } from '@/lib/server/data/attempts';
import { finishAttempt, finishOverdue } from '@/lib/server/data/attempts-finish';
import { showAnswer } from '@/lib/server/data/attempts-show';
import { attemptResult, missedFacts } from '@/lib/server/data/attempts-result';
import { quizOffer, retakeQuiz, startQuiz } from '@/lib/server/data/quizzes';
import { replayUser } from '@/lib/server/data/replay';
import { recordReview } from '@/lib/server/data/reviews';
import type { User } from '@/lib/server/user';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

const NOW = new Date('2026-03-01T12:00:00Z');
const LATER = new Date('2026-03-01T12:10:00Z');

const begin = async (count = 4, settings: Partial<QuizSettings> = {}) => {
  const user = await newMember();
  const { deckId, factIds } = await newDeck(user, 6);
  const attemptId = await startQuiz(user, {
    deckId,
    settings: { ...USUAL_SETTINGS, count, ...settings },
    seed: 'a seed',
    now: NOW,
  });
  return { user, deckId, factIds, attemptId };
};

const paperOf = async (attemptId: string) => {
  const { paper } = await (await db()).attempt.findUniqueOrThrow({ where: { id: attemptId } });
  return storedPaperSchema.parse(paper);
};

const save = (user: User, attemptId: string, position: number, given: string) =>
  saveAnswer(user, attemptId, { position, given, at: NOW });

const reviewsOf = async (user: User) =>
  (await db()).review.findMany({ where: { userId: user.id }, orderBy: { id: 'asc' } });

onEveryDatabase(() => {
  test('an attempt under way shows its questions and no key', async () => {
    const { user, attemptId } = await begin();
    const open = await openAttempt(user, attemptId);
    expect(open?.items).toHaveLength(4);
    expect(open?.given).toEqual([null, null, null, null]);
    for (const item of open?.items ?? []) {
      expect(Object.keys(item).sort()).toEqual([
        'context',
        'dateParts',
        'form',
        'lefts',
        'options',
        'prompt',
        'questionId',
        'source',
        'unit',
      ]);
      expect(item.source).toBe('Towers');
      expect(item.options.every((option) => typeof option === 'string')).toBe(true);
    }
    expect(await attemptResult(user, attemptId)).toBeNull();
  });

  test('answers are there again after a reload, changed ones as changed, cleared ones as none', async () => {
    const { user, deckId, attemptId } = await begin();
    await save(user, attemptId, 0, 'first');
    await save(user, attemptId, 0, ' second ');
    await Promise.all(Array.from({ length: 5 }, () => save(user, attemptId, 2, 'same')));
    await save(user, attemptId, 3, 'gone');
    await save(user, attemptId, 3, '  ');
    expect((await openAttempt(user, attemptId))?.given).toEqual(['second', null, 'same', null]);
    expect(await quizOffer(user, deckId)).toMatchObject({
      decks: [{ title: 'Towers' }],
      available: 6,
      open: { id: attemptId, answered: 2, total: 4 },
    });
    await expect(save(user, attemptId, 4, 'beyond')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('handing in twice at once is one finish, and memory hears of each answer once', async () => {
    const { user, deckId, attemptId } = await begin();
    const paper = await paperOf(attemptId);
    await save(user, attemptId, 0, paper[0]?.answer ?? '');
    await save(user, attemptId, 1, 'wrong');
    const results = await Promise.all([1, 2, 3].map(() => finishAttempt(user, attemptId, LATER)));
    expect(results).toEqual([1, 2, 3].map(() => ({ score: 1, total: 4 })));
    expect(await reviewsOf(user)).toMatchObject([
      { id: `${attemptId}:0`, rating: 'good', mode: 'quiz', factId: paper[0]?.factId },
      { id: `${attemptId}:1`, rating: 'again', mode: 'quiz', factId: paper[1]?.factId },
    ]);
    expect(await replayUser(user)).toEqual([]);
    expect(await finishAttempt(user, attemptId, LATER)).toEqual({ score: 1, total: 4 });
    await expect(save(user, attemptId, 2, 'late')).rejects.toMatchObject({ code: 'FINISHED' });
    expect(await openAttempt(user, attemptId)).toBeNull();
    expect((await quizOffer(user, deckId)).open).toBeNull();
    expect(await missedFacts(user, attemptId)).toEqual(paper.slice(1).map(({ factId }) => factId));
  });

  test('an answer saved while the attempt is handed in counts, or is refused, never half', async () => {
    const { user, attemptId } = await begin();
    const paper = await paperOf(attemptId);
    const [saved, finished] = await Promise.allSettled([
      save(user, attemptId, 0, paper[0]?.answer ?? ''),
      finishAttempt(user, attemptId, LATER),
    ]);
    expect(finished).toMatchObject({ value: { score: saved.status === 'fulfilled' ? 1 : 0 } });
    const result = await attemptResult(user, attemptId);
    expect(result?.items.filter(({ correct }) => correct)).toHaveLength(saved.status === 'fulfilled' ? 1 : 0);
  });

  test('a result is what was asked then, whatever is edited or deleted later', async () => {
    const { user, deckId, attemptId } = await begin();
    const paper = await paperOf(attemptId);
    for (const [position, { answer }] of paper.entries()) await save(user, attemptId, position, answer);
    const database = await db();
    await database.question.updateMany({
      where: { fact: { deckId } },
      data: { prompt: 'new', answer: 'new' },
    });
    await database.fact.delete({ where: { id: paper[0]?.factId ?? '' } });
    await finishAttempt(user, attemptId, LATER);
    await database.fact.updateMany({ where: { deckId }, data: { statement: 'new' } });
    const result = await attemptResult(user, attemptId);
    expect(result).toMatchObject({ score: 4, total: 4, deckTitle: 'Towers', finishedAt: LATER });
    expect(result?.items.map(({ prompt, answer }) => [prompt, answer])).toEqual(
      paper.map(({ prompt, answer }) => [prompt, answer]),
    );
    expect(result?.items[0]?.proof.statement).toBe(paper[0]?.statement);
    expect(result?.items[0]?.proof.articleTitle).toBe('Towers');
    expect(await reviewsOf(user)).toHaveLength(3);
  });

  test('a wrong option that is right elsewhere says where', async () => {
    const user = await newMember();
    const { deckId, factIds } = await newDeck(user, 2);
    const database = await db();
    await database.question.deleteMany({ where: { fact: { deckId }, form: 'cloze' } });
    await database.question.updateMany({
      where: { factId: factIds[0] ?? '' },
      data: {
        options: [
          { text: '1801', factId: factIds[0] ?? '' },
          { text: '1808', factId: factIds[1] ?? '' },
          { text: '1850', factId: null },
        ],
      },
    });
    const attemptId = await startQuiz(user, {
      deckId,
      settings: { ...USUAL_SETTINGS, count: 2 },
      seed: 's',
      now: NOW,
    });
    await finishAttempt(user, attemptId, LATER);
    const result = await attemptResult(user, attemptId);
    const item = result?.items.find(({ answer }) => answer === '1801');
    const byText = new Map(item?.options.map((option) => [option.text, option.statement]));
    expect(byText.get('1808')).toBe('Tower number 2 was opened in 1808.');
    expect([byText.get('1801'), byText.get('1850')]).toEqual([null, null]);
  });

  test('a deck without questions makes no quiz', async () => {
    const user = await newMember();
    const deck = await (await db()).deck.create({ data: { userId: user.id, title: 'Empty' } });
    await expect(
      startQuiz(user, { deckId: deck.id, settings: { ...USUAL_SETTINGS, count: 5 }, seed: 's', now: NOW }),
    ).rejects.toMatchObject({ code: 'NO_QUESTIONS' });
  });

  test('nothing of someone else is found', async () => {
    const { user, deckId, attemptId } = await begin();
    const stranger = await newMember();
    const refused = { code: 'NOT_FOUND' };
    await expect(quizOffer(stranger, deckId)).rejects.toMatchObject(refused);
    await expect(
      startQuiz(stranger, { deckId, settings: { ...USUAL_SETTINGS, count: 3 }, seed: 's', now: NOW }),
    ).rejects.toMatchObject(refused);
    await expect(openAttempt(stranger, attemptId)).rejects.toMatchObject(refused);
    await expect(save(stranger, attemptId, 0, 'mine')).rejects.toMatchObject(refused);
    await expect(save(stranger, attemptId, 0, ' ')).rejects.toMatchObject(refused);
    await expect(finishAttempt(stranger, attemptId, LATER)).rejects.toMatchObject(refused);
    await expect(attemptResult(stranger, attemptId)).rejects.toMatchObject(refused);
    await finishAttempt(user, attemptId, LATER);
    await expect(missedFacts(stranger, attemptId)).rejects.toMatchObject(refused);
    await expect(attemptResult(stranger, attemptId)).rejects.toMatchObject(refused);
    await expect(save(stranger, attemptId, 0, 'mine')).rejects.toMatchObject(refused);
  });

  test('after each question what is right can be shown, and then the answer stands', async () => {
    const { user, attemptId } = await begin(3, { feedback: 'each' });
    const [first] = await paperOf(attemptId);
    await save(user, attemptId, 0, 'wrong');
    const shown = await showAnswer(user, { attemptId, position: 0, now: NOW });
    expect(shown).toMatchObject({ answer: first?.answer, given: 'wrong', correct: false });
    expect(shown.proof.statement).toBe(first?.statement);
    await expect(save(user, attemptId, 0, first?.answer ?? '')).rejects.toMatchObject({
      code: 'ANSWER_SHOWN',
    });
    expect(await showAnswer(user, { attemptId, position: 0, now: LATER })).toEqual(shown);
    expect(await showAnswer(user, { attemptId, position: 1, now: NOW })).toMatchObject({
      given: null,
      correct: false,
    });
    const open = await openAttempt(user, attemptId);
    expect(open?.shown.map((item) => item?.answer ?? null)).toEqual([
      first?.answer,
      (await paperOf(attemptId))[1]?.answer,
      null,
    ]);
    expect(JSON.stringify(open?.items)).not.toContain('statement');
    expect(await finishAttempt(user, attemptId, LATER)).toEqual({ score: 0, total: 3 });
    expect((await attemptResult(user, attemptId))?.items.map(({ given }) => given)).toEqual([
      'wrong',
      null,
      null,
    ]);
  });

  test('a quiz that tells at the end shows nothing before, and one for the score alone nothing after', async () => {
    const { user, attemptId } = await begin(2);
    const show = (who: User) => showAnswer(who, { attemptId, position: 0, now: NOW });
    await expect(show(user)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(show(await newMember())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const blind = await begin(2, { feedback: 'score', passMark: 50 });
    await finishAttempt(blind.user, blind.attemptId, LATER);
    expect(await attemptResult(blind.user, blind.attemptId)).toMatchObject({
      score: 0,
      items: [],
      passMark: 50,
    });
  });

  test('a timed quiz takes no answer after its time, and hands in what is there', async () => {
    const { user, attemptId } = await begin(2, { minutes: 5 });
    const [first] = await paperOf(attemptId);
    const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
    const given = first?.answer ?? '';
    await saveAnswer(user, attemptId, { position: 0, given, at: at(299) });
    // On its way when the time ended.
    await saveAnswer(user, attemptId, { position: 1, given: 'late', at: at(302) });
    await expect(saveAnswer(user, attemptId, { position: 1, given, at: at(304) })).rejects.toMatchObject({
      code: 'TIME_UP',
    });
    expect(await finishOverdue(at(302))).toBe(0);
    expect(await finishOverdue(at(400))).toBe(1);
    expect(await attemptResult(user, attemptId)).toMatchObject({ score: 1, finishedAt: at(300) });
    expect(await finishOverdue(at(500))).toBe(0);
  });

  test('taken again a quiz has the same settings and another paper, as often as it may be', async () => {
    const { user, attemptId } = await begin(3, { attempts: 2, groups: ['choice'] });
    const result = async () => attemptResult(user, attemptId);
    await finishAttempt(user, attemptId, LATER);
    const quizId = (await result())?.quizId ?? '';
    expect((await result())?.attemptsLeft).toBe(1);
    const again = await retakeQuiz(user, quizId, { seed: 'another seed', now: LATER });
    expect(await retakeQuiz(user, quizId, { seed: 'a third', now: LATER })).toBe(again);
    const [before, after] = [await paperOf(attemptId), await paperOf(again)];
    expect(after.map(({ form }) => form)).toEqual(['choice', 'choice', 'choice']);
    expect(after.map(({ questionId }) => questionId)).not.toEqual(before.map(({ questionId }) => questionId));
    await finishAttempt(user, again, LATER);
    const third = retakeQuiz(user, quizId, { seed: 'a fourth', now: LATER });
    await expect(third).rejects.toMatchObject({ code: 'NO_ATTEMPTS_LEFT' });
    const strange = retakeQuiz(await newMember(), quizId, { seed: 's', now: LATER });
    await expect(strange).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('taken again a quiz asks for the same facts in other words, and says what was gained', async () => {
    const { user, attemptId } = await begin(3, { groups: ['choice', 'typed'] });
    await finishAttempt(user, attemptId, NOW);
    const quizId = (await attemptResult(user, attemptId))?.quizId ?? '';
    const again = await retakeQuiz(user, quizId, { seed: 'another', now: LATER });
    const [before, after] = [await paperOf(attemptId), await paperOf(again)];
    const idsOf = (paper: typeof before) => paper.map(({ factId }) => factId).sort();
    expect(idsOf(after)).toEqual(idsOf(before));
    const put = new Set(before.map(({ questionId }) => questionId));
    expect(after.filter(({ questionId }) => put.has(questionId))).toEqual([]);
    for (const [position, { answer }] of after.entries())
      await saveAnswer(user, again, { position, given: answer, at: LATER });
    await finishAttempt(user, again, LATER);
    expect((await attemptResult(user, attemptId))?.first).toBeNull();
    expect(await attemptResult(user, again)).toMatchObject({
      score: 3,
      first: { score: 0, total: 3, finishedAt: NOW },
      articles: [{ title: 'Towers' }],
    });
  });

  test('what is known least comes first where that is wished for', async () => {
    const user = await newMember();
    const { deckId, factIds } = await newDeck(user, 4);
    for (const factId of factIds.slice(0, 2)) {
      await recordReview(user, {
        id: crypto.randomUUID(),
        factId,
        questionId: null,
        rating: 'easy',
        form: 'cloze',
        mode: 'study',
        elapsedMs: null,
        at: NOW,
      });
    }
    const settings = { ...USUAL_SETTINGS, count: 2, prefer: 'weakest' as const, shuffleQuestions: false };
    const paper = await paperOf(await startQuiz(user, { deckId, settings, seed: 's', now: LATER }));
    expect(paper.map(({ factId }) => factId)).toEqual(factIds.slice(2));
  });
});
