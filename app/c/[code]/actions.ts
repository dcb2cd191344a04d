'use server';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { JoinState } from '@/components/classes/join-form';
import { memberNameSchema } from '@/lib/classes/code-schemas';
import { openAction } from '@/lib/server/action';
import { enterClass } from '@/lib/server/auth/class-entry';
import { textOf } from '@/lib/server/form-text';
import { zoneSchema } from '@/lib/server/zone';

const joinSchema = z.object({
  code: z.string().max(64),
  name: memberNameSchema,
  zone: zoneSchema.catch('UTC'),
  isSomebodyElse: z.boolean(),
});

const join = openAction(joinSchema, enterClass);

/** Joins a class and goes to it; where a resume code must be kept, comes back with that first. */
export async function joinClassAction(code: string, _before: JoinState, form: FormData): Promise<JoinState> {
  const typed = { name: textOf(form, 'name') };
  const answered = await join({
    code,
    ...typed,
    zone: textOf(form, 'browserZone'),
    isSomebodyElse: form.get('somebodyElse') !== null,
  });
  if (!answered.ok) return { refused: answered, typed, done: null, joined: null };
  const { classId, resumeCode } = answered.value;
  if (resumeCode === null) redirect(`/classes/${classId}`);
  return { refused: null, typed: {}, done: 'You are in.', joined: { classId, resumeCode } };
}
