'use server';
import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { factKindSchema } from '@/lib/model';
import { MOST_QUESTIONS } from '@/lib/quiz/most-questions';
import { CERTAINTY_USES, FEEDBACKS, PREFERENCES, QUESTION_GROUPS } from '@/lib/quiz/settings';
import type { Refused } from '@/lib/refusal';
import { action } from '@/lib/server/action';
import { startQuiz } from '@/lib/server/data/quizzes';

/** A whole number that may be left out. */
const optional = (most: number, words: string) =>
  z
    .unknown()
    .transform((text) => (typeof text === 'string' && text.trim() !== '' ? Number(text) : null))
    .pipe(z.int(words).min(1, words).max(most, words).nullable());

const ticked = z.unknown().transform((value) => value !== null);

/** Some of those that were offered; `null`: all of them, or there was no choice. */
const some = <S extends z.ZodType>(schema: S, words: string) =>
  z
    .object({ ticked: z.array(z.unknown()), offered: z.coerce.number().int().min(0) })
    .transform(({ ticked: chosen, offered }) => (chosen.length === offered ? null : chosen))
    .pipe(z.array(schema).min(1, words).max(1000).nullable());

const quizSchema = z.object({
  deckId: z.string().min(1).max(64),
  count: z.coerce
    .number('Say how many questions you want.')
    .int('A whole number, please.')
    .min(1, 'One question at least.')
    .max(MOST_QUESTIONS, `${MOST_QUESTIONS} questions at most.`),
  groups: z
    .array(z.unknown())
    .pipe(z.array(z.enum(QUESTION_GROUPS)).min(1, 'Choose one kind of question at least.')),
  articleIds: some(z.string().min(1).max(64), 'Choose one article at least.'),
  kinds: some(factKindSchema, 'Choose one kind of fact at least.'),
  prefer: z.unknown().pipe(z.enum(PREFERENCES)),
  minutes: optional(600, 'Between 1 and 600 minutes, or nothing.'),
  feedback: z.unknown().pipe(z.enum(FEEDBACKS)),
  keepsQuestions: ticked,
  keepsOptions: ticked,
  attempts: optional(100, 'Between 1 and 100 times, or nothing.'),
  passMark: optional(100, 'Between 1 and 100 percent, or nothing.'),
  partial: ticked,
  penalty: optional(100, 'Between 1 and 100 percent, or nothing.').transform((percent) => percent ?? 0),
  certainty: z.unknown().pipe(z.enum(CERTAINTY_USES)),
});

const start = action(quizSchema, (user, { deckId, keepsQuestions, keepsOptions, ...rest }) =>
  startQuiz(user, {
    deckId,
    settings: {
      ...rest,
      shuffleQuestions: !keepsQuestions,
      shuffleOptions: !keepsOptions,
    },
    seed: randomUUID(),
    now: new Date(),
  }),
);

/** Makes a quiz from a deck and goes to its first question. Comes back only with a refusal. */
export async function startQuizAction(
  deckId: string,
  _before: Refused | null,
  form: FormData,
): Promise<Refused> {
  const answered = await start({
    deckId,
    count: form.get('count'),
    groups: form.getAll('groups'),
    articleIds: { ticked: form.getAll('articleIds'), offered: form.get('articleIdsOffered') ?? 0 },
    kinds: { ticked: form.getAll('kinds'), offered: form.get('kindsOffered') ?? 0 },
    prefer: form.get('prefer'),
    minutes: form.get('minutes'),
    feedback: form.get('feedback'),
    keepsQuestions: form.get('keepsQuestions'),
    keepsOptions: form.get('keepsOptions'),
    attempts: form.get('attempts'),
    passMark: form.get('passMark'),
    partial: form.get('partial'),
    penalty: form.get('penalty'),
    certainty: form.get('certainty'),
  });
  if (!answered.ok) return answered;
  redirect(`/attempts/${answered.value}`);
}
