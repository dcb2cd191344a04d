import 'server-only';
import { z } from 'zod';
import { LONGEST_INTERVAL } from '@/lib/memory/fsrs';
import { isLeechNow } from '@/lib/memory/leech';
import { questionFormSchema, ratingSchema } from '@/lib/model';
import type { GradedCard } from '@/lib/memory/study-card';
import { intervalsAt } from '@/lib/server/data/due-cards';
import { keptDayChoice } from '@/lib/server/data/day-load';
import { practised, recordPractice } from '@/lib/server/data/practice';
import { recordReview } from '@/lib/server/data/reviews';
import { answerPost } from '@/lib/server/endpoint';

const HOUR_MS = 60 * 60_000;

const reviewSchema = z.strictObject({
  id: z.uuid(),
  factId: z.string().min(1).max(64),
  questionId: z.string().min(1).max(64),
  rating: ratingSchema,
  mode: z.enum(['study', 'practice']).default('study'),
  form: questionFormSchema,
  elapsedMs: z.int().min(0).max(HOUR_MS).nullable(),
  // What the button promised; held against the range that FSRS allows where the answer is written.
  interval: z.int().min(1).max(LONGEST_INTERVAL).nullable().exactOptional(),
});

/** Grades one card: saved when this answers. The same id again changes nothing and answers the same. */
export const gradeEndpoint = answerPost(reviewSchema, async (user, input): Promise<GradedCard> => {
  const at = new Date();
  if (input.mode === 'practice') {
    await recordPractice(user, { ...input, at });
    return practised(input.rating === 'again', at);
  }
  const { state } = await recordReview(user, { ...input, mode: 'study', at });
  const asked = { factId: input.factId, state };
  return {
    due: state.due.getTime(),
    intervals: state.phase === 'review' ? null : intervalsAt(user, asked, state.due, keptDayChoice(user)),
    leech: input.rating === 'again' && isLeechNow(state.lapses) ? state.lapses : null,
  };
});
