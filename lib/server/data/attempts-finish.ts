import 'server-only';
import { hasParts } from '@/lib/forms';
import { markAnswer, type Mark } from '@/lib/quiz/mark';
import { isPlain, pointsOf, totalPoints } from '@/lib/quiz/points';
import { ratingOf, scoreOf } from '@/lib/quiz/score';
import { GRACE_MS } from '@/lib/quiz/settings';
import { Refusal } from '@/lib/refusal';
import { db, type Transaction } from '@/lib/server/db';
import { acceptedAnswers } from '@/lib/server/data/accepted-answers';
import { storedPaperSchema, type StoredItem } from '@/lib/server/data/attempts-paper';
import { untilNoClash } from '@/lib/server/data/clash';
import { settingsOf } from '@/lib/server/data/quizzes';
import { appendAnswers } from '@/lib/server/data/reviews-append';
import { toUser, USER_COLUMNS, type User } from '@/lib/server/user';

/** What handing in answers: questions right, of how many. */
export type Finished = { readonly score: number; readonly total: number };

type Marked = {
  readonly position: number;
  readonly item: StoredItem;
  readonly mark: Mark;
  readonly points: number;
};

/**
 * Hands an attempt in: marks it, and tells memory what was right (good) and wrong (again); what was not answered
 * counts as wrong and tells memory nothing. All of it or nothing is written. Handing in again, also at the same
 * time, changes nothing and gives the same score.
 * @throws Refusal NOT_FOUND
 */
export const finishAttempt = (user: User, attemptId: string, now: Date): Promise<Finished> =>
  untilNoClash(async () =>
    (await db()).$transaction(async (transaction) => {
      // The first write takes the row, so that no answer is saved between the marking and the end.
      const { count } = await transaction.attempt.updateMany({
        where: { id: attemptId, userId: user.id, finishedAt: null },
        data: { finishedAt: now },
      });
      const attempt = await transaction.attempt.findFirst({
        where: { id: attemptId, userId: user.id },
        select: {
          paper: true,
          score: true,
          total: true,
          deadline: true,
          quiz: { select: { settings: true, count: true } },
          answers: { select: { position: true, given: true, certainty: true } },
        },
      });
      if (attempt === null) throw new Refusal('NOT_FOUND');
      const { total } = attempt;
      if (count === 0) return { score: attempt.score ?? 0, total };
      const settings = settingsOf(attempt.quiz.settings, attempt.quiz.count);
      const answerAt = new Map(attempt.answers.map((answer) => [answer.position, answer]));
      const items = storedPaperSchema.parse(attempt.paper);
      const accepted = await acceptedAnswers(
        transaction,
        items.map(({ questionId }) => questionId),
      );
      const marked = items.map((item, position): Marked => {
        const answer = answerAt.get(position);
        const mark = markAnswer(item, answer?.given ?? null, accepted.get(item.questionId));
        return { position, item, mark, points: pointsOf(mark, answer?.certainty ?? null, settings) };
      });
      const score = scoreOf(marked.map(({ mark }) => mark)).right;
      const isByRight = isPlain(
        settings,
        items.some(({ form }) => hasParts(form)),
      );
      await transaction.attempt.update({
        where: { id: attemptId, userId: user.id },
        data: {
          score,
          points: isByRight ? null : totalPoints(marked.map(({ points }) => points)),
          finishedAt: endOf(attempt.deadline, now),
        },
        select: { id: true },
      });
      await writeMarks(transaction, user, attemptId, marked);
      await tellMemory(transaction, user, { attemptId, marked, now });
      return { score, total };
    }),
  );

/** What was handed in after its time ended with its time. */
const endOf = (deadline: Date | null, now: Date): Date =>
  deadline !== null && deadline < now ? deadline : now;

/** Attempts that are handed in together, at most. */
const MOST_AT_ONCE = 100;

/** Hands in every attempt whose time is up, whoever's it is, with what is there; answers how many. */
export const finishOverdue = async (now: Date): Promise<number> => {
  const rows = await (
    await db()
  ).attempt.findMany({
    where: { finishedAt: null, deadline: { lt: new Date(now.getTime() - GRACE_MS) } },
    orderBy: { deadline: 'asc' },
    take: MOST_AT_ONCE,
    select: { id: true, user: { select: USER_COLUMNS } },
  });
  for (const { id, user } of rows) await finishAttempt(toUser(user), id, now);
  return rows.length;
};

const writeMarks = async (
  transaction: Transaction,
  user: User,
  attemptId: string,
  marked: readonly Marked[],
): Promise<void> => {
  // Few answers of a quiz are worth something of their own, so that few rows are written one by one.
  const alike = new Map<string, Marked[]>();
  for (const each of marked) {
    const key = `${each.mark.correct} ${each.points}`;
    alike.set(key, [...(alike.get(key) ?? []), each]);
  }
  for (const group of alike.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const { mark, points } = first;
    await transaction.answer.updateMany({
      where: {
        attemptId,
        position: { in: group.map(({ position }) => position) },
        attempt: { userId: user.id },
      },
      data: { correct: mark.correct, points },
    });
  }
};

const tellMemory = async (
  transaction: Transaction,
  user: User,
  { attemptId, marked, now }: { attemptId: string; marked: readonly Marked[]; now: Date },
): Promise<void> => {
  const answered = marked.filter(({ mark }) => mark.given !== null);
  // Of a fact that was deleted since the quiz began, nothing is remembered.
  await appendAnswers(
    transaction,
    user,
    answered.map(({ position, item, mark }) => ({
      id: `${attemptId}:${position}`,
      factId: item.factId,
      questionId: item.questionId,
      rating: ratingOf(mark.correct),
      form: item.form,
      mode: 'quiz' as const,
      elapsedMs: null,
      at: now,
    })),
  );
};
