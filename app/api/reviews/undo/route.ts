import { z } from 'zod';
import type { UndoneCard } from '@/lib/memory/study-card';
import { intervalsAt } from '@/lib/server/data/due-cards';
import { keptDayChoice } from '@/lib/server/data/day-load';
import { undoReview } from '@/lib/server/data/reviews-amend';
import { postEndpoint } from '@/lib/server/endpoint';

const undoSchema = z.strictObject({ id: z.uuid(), reviewId: z.uuid() });

/** Takes one answer back, by an undo of its own id; the same undo again changes nothing. */
export const POST = postEndpoint(undoSchema, async (user, input): Promise<UndoneCard> => {
  const now = new Date();
  const amended = await undoReview(user, { ...input, at: now });
  return { intervals: intervalsAt(user, amended, now, keptDayChoice(user)) };
});
