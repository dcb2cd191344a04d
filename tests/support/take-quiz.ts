import { saveAnswer } from '@/lib/server/data/attempts';
import { finishAttempt } from '@/lib/server/data/attempts-finish';
import { storedPaperSchema } from '@/lib/server/data/attempts-paper';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

/** Answers every question of an attempt, wrong where `isWrong` says so of its right answer, and hands it in. */
export const takeQuiz = async (
  user: User,
  attemptId: string,
  isWrong: (answer: string) => boolean,
  at: Date,
): Promise<void> => {
  const { paper } = await (
    await db()
  ).attempt.findUniqueOrThrow({ where: { id: attemptId }, select: { paper: true } });
  for (const [position, { answer, options }] of storedPaperSchema.parse(paper).entries()) {
    const other = options.find(({ text }) => text !== answer)?.text ?? 'surely wrong';
    await saveAnswer(user, attemptId, { position, given: isWrong(answer) ? other : answer, at });
  }
  await finishAttempt(user, attemptId, at);
};
