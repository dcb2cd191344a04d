'use server';
import { redirect } from 'next/navigation';
import type { Refused } from '@/lib/refusal';
import { action } from '@/lib/server/action';
import { createLive } from '@/lib/server/data/live-create';
import { deckRoomSchema, roomFields } from '@/lib/server/live-form';

const start = action(deckRoomSchema, createLive);

/** Opens a room for a deck and goes to it. Comes back only with a refusal. */
export async function startLiveAction(
  deckId: string,
  _before: Refused | null,
  form: FormData,
): Promise<Refused> {
  const answered = await start({ ...roomFields(form), deckId });
  if (!answered.ok) return answered;
  redirect(`/live/${answered.value}`);
}
