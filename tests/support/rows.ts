import { randomUUID } from 'node:crypto';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';
import { newDeck, type MadeDeck } from './decks';

/** A quiz of `deckId` with one attempt, handed in at `finishedAt` (`null`: still open), and one answer. */
export const newAttempt = async (
  user: User,
  deckId: string,
  finishedAt: Date | null,
  score = 3,
): Promise<string> => {
  const database = await db();
  const quiz = await database.quiz.create({ data: { userId: user.id, deckId, count: 4 } });
  const startedAt = new Date((finishedAt ?? new Date()).getTime() - 90_000);
  const attempt = await database.attempt.create({
    data: {
      quizId: quiz.id,
      userId: user.id,
      seed: 'seed',
      paper: [],
      deckTitle: 'Towers',
      startedAt,
      finishedAt,
      score: finishedAt === null ? null : score,
      total: 4,
    },
  });
  await database.answer.create({
    data: { attemptId: attempt.id, position: 0, given: '1801', at: startedAt, correct: true },
  });
  return attempt.id;
};

const classRows = async (user: User, deckId: string, now: Date): Promise<void> => {
  const database = await db();
  const made = await database.class.create({
    data: {
      name: '7b',
      members: { create: { userId: user.id, role: 'owner', name: 'Ada', nameKey: 'ada' } },
    },
  });
  await database.assignment.create({
    data: {
      classId: made.id,
      teacherId: user.id,
      deckId,
      title: 'Towers',
      feedback: 'end',
      opensAt: now,
    },
  });
};

/** At least one row of `user` in every table that belongs to a person, so that nothing can hide behind an empty one. */
export const rowsEverywhere = async (user: User): Promise<MadeDeck> => {
  const database = await db();
  const deck = await newDeck(user);
  const now = new Date();
  for (const factId of deck.factIds) {
    await database.memory.create({
      data: {
        userId: user.id,
        factId,
        phase: 'review',
        step: 0,
        stability: 3,
        difficulty: 5,
        due: now,
        lastReview: now,
        scheduledDays: 3,
        reps: 1,
        lapses: 0,
      },
    });
    await database.review.create({
      data: {
        id: randomUUID(),
        userId: user.id,
        factId,
        at: now,
        rating: 'good',
        mode: 'study',
        form: 'cloze',
        zone: 'UTC',
        dayStart: 4,
        retention: 0.9,
      },
    });
  }
  await newAttempt(user, deck.deckId, now);
  await database.weightFit.create({ data: { userId: user.id, askedAt: now, state: 'waiting', recalls: 0 } });
  await database.examPlan.create({
    data: {
      userId: user.id,
      title: 'Towers, final',
      day: 30_000,
      startDay: 20_000,
      deckIds: [deck.deckId],
      minutes: [20, 20, 20, 20, 20, 20, 20],
      pinned: [],
    },
  });
  // A visitor makes no class.
  if (user.email !== null) await classRows(user, deck.deckId, now);
  const account = { type: 'oauth', provider: 'github', providerAccountId: randomUUID() };
  await database.account.create({ data: { userId: user.id, ...account, access_token: 'secret-token' } });
  await database.session.create({ data: { userId: user.id, sessionToken: randomUUID(), expires: now } });
  return deck;
};

/** How many rows each table that belongs to people holds. */
export const countRows = async (): Promise<Record<string, number>> => {
  const database = await db();
  return {
    users: await database.user.count(),
    accounts: await database.account.count(),
    sessions: await database.session.count(),
    decks: await database.deck.count(),
    articles: await database.article.count(),
    facts: await database.fact.count(),
    questions: await database.question.count(),
    memories: await database.memory.count(),
    reviews: await database.review.count(),
    weightFits: await database.weightFit.count(),
    quizzes: await database.quiz.count(),
    attempts: await database.attempt.count(),
    answers: await database.answer.count(),
    exams: await database.examPlan.count(),
    classes: await database.class.count(),
    classMembers: await database.classMember.count(),
    assignments: await database.assignment.count(),
  };
};
