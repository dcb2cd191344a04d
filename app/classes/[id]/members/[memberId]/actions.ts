'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { FormState } from '@/components/account/form-state';
import { memberNameSchema } from '@/lib/classes/code-schemas';
import type { Answered, Refused } from '@/lib/refusal';
import { action } from '@/lib/server/action';
import { removeMember, renameMember, setMoreTime } from '@/lib/server/data/class-members';
import { erasePupil } from '@/lib/server/data/pupil-data';
import { resumeCodeFor } from '@/lib/server/data/resume-codes';
import { textOf } from '@/lib/server/form-text';

const memberId = z.string().min(1).max(64);

const rename = action(z.object({ id: memberId, name: memberNameSchema }), (user, { id, name }) =>
  renameMember(user, id, name),
);

export async function renameMemberAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  const typed = { name: textOf(form, 'name') };
  const answered = await rename({ id, ...typed });
  if (!answered.ok) return { refused: answered, typed, done: null };
  refresh();
  return { refused: null, typed: {}, done: 'Renamed.' };
}

const moreTime = action(
  z.object({
    id: memberId,
    moreTime: z.coerce
      .number<string>('Say how many percent.')
      .int('A whole number, please.')
      .min(0, 'Not less than none.')
      .max(300, '300 percent at most.'),
  }),
  (user, input) => setMoreTime(user, input.id, input.moreTime),
);

export async function moreTimeAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  const typed = { moreTime: textOf(form, 'moreTime') };
  const answered = await moreTime({ id, ...typed });
  if (!answered.ok) return { refused: answered, typed, done: null };
  refresh();
  return { refused: null, typed: {}, done: 'Saved.' };
}

const resumeCode = action(z.object({ id: memberId }), (user, { id }) => resumeCodeFor(user, id));

/** A new resume code for a pupil who has lost theirs. */
export async function memberResumeCodeAction(id: string): Promise<Answered<string>> {
  return resumeCode({ id });
}

const erase = action(z.object({ id: memberId }), (user, { id }) => erasePupil(user, id));

/** Erases what the class keeps of a pupil and goes back to it. Comes back only with a refusal. */
export async function erasePupilAction(classId: string, id: string): Promise<Refused> {
  const answered = await erase({ id });
  if (!answered.ok) return answered;
  redirect(`/classes/${classId}`);
}

const remove = action(z.object({ id: memberId }), (user, { id }) => removeMember(user, id));

/** Takes somebody out of a class and goes back to it. Comes back only with a refusal. */
export async function removeMemberAction(classId: string, id: string): Promise<Refused> {
  const answered = await remove({ id });
  if (!answered.ok) return answered;
  redirect(`/classes/${classId}`);
}
