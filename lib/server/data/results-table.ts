import 'server-only';
import type { Cell } from '@/lib/formats/write-csv';
import { certaintyShare } from '@/lib/quiz/certainty';
import { storedPaperSchema } from '@/lib/server/data/attempts-paper';
import { toldAmong } from '@/lib/server/data/told';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

const HEAD = [
  'attempt_id',
  'deck',
  'started_at',
  'finished_at',
  'question_no',
  'question_id',
  'fact_id',
  'question',
  'given',
  'answer',
  'correct',
  'points',
  'certainty',
  'proof',
];

/** Attempts read together; each holds its whole paper. */
const PAGE = 100;

/** Every question of every finished quiz of theirs as a row, the oldest first, under a head. */
export const resultsTable = async (user: User, now = new Date()): Promise<Cell[][]> => {
  const database = await db();
  const rows: Cell[][] = [HEAD];
  for (let last = ''; ;) {
    const attempts = await database.attempt.findMany({
      where: { userId: user.id, finishedAt: { not: null }, id: { gt: last } },
      orderBy: { id: 'asc' },
      take: PAGE,
      select: {
        id: true,
        quizId: true,
        deckTitle: true,
        startedAt: true,
        finishedAt: true,
        paper: true,
        quiz: { select: { settings: true, count: true } },
        assigned: { select: { assignmentId: true } },
        answers: {
          select: { position: true, given: true, correct: true, points: true, certainty: true },
        },
      },
    });
    // Whoever was promised the score alone gets no key here either.
    const told = await toldAmong(user, attempts, now);
    for (const { id, deckTitle, startedAt, finishedAt, paper, answers } of attempts) {
      const isTold = told.has(id);
      const given = new Map(answers.map((answer) => [answer.position, answer]));
      for (const [position, item] of storedPaperSchema.parse(paper).entries()) {
        const answer = given.get(position);
        rows.push([
          id,
          deckTitle,
          startedAt.toISOString(),
          finishedAt?.toISOString() ?? null,
          position + 1,
          item.questionId,
          item.factId,
          item.prompt,
          answer?.given ?? null,
          isTold ? item.answer : null,
          isTold ? answer?.correct === true : null,
          isTold ? (answer?.points ?? Number(answer?.correct === true)) : null,
          certaintyShare(answer?.certainty ?? null),
          isTold ? item.statement : null,
        ]);
      }
    }
    last = attempts.at(-1)?.id ?? '';
    if (attempts.length < PAGE) return rows;
  }
};
