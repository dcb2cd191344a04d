'use server';
import { z } from 'zod';
import type { Answered } from '@/lib/refusal';
import { action } from '@/lib/server/action';
import { askTheDifference, type ContrastWish } from '@/lib/server/data/contrast-questions';

const wishSchema = z.object({
  factId: z.string().min(1).max(64),
  taken: z.string().trim().min(1).max(1000),
  takenFactId: z.string().min(1).max(64).nullable(),
});

const ask = action(wishSchema, askTheDifference);

/** Makes questions of two answers that were mixed up; answers how many are new. */
export async function askTheDifferenceAction(wish: ContrastWish): Promise<Answered<number>> {
  return ask(wish);
}
