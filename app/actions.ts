'use server';
import { redirect } from 'next/navigation';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { Refused } from '@/lib/refusal';
import { action, openAction } from '@/lib/server/action';
import { currentUserOrVisitor } from '@/lib/server/auth/account';
import { deleteDeck, renameDeck } from '@/lib/server/data/decks';
import { addDemoDeck } from '@/lib/server/demo-deck';

const deckId = z.string().min(1).max(100);

export const renameDeckAction = action(
  z.object({ deckId, title: z.string().trim().min(1, 'Write a title.').max(200) }),
  async (user, input) => {
    await renameDeck(user, input.deckId, input.title);
    revalidatePath('/');
  },
);

export const deleteDeckAction = action(z.object({ deckId }), async (user, input) => {
  await deleteDeck(user, input.deckId);
  revalidatePath('/');
});

const addDemo = openAction(z.undefined(), async () => addDemoDeck(await currentUserOrVisitor('UTC')));

/** Adds the demo deck and opens it; a newcomer becomes a visitor, who owns it. */
export async function openDemoAction(): Promise<Refused> {
  const added = await addDemo(undefined);
  if (added.ok) redirect(`/decks/${added.value}`);
  return added;
}
