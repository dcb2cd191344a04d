import { expect, test } from 'vitest';
import { db } from '@/lib/server/db';
import { storedPaperSchema } from '@/lib/server/data/attempts-paper';
import { openAttempt, quizOffer, saveAnswer, startAttempt } from '@/lib/server/data/attempts';
import { finishAttempt } from '@/lib/server/data/attempts-finish';
import { attemptResult, missedFacts } from '@/lib/server/data/attempts-result';
import { replayUser } from '@/lib/server/data/replay';
import type { User } from '@/lib/server/user';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

const NOW = new Date('2026-03-01T12:00:00Z');
const LATER = new Date('2026-03-01T12:10:00Z');

const begin = async (count = 4) => {
  const user = await newMember();
  const { deckId, factIds } = await newDeck(user, 6);
  const attemptId = await startAttempt(user, { deckId, count, seed: 'a seed', now: NOW });
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
        'form',
        'options',
        'prompt',
        'questionId',
        'source',
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
    expect(await quizOffer(user, deckId)).toEqual({
      deckTitle: 'Towers',
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
    const attemptId = await startAttempt(user, { deckId, count: 2, seed: 's', now: NOW });
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
      startAttempt(user, { deckId: deck.id, count: 5, seed: 's', now: NOW }),
    ).rejects.toMatchObject({ code: 'NO_QUESTIONS' });
  });

  test('nothing of someone else is found', async () => {
    const { user, deckId, attemptId } = await begin();
    const stranger = await newMember();
    const refused = { code: 'NOT_FOUND' };
    await expect(quizOffer(stranger, deckId)).rejects.toMatchObject(refused);
    await expect(startAttempt(stranger, { deckId, count: 3, seed: 's', now: NOW })).rejects.toMatchObject(
      refused,
    );
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
});
