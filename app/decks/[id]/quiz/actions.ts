'use server';
import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { settingsFieldsSchema } from '@/lib/quiz/settings-fields';
import { fieldsOfForm } from '@/lib/quiz/settings-link';
import type { Refused } from '@/lib/refusal';
import { action } from '@/lib/server/action';
import { startQuiz } from '@/lib/server/data/quizzes';

const deckIdSchema = z.string().min(1).max(64);

/** Beside the fields of the settings, so that what is wrong with one is told by its name. */
const quizSchema = z.intersection(z.object({ deckId: deckIdSchema }), settingsFieldsSchema);

const start = action(quizSchema, (user, { deckId, ...settings }) =>
  startQuiz(user, { deckId, settings, seed: randomUUID(), now: new Date() }),
);

/** Makes a quiz from a deck and goes to its first question. Comes back only with a refusal. */
export async function startQuizAction(
  deckId: string,
  _before: Refused | null,
  form: FormData,
): Promise<Refused> {
  const answered = await start({ deckId, ...mutable(fieldsOfForm(form)) });
  if (!answered.ok) return answered;
  redirect(`/attempts/${answered.value}`);
}

const mutable = (fields: ReturnType<typeof fieldsOfForm>): z.input<typeof settingsFieldsSchema> =>
  Object.fromEntries(Object.entries(fields).map(([field, values]) => [field, [...values]]));
