'use server';
import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { Refused } from '@/lib/refusal';
import { action } from '@/lib/server/action';
import { startAttempt } from '@/lib/server/data/attempts';

const MOST_QUESTIONS = 100;

const quizSchema = z.object({
  deckId: z.string().min(1).max(64),
  count: z.coerce
    .number('Say how many questions you want.')
    .int('A whole number, please.')
    .min(1, 'One question at least.')
    .max(MOST_QUESTIONS, `${MOST_QUESTIONS} questions at most.`),
});

const start = action(quizSchema, (user, { deckId, count }) =>
  startAttempt(user, { deckId, count, seed: randomUUID(), now: new Date() }),
);

/** Makes a quiz from a deck and goes to its first question. Comes back only with a refusal. */
export async function startQuiz(deckId: string, _before: Refused | null, form: FormData): Promise<Refused> {
  const answered = await start({ deckId, count: form.get('count') });
  if (!answered.ok) return answered;
  redirect(`/attempts/${answered.value}`);
}
