'use server';
import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { Refused } from '@/lib/refusal';
import { action } from '@/lib/server/action';
import { retakeQuiz } from '@/lib/server/data/quizzes';

const retake = action(z.object({ quizId: z.string().min(1).max(64) }), (user, { quizId }) =>
  retakeQuiz(user, quizId, { seed: randomUUID(), now: new Date() }),
);

/** Takes a quiz again, with other questions of the same settings. Comes back only with a refusal. */
export async function retakeQuizAction(quizId: string): Promise<Refused> {
  const answered = await retake({ quizId });
  if (!answered.ok) return answered;
  redirect(`/attempts/${answered.value}`);
}
