'use server';
import { redirect } from 'next/navigation';
import { refresh } from 'next/cache';
import { z } from 'zod';
import type { FormState } from '@/components/account/form-state';
import { classCodeSchema, memberNameSchema, resumeCodeSchema } from '@/lib/classes/code-schemas';
import { spellCode } from '@/lib/classes/codes';
import { Refusal, type Answered, type Refused } from '@/lib/refusal';
import { action, openAction } from '@/lib/server/action';
import { comeBack, lookUpInvitation } from '@/lib/server/auth/class-entry';
import { forgetSession } from '@/lib/server/auth/session';
import { leaveClass } from '@/lib/server/data/class-members';
import {
  archiveClass,
  createClass,
  deleteClass,
  renameClass,
  setPupilCode,
  setTeacherCode,
} from '@/lib/server/data/classes';
import { newResumeCode } from '@/lib/server/data/resume-codes';
import { deleteUser } from '@/lib/server/data/users';
import { textOf } from '@/lib/server/form-text';

const classId = z.string().min(1).max(64);
const className = z.string().trim().min(1, 'Give it a name.').max(80, '80 letters at most.');

/** Makes a class and goes to it. Comes back only with a refusal. */
export async function createClassAction(_before: FormState, form: FormData): Promise<FormState> {
  const typed = { name: textOf(form, 'name'), teacher: textOf(form, 'teacher') };
  const answered = await action(z.object({ name: className, teacher: memberNameSchema }), createClass)(typed);
  if (!answered.ok) return { refused: answered, typed, done: null };
  redirect(`/classes/${answered.value}`);
}

/** Goes to where the class of a code is joined. Comes back only with a refusal. */
export async function findClassAction(_before: FormState, form: FormData): Promise<FormState> {
  const typed = { code: textOf(form, 'code') };
  const answered = await openAction(z.object({ code: classCodeSchema }), async ({ code }) => {
    await lookUpInvitation(code);
    return code;
  })(typed);
  if (!answered.ok) return { refused: answered, typed, done: null };
  redirect(`/c/${spellCode(answered.value)}`);
}

/** Comes back by a resume code and goes to the first page. Comes back only with a refusal. */
export async function comeBackAction(_before: FormState, form: FormData): Promise<FormState> {
  const typed = { resume: textOf(form, 'resume') };
  const answered = await openAction(z.object({ resume: resumeCodeSchema }), ({ resume }) => comeBack(resume))(
    typed,
  );
  if (!answered.ok) return { refused: answered, typed, done: null };
  redirect('/');
}

const renamed = action(z.object({ id: classId, name: className }), (user, { id, name }) =>
  renameClass(user, id, name),
);

export async function renameClassAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  const typed = { name: textOf(form, 'name') };
  const answered = await renamed({ id, ...typed });
  if (!answered.ok) return { refused: answered, typed, done: null };
  refresh();
  return { refused: null, typed: {}, done: 'Renamed.' };
}

const codeSet = action(
  z.object({ id: classId, whom: z.enum(['pupils', 'co-teachers']), isOpen: z.boolean() }),
  (user, { id, whom, isOpen }) => (whom === 'pupils' ? setPupilCode : setTeacherCode)(user, id, isOpen),
);

/** Gives a class a new code, or none. */
export async function setCodeAction(
  id: string,
  whom: 'pupils' | 'co-teachers',
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const answered = await codeSet({ id, whom, isOpen: form.get('open') === 'yes' });
  if (!answered.ok) return { refused: answered, typed: {}, done: null };
  refresh();
  return { refused: null, typed: {}, done: null };
}

const archived = action(z.object({ id: classId, away: z.boolean() }), (user, { id, away }) =>
  archiveClass(user, id, away ? new Date() : null),
);

/** Puts a class away, or takes it out again. */
export async function archiveClassAction(id: string, away: boolean): Promise<FormState> {
  const answered = await archived({ id, away });
  if (!answered.ok) return { refused: answered, typed: {}, done: null };
  refresh();
  return { refused: null, typed: {}, done: null };
}

const gone = action(z.object({ id: classId, how: z.enum(['delete', 'leave']) }), (user, { id, how }) =>
  how === 'delete' ? deleteClass(user, id) : leaveClass(user, id),
);

/** Deletes or leaves a class and goes to the list. Comes back only with a refusal. */
export async function endClassAction(id: string, how: 'delete' | 'leave'): Promise<Refused> {
  const answered = await gone({ id, how });
  if (!answered.ok) return answered;
  redirect('/classes');
}

const ownCode = action(z.undefined(), newResumeCode);

/** A new resume code of one's own. */
export async function newResumeCodeAction(): Promise<Answered<string>> {
  return ownCode(undefined);
}

const erased = action(z.undefined(), async (user) => {
  // An account is deleted on its own page, with a password.
  if (user.email !== null) throw new Refusal('NOT_FOUND');
  await deleteUser(user);
  await forgetSession();
});

/** Erases a pupil without account, by their own wish. Comes back only with a refusal. */
export async function eraseMeAction(): Promise<Refused> {
  const answered = await erased(undefined);
  if (!answered.ok) return answered;
  redirect('/classes');
}

const left = action(z.undefined(), (user) => {
  // With an account there is a way to sign out everywhere; here the resume code must go on opening.
  if (user.email !== null) throw new Refusal('NOT_FOUND');
  return forgetSession();
});

/** Forgets a pupil without account on this device; their resume code takes them back. */
export async function leaveDeviceAction(): Promise<Refused> {
  const answered = await left(undefined);
  if (!answered.ok) return answered;
  redirect('/classes');
}
