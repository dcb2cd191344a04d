'use server';
import { redirect } from 'next/navigation';
import type { Refused } from '@/lib/refusal';
import { action } from '@/lib/server/action';
import { createLive } from '@/lib/server/data/live-create';
import { quizRoomSchema, roomFields } from '@/lib/server/live-form';

const start = action(quizRoomSchema, createLive);

/** Opens a room for a quiz and goes to it. Comes back only with a refusal. */
export async function startQuizLiveAction(
  quizId: string,
  _before: Refused | null,
  form: FormData,
): Promise<Refused> {
  const answered = await start({ ...roomFields(form), quizId });
  if (!answered.ok) return answered;
  redirect(`/live/${answered.value}`);
}
