'use server';
import { refresh } from 'next/cache';
import { z } from 'zod';
import { ASIDE } from '@/lib/memory/aside';
import { FLAGS } from '@/lib/memory/flags';
import { action } from '@/lib/server/action';
import { setAside, setFlag } from '@/lib/server/data/set-aside';

const factId = z.string().min(1).max(100);

export const setAsideAction = action(z.object({ factId, how: z.enum(ASIDE) }), (user, { factId: id, how }) =>
  setAside(user, id, how, new Date()),
);

export const setFlagAction = action(
  z.object({ factId, flag: z.enum(FLAGS).nullable() }),
  (user, { factId: id, flag }) => setFlag(user, id, flag),
);

/** Takes a fact in again, from the list of those set aside. */
export async function takeInAction(id: string): Promise<void> {
  await setAsideAction({ factId: id, how: 'takeIn' });
  refresh();
}

/** Takes the flag off a fact, from the list of those that stand out. */
export async function unflagAction(id: string): Promise<void> {
  await setFlagAction({ factId: id, flag: null });
  refresh();
}
