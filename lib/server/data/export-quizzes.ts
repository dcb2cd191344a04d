import 'server-only';
import { after, byId, type ReadPage, type Row } from '@/lib/server/data/export-pages';

const laterAnswers = (last: Row) => {
  const attemptId = String(last.attemptId);
  return [{ attemptId: { gt: attemptId } }, { attemptId, position: { gt: Number(last.position) } }];
};

/** Quizzes, attempts and answers in the file of all data. */
export const QUIZ_TABLES = {
  quizzes: (database, userId, last) =>
    database.quiz.findMany({
      where: { userId, ...after(last) },
      ...byId,
      select: { id: true, deckId: true, count: true, settings: true, createdAt: true },
    }),
  attempts: (database, userId, last) =>
    database.attempt.findMany({
      where: { userId, ...after(last) },
      orderBy: { id: 'asc' },
      take: 100, // each holds its whole paper
      select: {
        id: true,
        quizId: true,
        seed: true,
        paper: true,
        deckTitle: true,
        startedAt: true,
        finishedAt: true,
        deadline: true,
        score: true,
        total: true,
        points: true,
      },
    }),
  answers: (database, userId, last) =>
    database.answer.findMany({
      where: { attempt: { userId }, ...(last === null ? {} : { OR: laterAnswers(last) }) },
      orderBy: [{ attemptId: 'asc' }, { position: 'asc' }],
      take: 400, // each asks for its remarks by two values, of which there may not be too many
      select: {
        attemptId: true,
        position: true,
        given: true,
        at: true,
        correct: true,
        shownAt: true,
        certainty: true,
        points: true,
        remarks: { orderBy: { at: 'asc' }, select: { at: true, correct: true } },
      },
    }),
} satisfies Readonly<Record<string, ReadPage>>;
