import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Rating } from '@/lib/model';
import { articleMemory, askedFacts, recallByArticle } from '@/lib/server/data/article-memory';
import { setFactStatus } from '@/lib/server/data/facts';
import { recordReview } from '@/lib/server/data/reviews';
import { correctReview, undoReview } from '@/lib/server/data/reviews-amend';
import { lifeStatistics } from '@/lib/server/data/statistics';
import type { User } from '@/lib/server/user';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

const dayAfter = (days: number) => new Date(Date.parse('2026-03-01T12:00:00Z') + days * 86_400_000);

const grade = async (user: User, factId: string, rating: Rating, days: number): Promise<string> => {
  const id = randomUUID();
  const answer = { id, factId, questionId: null, rating, elapsedMs: null, at: dayAfter(days) };
  await recordReview(user, { ...answer, form: 'cloze', mode: 'study', interval: null });
  return id;
};

onEveryDatabase(() => {
  test('each fact of an article with its recall today, when it is due and its last answers as they stand', async () => {
    const user = await newMember();
    const { articleId, factIds } = await newDeck(user, 3);
    const [first = '', second = '', third = ''] = factIds;
    await grade(user, first, 'easy', 0);
    const slip = await grade(user, first, 'again', 9);
    const mistaken = await grade(user, second, 'again', 9);
    await correctReview(user, { reviewId: slip, id: randomUUID(), at: dayAfter(9.001), rating: 'good' });
    await undoReview(user, { reviewId: mistaken, id: randomUUID(), at: dayAfter(9.001) });
    const { article, facts } = await articleMemory(user, articleId, dayAfter(10));
    expect(article).toMatchObject({ title: 'Towers', deck: { title: 'Towers' } });
    expect(facts.map(({ id }) => id)).toEqual([first, second, third]);
    expect(facts[0]?.answers).toEqual([
      { rating: 'good', at: dayAfter(9) },
      { rating: 'easy', at: dayAfter(0) },
    ]);
    expect(facts[0]?.recall).toBeGreaterThan(0.9);
    expect(facts[0]).toMatchObject({
      isDue: false,
      answer: '1801',
      prompt: 'Tower number 1 was opened in _____ [year].',
    });
    expect(article.text.slice(facts[0]?.span.start, facts[0]?.span.end)).toBe(facts[0]?.statement);
    expect(facts[1]).toMatchObject({ recall: null, due: null, isDue: false, answers: [] });
    const later = await articleMemory(user, articleId, dayAfter(300));
    expect(later.facts[0]?.recall).toBeLessThan(facts[0]?.recall ?? 0);
    expect(later.facts[0]?.isDue).toBe(true);
    expect(await askedFacts(user, articleId)).toEqual([first]);
  });

  test('no more than the last five answers are told', async () => {
    const user = await newMember();
    const { articleId, factIds } = await newDeck(user, 1);
    for (let day = 0; day < 30; day++)
      await grade(user, factIds[0] ?? '', day === 27 ? 'again' : 'good', day);
    const { facts } = await articleMemory(user, articleId, dayAfter(30));
    expect(facts[0]?.answers.map(({ rating }) => rating)).toEqual(['good', 'good', 'again', 'good', 'good']);
    expect(facts[0]?.answers[0]?.at).toEqual(dayAfter(29));
  });

  test('a fact that was left out is not on the map, nor in its sums', async () => {
    const user = await newMember();
    const { articleId, factIds, deckId } = await newDeck(user, 3);
    for (const factId of factIds) await grade(user, factId, 'easy', 0);
    await setFactStatus(user, factIds[0] ?? '', 'rejected');
    const now = dayAfter(4);
    const { facts } = await articleMemory(user, articleId, now);
    expect(facts.map(({ id }) => id)).toEqual(factIds.slice(1));
    expect(await askedFacts(user, articleId)).toHaveLength(2);
    const [recalled] = await recallByArticle(user, deckId, now, 5);
    expect(recalled).toMatchObject({ id: articleId, facts: 2, met: 2 });
    const sum = facts.reduce((all, { recall }) => all + (recall ?? 0), 0);
    expect(recalled?.known).toBeCloseTo(sum, 9);
    expect((await lifeStatistics(user, now, 1)).known).toBeCloseTo(sum, 9);
  });

  test("somebody else's article is not found", async () => {
    const [user, stranger] = [await newMember(), await newMember()];
    const { articleId, deckId, factIds } = await newDeck(user, 1);
    await grade(user, factIds[0] ?? '', 'good', 0);
    const missing = { code: 'NOT_FOUND' };
    await expect(articleMemory(stranger, articleId, dayAfter(1))).rejects.toMatchObject(missing);
    await expect(askedFacts(stranger, articleId)).rejects.toMatchObject(missing);
    expect(await recallByArticle(stranger, deckId, dayAfter(1), 5)).toEqual([]);
    expect(await recallByArticle(stranger, null, dayAfter(1), 5)).toEqual([]);
  });
});
