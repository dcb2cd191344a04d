import 'server-only';
import { db } from '@/lib/server/db';
import { storedPaperSchema, type StoredItem } from '@/lib/server/data/attempts-paper';
import { toldAmong } from '@/lib/server/data/told';
import type { User } from '@/lib/server/user';

/** One question of a quiz that was handed in, as it was put, with what was answered. */
export type TakenAnswer = {
  readonly attemptId: string;
  readonly quizId: string;
  readonly deckTitle: string;
  readonly finishedAt: Date;
  readonly position: number;
  readonly item: StoredItem;
  /** `null`: not answered. */
  readonly given: string | null;
  readonly correct: boolean;
  /** How sure its giver was, as lib/quiz/certainty numbers it; `null`: not asked, or not said. */
  readonly certainty: number | null;
  /** Whether its answers may be shown to the taker, as `toldAmong` has it. */
  readonly isTold: boolean;
};

const COLUMNS = {
  id: true,
  quizId: true,
  deckTitle: true,
  finishedAt: true,
  paper: true,
  quiz: { select: { settings: true, count: true } },
  assigned: { select: { assignmentId: true } },
  answers: { select: { position: true, given: true, correct: true, certainty: true } },
} as const;

type Row = {
  id: string;
  quizId: string;
  deckTitle: string;
  finishedAt: Date | null;
  paper: unknown;
  quiz: { settings: unknown; count: number };
  assigned: { assignmentId: string } | null;
  answers: { position: number; given: string; correct: boolean | null; certainty: number | null }[];
};

const answersIn = (row: Row, told: ReadonlySet<string>): TakenAnswer[] => {
  const { finishedAt } = row;
  if (finishedAt === null) return [];
  const answerAt = new Map(row.answers.map((answer) => [answer.position, answer]));
  return storedPaperSchema.parse(row.paper).map((item, position) => {
    const answer = answerAt.get(position);
    return {
      attemptId: row.id,
      quizId: row.quizId,
      deckTitle: row.deckTitle,
      finishedAt,
      position,
      item,
      given: answer === undefined || answer.given === '' ? null : answer.given,
      correct: answer?.correct ?? false,
      certainty: answer?.certainty ?? null,
      isTold: told.has(row.id),
    };
  });
};

/** The answers of the last `most` quizzes that the person handed in, newest quiz first. */
export const latestAnswers = async (user: User, most: number, now = new Date()): Promise<TakenAnswer[]> => {
  const rows = await (
    await db()
  ).attempt.findMany({
    where: { userId: user.id, finishedAt: { not: null } },
    orderBy: [{ finishedAt: 'desc' }, { id: 'desc' }],
    take: most,
    select: COLUMNS,
  });
  const told = await toldAmong(user, rows, now);
  return rows.flatMap((row) => answersIn(row, told));
};
