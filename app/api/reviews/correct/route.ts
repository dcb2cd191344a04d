import { z } from 'zod';
import { ratingSchema } from '@/lib/model';
import type { UndoneCard } from '@/lib/memory/study-card';
import { intervalsAt } from '@/lib/server/data/due-cards';
import { keptDayChoice } from '@/lib/server/data/day-load';
import { correctReview } from '@/lib/server/data/reviews-amend';
import { postEndpoint } from '@/lib/server/endpoint';

const correctionSchema = z.strictObject({
  id: z.uuid(),
  reviewId: z.string().min(1).max(80),
  rating: ratingSchema,
});

/** Mends the rating of one answer, by a correction of its own id; the same correction again changes nothing. */
export const POST = postEndpoint(correctionSchema, async (user, input): Promise<UndoneCard> => {
  const now = new Date();
  const amended = await correctReview(user, { ...input, at: now });
  return { intervals: intervalsAt(user, amended, now, keptDayChoice(user)) };
});
