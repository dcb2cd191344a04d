'use server';
import { randomUUID } from 'node:crypto';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { FormState } from '@/components/account/form-state';
import { ofLocal } from '@/lib/memory/days';
import type { Refused } from '@/lib/refusal';
import { action } from '@/lib/server/action';
import { termsSchema, typedTerms } from '@/lib/server/assignment-form';
import { currentUser } from '@/lib/server/auth/session';
import { acceptAnswer } from '@/lib/server/data/accepted-answers';
import { beginAssignment } from '@/lib/server/data/assigned-work';
import { changeAssignment, deleteAssignment, extendFor, remindPupils } from '@/lib/server/data/assignments';
import { givenAssignment } from '@/lib/server/data/given-work';
import { textOf } from '@/lib/server/form-text';

const id = z.string().min(1).max(64);
const idSchema = z.object({ id });

const begin = action(idSchema, (user, input) =>
  beginAssignment(user, input.id, { seed: randomUUID(), now: new Date() }),
);

/** Begins an assignment, or goes on with it. Comes back only with a refusal. */
export async function beginAction(assignmentId: string): Promise<FormState> {
  const answered = await begin({ id: assignmentId });
  if (!answered.ok) return { refused: answered, typed: {}, done: null };
  redirect(`/attempts/${answered.value}`);
}

/** Changes the terms of an assignment and goes back to it. Comes back only with a refusal. */
export async function changeAction(
  assignmentId: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const typed = typedTerms(form);
  const zone = (await currentUser())?.learner.zone ?? 'UTC';
  const answered = await action(termsSchema(zone), async (user, terms) => {
    const { title } = await givenAssignment(user, assignmentId, new Date());
    await changeAssignment(user, assignmentId, { ...terms, title: terms.title === '' ? title : terms.title });
  })({ ...typed, feedback: typed.feedback as 'end' });
  if (!answered.ok) return { refused: answered, typed, done: null };
  redirect(`/assignments/${assignmentId}`);
}

const close = action(idSchema, async (user, input) => {
  const now = new Date();
  const given = await givenAssignment(user, input.id, now);
  await changeAssignment(user, input.id, { ...given, closesAt: now });
});

/** Closes an assignment now. */
export async function closeAction(assignmentId: string): Promise<FormState> {
  const answered = await close({ id: assignmentId });
  if (!answered.ok) return { refused: answered, typed: {}, done: null };
  refresh();
  return { refused: null, typed: {}, done: 'Closed.' };
}

const remind = action(idSchema, (user, input) => remindPupils(user, input.id, new Date()));

/** Reminds those who have not handed in. */
export async function remindAction(assignmentId: string): Promise<FormState> {
  const answered = await remind({ id: assignmentId });
  if (!answered.ok) return { refused: answered, typed: {}, done: null };
  refresh();
  return { refused: null, typed: {}, done: 'They find a reminder on their first page.' };
}

const remove = action(idSchema, async (user, input) => {
  const { classId } = await givenAssignment(user, input.id, new Date());
  await deleteAssignment(user, input.id);
  return classId;
});

/** Takes an assignment back and goes to its class. Comes back only with a refusal. */
export async function removeAction(assignmentId: string): Promise<Refused> {
  const answered = await remove({ id: assignmentId });
  if (!answered.ok) return answered;
  redirect(`/classes/${answered.value}`);
}

const extend = action(
  z.object({ id, memberId: id.min(1, 'Choose a pupil.'), closesAt: z.date().nullable() }),
  (user, { id: assignmentId, memberId, closesAt }) => extendFor(user, assignmentId, { memberId, closesAt }),
);

/** Closes an assignment later for one pupil. */
export async function extendAction(
  assignmentId: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const typed = { memberId: textOf(form, 'memberId'), until: textOf(form, 'until') };
  const zone = (await currentUser())?.learner.zone ?? 'UTC';
  const answered = await extend({
    id: assignmentId,
    memberId: typed.memberId,
    closesAt: ofLocal(typed.until, zone),
  });
  if (!answered.ok) return { refused: answered, typed, done: null };
  refresh();
  return { refused: null, typed: {}, done: 'Saved.' };
}

const passing = z.object({ attemptId: id, position: z.int().min(0), accept: z.boolean() });
export type PassWish = z.infer<typeof passing>;
const pass = action(passing, (user, wish) => acceptAnswer(user, { ...wish, at: new Date() }));

/** Lets what a pupil typed pass from now on, or no longer, and marks again whoever typed it. */
export async function passAction(wish: PassWish): Promise<FormState> {
  const answered = await pass(wish);
  if (!answered.ok) return { refused: answered, typed: {}, done: null };
  refresh();
  return { refused: null, typed: {}, done: null };
}
