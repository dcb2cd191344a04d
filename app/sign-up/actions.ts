'use server';
import type { Route } from 'next';
import { redirect } from 'next/navigation';
import type { FormState } from '@/components/account/form-state';
import { localPath } from '@/lib/local-path';
import { openAction } from '@/lib/server/action';
import { signUp, signUpSchema } from '@/lib/server/auth/account';
import { textOf } from '@/lib/server/form-text';

/** Makes an account of email and password and signs in, then goes on to where the person was headed. */
export async function signUpAction(_before: FormState, form: FormData): Promise<FormState> {
  const email = textOf(form, 'email');
  const answered = await openAction(
    signUpSchema,
    signUp,
  )({
    email,
    password: textOf(form, 'password'),
    zone: textOf(form, 'browserZone'),
  });
  if (answered.ok) redirect(localPath(form.get('next')) as Route);
  return { refused: answered, typed: { email }, done: null };
}
