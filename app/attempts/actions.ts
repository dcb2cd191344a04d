'use server';
import { randomUUID } from 'node:crypto';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { UNSENT, type FormState } from '@/components/account/form-state';
import type { Refused } from '@/lib/refusal';
import { action } from '@/lib/server/action';
import { acceptAnswer } from '@/lib/server/data/accepted-answers';
import { retakeQuiz } from '@/lib/server/data/quizzes';

const retake = action(z.object({ quizId: z.string().min(1).max(64) }), (user, { quizId }) =>
  retakeQuiz(user, quizId, { seed: randomUUID(), now: new Date() }),
);

/** Takes a quiz again: the same facts, asked in other words where there are any. Comes back only with a refusal. */
export async function retakeQuizAction(quizId: string): Promise<Refused> {
  const answered = await retake({ quizId });
  if (!answered.ok) return answered;
  redirect(`/attempts/${answered.value}`);
}

const acceptance = z.object({
  attemptId: z.string().min(1).max(64),
  position: z.int().min(0),
  accept: z.boolean(),
});
const accept = action(acceptance, (user, wish) => acceptAnswer(user, { ...wish, at: new Date() }));

/** Lets what was typed in an attempt pass as right from now on, or no longer, and shows the result anew. */
export async function acceptAnswerAction(wish: z.infer<typeof acceptance>): Promise<FormState> {
  const answered = await accept(wish);
  if (!answered.ok) return { ...UNSENT, refused: answered };
  revalidatePath(`/attempts/${wish.attemptId}`);
  return UNSENT;
}
