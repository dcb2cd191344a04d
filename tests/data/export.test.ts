import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/server/db';
import { exportOf } from '@/lib/server/data/export';
import type { User } from '@/lib/server/user';
import { onEveryDatabase } from '../support/databases';
import { newMember } from '../support/people';
import { rowsEverywhere } from '../support/rows';

type Exported = Record<string, { id?: string }[]> & { format: string; version: number; user: object };

const exported = async (user: User): Promise<{ text: string; whole: Exported }> => {
  let text = '';
  for await (const piece of exportOf(user, new Date('2026-03-01T12:00:00Z'))) text += piece;
  return { text, whole: JSON.parse(text) as Exported };
};

const LISTS = [
  'decks',
  'articles',
  'facts',
  'questions',
  'memories',
  'reviews',
  'exams',
  'quizzes',
  'attempts',
  'answers',
];

onEveryDatabase(() => {
  test('an export holds all of its owner and nothing of others, and no secrets', async () => {
    const [ada, bob] = [await newMember('Europe/Berlin'), await newMember()];
    await rowsEverywhere(ada);
    await rowsEverywhere(bob);
    const { text, whole } = await exported(ada);
    expect(whole).toMatchObject({
      format: 'quizwright-export',
      version: 3,
      exportedAt: '2026-03-01T12:00:00.000Z',
      user: { id: ada.id, email: ada.email, zone: 'Europe/Berlin', accounts: [{ provider: 'github' }] },
    });
    expect(Object.fromEntries(LISTS.map((name) => [name, whole[name]?.length]))).toEqual({
      decks: 1,
      articles: 1,
      facts: 4,
      questions: 8,
      memories: 4,
      reviews: 4,
      exams: 1,
      quizzes: 1,
      attempts: 1,
      answers: 1,
    });
    expect(whole.articles?.[0]).toHaveProperty('leftOut');
    expect(whole.facts?.[0]).toHaveProperty('confidence');
    expect(whole.facts?.[0]).toHaveProperty('leans');
    expect(text).not.toMatch(/passwordHash|secret-token|sessionToken|sessionVersion/);
    const other = await exported(bob);
    for (const { id } of LISTS.flatMap((name) => other.whole[name] ?? [])) {
      if (id !== undefined) expect(text).not.toContain(id);
    }
    expect(text).not.toContain(bob.id);
  });

  test('an export of nothing is whole', async () => {
    const { whole } = await exported(await newMember());
    for (const name of LISTS) expect(whole[name]).toEqual([]);
  });

  test('more rows than a page come once each', async () => {
    const user = await newMember();
    const { factIds, deckId } = await rowsEverywhere(user);
    const database = await db();
    const review = {
      userId: user.id,
      factId: factIds[0] ?? '',
      at: new Date(),
      rating: 'good',
      mode: 'study',
      form: 'cloze',
      zone: 'UTC',
      dayStart: 4,
      retention: 0.9,
    };
    await database.review.createMany({
      data: Array.from({ length: 2500 }, () => ({ ...review, id: randomUUID() })),
    });
    const quiz = await database.quiz.create({ data: { userId: user.id, deckId, count: 900 } });
    for (const seed of ['a', 'b', 'c']) {
      const attempt = await database.attempt.create({
        data: {
          quizId: quiz.id,
          userId: user.id,
          seed,
          paper: [],
          deckTitle: 'T',
          startedAt: new Date(),
          total: 900,
        },
      });
      await database.answer.createMany({
        data: Array.from({ length: 900 }, (_, position) => ({
          attemptId: attempt.id,
          position,
          given: 'x',
          at: new Date(),
        })),
      });
    }
    const { whole } = await exported(user);
    expect(new Set(whole.reviews?.map(({ id }) => id)).size).toBe(2504);
    expect(whole.reviews).toHaveLength(2504);
    expect(whole.answers).toHaveLength(2701);
    expect(new Set(whole.answers?.map((answer) => JSON.stringify(answer))).size).toBe(2701);
  });
});
