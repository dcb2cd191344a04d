import 'server-only';
import type { Database } from '@/lib/server/db';
import { after, PAGE, type Row } from '@/lib/server/data/export-pages';

const laterAnswers = (last: Row) => {
  const [playerId, question] = [String(last.playerId), Number(last.question)];
  return { OR: [{ playerId: { gt: playerId } }, { playerId, question: { gt: question } }] };
};

/** Live sessions in the file of all data: those that they hosted with all who played, and what they played elsewhere. */
export const LIVE_TABLES = {
  liveSessions: (database: Database, userId: string, last: Row | null): Promise<Row[]> =>
    database.liveSession.findMany({
      where: { userId, ...after(last) },
      orderBy: { id: 'asc' },
      take: 50, // each holds its whole paper
      select: {
        id: true,
        deckId: true,
        quizId: true,
        title: true,
        options: true,
        paper: true,
        state: true,
        createdAt: true,
        endedAt: true,
      },
    }),
  livePlayers: (database: Database, userId: string, last: Row | null): Promise<Row[]> =>
    database.livePlayer.findMany({
      where: { session: { userId }, ...after(last) },
      orderBy: { id: 'asc' },
      take: PAGE,
      // Whose account a player has is theirs to tell.
      select: {
        id: true,
        sessionId: true,
        number: true,
        name: true,
        nameKey: true,
        team: true,
        factor: true,
        removed: true,
        reconnects: true,
        joinedAt: true,
      },
    }),
  liveAnswers: (database: Database, userId: string, last: Row | null): Promise<Row[]> =>
    database.liveAnswer.findMany({
      where: { session: { userId }, ...(last === null ? {} : laterAnswers(last)) },
      orderBy: [{ playerId: 'asc' }, { question: 'asc' }],
      take: PAGE,
      select: {
        sessionId: true,
        question: true,
        playerId: true,
        given: true,
        correct: true,
        points: true,
        elapsedMs: true,
        sentence: true,
        proofPoints: true,
        at: true,
      },
    }),
  livePlayed: (database: Database, userId: string, last: Row | null): Promise<Row[]> =>
    database.livePlayer.findMany({
      // Of a session that runs it would tell what was right before the room is told.
      where: { userId, session: { endedAt: { not: null } }, ...after(last) },
      orderBy: { id: 'asc' },
      take: 100,
      select: {
        id: true,
        name: true,
        joinedAt: true,
        session: { select: { title: true } },
        answers: {
          orderBy: { question: 'asc' },
          select: { question: true, given: true, correct: true, points: true, elapsedMs: true, at: true },
        },
      },
    }),
};
