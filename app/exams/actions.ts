'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { FormState } from '@/components/account/form-state';
import { dayOf } from '@/lib/memory/days';
import type { Answered, Refused } from '@/lib/refusal';
import { action } from '@/lib/server/action';
import {
  changeExam,
  createExam,
  deleteExam,
  examOf,
  pinFact,
  type ExamWish,
} from '@/lib/server/data/exam-plans';
import { textOf } from '@/lib/server/form-text';
import type { User } from '@/lib/server/user';

const DAY_MS = 86_400_000;
/** Days ahead; two years. */
const FARTHEST = 731;
const MOST_MINUTES = 600;

const idSchema = z.string().min(1).max(64);

const minutesSchema = z.coerce
  .number<string>('Say how many minutes.')
  .int('A whole number, please.')
  .min(0, 'Not less than none.')
  .max(MOST_MINUTES, `${MOST_MINUTES} minutes at most.`);

const blank = z.literal('').transform(() => null);

const examSchema = z
  .object({
    title: z.string().trim().min(1, 'Give it a name.').max(120, '120 letters at most.'),
    date: z.iso.date('Choose the day of the exam.'),
    deckIds: z.array(idSchema).min(1, 'Choose at least one deck.').max(500),
    minutes: z.string().trim().min(1, 'Say how many minutes.').pipe(minutesSchema),
    minutes0: z.union([blank, minutesSchema]),
    minutes1: z.union([blank, minutesSchema]),
    minutes2: z.union([blank, minutesSchema]),
    minutes3: z.union([blank, minutesSchema]),
    minutes4: z.union([blank, minutesSchema]),
    minutes5: z.union([blank, minutesSchema]),
    minutes6: z.union([blank, minutesSchema]),
  })
  .transform(({ title, date, deckIds, minutes, ...own }) => ({
    title,
    day: Date.parse(date) / DAY_MS,
    deckIds,
    minutes: [
      own.minutes0,
      own.minutes1,
      own.minutes2,
      own.minutes3,
      own.minutes4,
      own.minutes5,
      own.minutes6,
    ].map((each) => each ?? minutes),
  }))
  .refine(({ minutes }) => minutes.some((each) => each > 0), {
    path: ['minutes'],
    message: 'Without any minutes nothing can be planned.',
  });

/** Refuses a day that cannot be planned for; `stored` is the one that the exam has already. */
const checkDay = (user: User, wish: ExamWish, now: Date, stored: number | null = null): void => {
  const ahead = wish.day - dayOf(now, user.learner);
  if ((ahead >= 1 && ahead <= FARTHEST) || wish.day === stored) return;
  const message = ahead < 1 ? 'Choose a day after today.' : 'Choose a day within two years.';
  throw new z.ZodError([{ code: 'custom', path: ['date'], message, input: wish.day }]);
};

const create = action(examSchema, (user, wish) => {
  const now = new Date();
  checkDay(user, wish, now);
  return createExam(user, wish, now);
});

const change = action(
  z.object({ examId: idSchema, wish: examSchema }),
  async (user, { examId, wish }): Promise<void> => {
    const { day } = await examOf(user, examId);
    checkDay(user, wish, new Date(), day);
    await changeExam(user, examId, wish);
  },
);

const pin = action(
  z.object({ examId: idSchema, factId: idSchema, pinned: z.boolean() }),
  (user, { examId, factId, pinned }) => pinFact(user, examId, factId, pinned),
);

const remove = action(z.object({ examId: idSchema }), (user, { examId }) => deleteExam(user, examId));

const typedOf = (form: FormData) => ({
  title: textOf(form, 'title'),
  date: textOf(form, 'date'),
  minutes: textOf(form, 'minutes'),
  minutes0: textOf(form, 'minutes0'),
  minutes1: textOf(form, 'minutes1'),
  minutes2: textOf(form, 'minutes2'),
  minutes3: textOf(form, 'minutes3'),
  minutes4: textOf(form, 'minutes4'),
  minutes5: textOf(form, 'minutes5'),
  minutes6: textOf(form, 'minutes6'),
});

const decksOf = (form: FormData): string[] => form.getAll('deck').filter((id) => typeof id === 'string');

/** What a refused form shows; `prefix` is where the wish stood in what was parsed. */
const refusedState = (refused: Refused, form: FormData, prefix = ''): FormState => {
  const fields = Object.entries(refused.fields ?? {}).map(([name, message]) => [
    name.startsWith(prefix) ? name.slice(prefix.length) : name,
    message,
  ]);
  return {
    refused: { ...refused, fields: Object.fromEntries(fields) as Record<string, string> },
    typed: { ...typedOf(form), decks: decksOf(form).join(' ') },
    done: null,
  };
};

/** Makes an exam and goes to its plan. Comes back only with a refusal. */
export async function createExamAction(_before: FormState, form: FormData): Promise<FormState> {
  const answered = await create({ ...typedOf(form), deckIds: decksOf(form) });
  if (!answered.ok) return refusedState(answered, form);
  redirect(`/exams/${answered.value}`);
}

/** Changes an exam and goes to its plan. Comes back only with a refusal. */
export async function changeExamAction(
  examId: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const answered = await change({ examId, wish: { ...typedOf(form), deckIds: decksOf(form) } });
  if (!answered.ok) return refusedState(answered, form, 'wish.');
  redirect(`/exams/${examId}`);
}

/** Keeps a fact in a plan however short the time is, or lets it go again. */
export async function pinFactAction(
  examId: string,
  input: { factId: string; pinned: boolean },
): Promise<Answered<void>> {
  const answered = await pin({ examId, ...input });
  if (answered.ok) refresh();
  return answered;
}

/** Deletes a plan and goes to the list. Comes back only with a refusal. */
export async function deleteExamAction(examId: string): Promise<Refused> {
  const answered = await remove({ examId });
  if (!answered.ok) return answered;
  redirect('/exams');
}
