'use server';
import type { Route } from 'next';
import { redirect } from 'next/navigation';
import type { FormState } from '@/components/account/form-state';
import { localPath } from '@/lib/local-path';
import { openAction } from '@/lib/server/action';
import { signIn, signInSchema } from '@/lib/server/auth/account';
import { textOf } from '@/lib/server/form-text';

/** Signs in with email and password, then goes on to where the person was headed. */
export async function signInAction(_before: FormState, form: FormData): Promise<FormState> {
  const email = textOf(form, 'email');
  const answered = await openAction(signInSchema, signIn)({ email, password: textOf(form, 'password') });
  if (answered.ok) redirect(localPath(form.get('next')) as Route);
  return { refused: answered, typed: { email }, done: null };
}
