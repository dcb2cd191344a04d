'use server';
import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import type { FormState } from '@/components/account/form-state';
import { action } from '@/lib/server/action';
import { giveSchema, groupsOf, typedGive } from '@/lib/server/assignment-form';
import { currentUser } from '@/lib/server/auth/session';
import { createAssignment } from '@/lib/server/data/assignments';

/** Gives a class a quiz or a deck and goes to it. Comes back only with a refusal. */
export async function giveAction(classId: string, _before: FormState, form: FormData): Promise<FormState> {
  const typed = typedGive(form);
  // A visitor's zone is one of theirs, too: times are read on the wall of whoever gives.
  const zone = (await currentUser())?.learner.zone ?? 'UTC';
  const answered = await action(giveSchema(zone), (user, wish) =>
    createAssignment(user, { ...wish, classId, seed: randomUUID(), now: new Date() }),
  )({
    ...typed,
    kind: typed.kind as 'quiz',
    feedback: typed.feedback as 'end',
    groups: groupsOf(form),
  });
  if (!answered.ok) return { refused: answered, typed, done: null };
  redirect(`/assignments/${answered.value}`);
}
