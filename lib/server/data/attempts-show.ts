import 'server-only';
import { markAnswer } from '@/lib/quiz/mark';
import { pointsOf } from '@/lib/quiz/points';
import type { ResultItem } from '@/lib/quiz/result';
import { isOver } from '@/lib/quiz/settings';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import { acceptedAnswers } from '@/lib/server/data/accepted-answers';
import { storedPaperSchema } from '@/lib/server/data/attempts-paper';
import { articlesOf, toResultItem } from '@/lib/server/data/attempts-result';
import { untilNoClash } from '@/lib/server/data/clash';
import { settingsOf } from '@/lib/server/data/quizzes';
import type { User } from '@/lib/server/user';

export type ShowWish = { readonly attemptId: string; readonly position: number; readonly now: Date };

/**
 * Shows what is right in one question of an attempt that tells after each: from then on the answer stands as it is,
 * also one that was not given. Again, it changes nothing and answers the same.
 * @throws Refusal NOT_FOUND, also where the quiz tells only at the end; FINISHED, TIME_UP
 */
export const showAnswer = async (user: User, wish: ShowWish): Promise<ResultItem> => {
  const { item, shown } = await untilNoClash(async () =>
    (await db()).$transaction(async (transaction) => {
      const { attemptId, position, now } = wish;
      // The first write takes the row, so that no answer is saved between the marking and the showing.
      const { count } = await transaction.attempt.updateMany({
        where: { id: attemptId, userId: user.id, finishedAt: null, total: { gt: position } },
        data: { userId: user.id },
      });
      const attempt = await transaction.attempt.findFirst({
        where: { id: attemptId, userId: user.id, total: { gt: position } },
        select: {
          paper: true,
          deadline: true,
          quiz: { select: { settings: true, count: true } },
          answers: {
            where: { position },
            select: { given: true, correct: true, certainty: true, points: true, shownAt: true },
          },
        },
      });
      const item = attempt === null ? undefined : storedPaperSchema.parse(attempt.paper)[position];
      if (attempt === null || item === undefined) throw new Refusal('NOT_FOUND');
      const settings = settingsOf(attempt.quiz.settings, attempt.quiz.count);
      if (settings.feedback !== 'each') throw new Refusal('NOT_FOUND');
      if (count === 0) throw new Refusal('FINISHED');
      if (isOver(attempt.deadline, now)) throw new Refusal('TIME_UP');
      const [answer] = attempt.answers;
      const given = answer?.given ?? '';
      const accepted = await acceptedAnswers(transaction, [item.questionId]);
      const certainty = answer?.certainty ?? null;
      if (answer?.shownAt != null)
        return { item, shown: { given, certainty, correct: answer.correct === true, points: answer.points } };
      const mark = markAnswer(item, given, accepted.get(item.questionId));
      const marked = { correct: mark.correct, points: pointsOf(mark, certainty, settings) };
      await transaction.answer.upsert({
        where: { attemptId_position: { attemptId, position } },
        create: { attemptId, position, given, at: now, ...marked, shownAt: now },
        update: { ...marked, shownAt: now },
        select: { position: true },
      });
      return { item, shown: { given, certainty, ...marked } };
    }),
  );
  return toResultItem(item, shown, await articlesOf(user, [item]));
};
