'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { FormState } from '@/components/account/form-state';
import { WEEKDAYS } from '@/lib/memory/weekdays';
import { action } from '@/lib/server/action';
import {
  changePassword,
  deleteAccount,
  deletionSchema,
  passwordChangeSchema,
  saveSettings,
  settingsSchema,
  signOut,
} from '@/lib/server/auth/account';
import { changeStudySettings } from '@/lib/server/data/users';
import { textOf } from '@/lib/server/form-text';
import { studyFormSchema } from '@/lib/server/study-form';

export async function saveSettingsAction(_before: FormState, form: FormData): Promise<FormState> {
  const typed = {
    name: textOf(form, 'name'),
    zone: textOf(form, 'zone'),
    dayStart: textOf(form, 'dayStart'),
  };
  const answered = await action(settingsSchema, saveSettings)(typed);
  if (!answered.ok) return { refused: answered, typed, done: null };
  refresh();
  return { refused: null, typed, done: 'Saved.' };
}

export async function saveStudySettingsAction(_before: FormState, form: FormData): Promise<FormState> {
  const names = ['newPerDay', 'reviewsPerDay', 'retention', 'buttons', ...WEEKDAYS];
  const typed = Object.fromEntries(names.map((name) => [name, textOf(form, name)]));
  const answered = await action(studyFormSchema, changeStudySettings)(typed);
  if (!answered.ok) return { refused: answered, typed, done: null };
  refresh();
  return { refused: null, typed, done: 'Saved.' };
}

export async function changePasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  const answered = await action(
    passwordChangeSchema,
    changePassword,
  )({
    present: textOf(form, 'present'),
    next: textOf(form, 'next'),
  });
  if (!answered.ok) return { refused: answered, typed: {}, done: null };
  refresh();
  return { refused: null, typed: {}, done: 'Your password is changed. Every other session has ended.' };
}

/** Signs out everywhere. */
export async function signOutAction(): Promise<void> {
  await signOut();
  redirect('/sign-in');
}

export async function deleteAccountAction(_before: FormState, form: FormData): Promise<FormState> {
  const answered = await action(deletionSchema, deleteAccount)({ proof: textOf(form, 'proof') });
  if (answered.ok) redirect('/account/deleted');
  return { refused: answered, typed: {}, done: null };
}
