/** What is kept of a plan from one look at it to the next: the day's work, and what tells the changes since. */
import { z } from 'zod';
import type { ExamPlan } from './plan';

const predictionSchema = z.object({ mean: z.number(), low: z.number(), high: z.number() });
const idsSchema = z.array(z.string());

const summarySchema = z.object({
  day: z.int(),
  /** All of the day's work, with what of it is done. */
  share: z.object({ due: idsSchema, fresh: idsSchema, last: idsSchema }),
  /** How much of it was done when this was reckoned. */
  done: z.int(),
  /** Facts that the exam may ask, kept or not. */
  facts: z.int(),
  dropped: idsSchema,
  predicted: predictionSchema.nullable(),
  predictedAll: predictionSchema.nullable(),
  days: z.array(z.object({ day: z.int(), due: z.int(), fresh: z.int(), last: z.int(), seconds: z.number() })),
});
/** One day's plan, as it is kept. */
export type Summary = z.infer<typeof summarySchema>;

const digestSchema = summarySchema
  .pick({ day: true, facts: true, dropped: true, predicted: true })
  .extend({ planned: z.int(), done: z.int() });
/** What a day that is over had planned, and what became of it. */
export type Digest = z.infer<typeof digestSchema>;

export const keptSchema = z.object({
  latest: summarySchema,
  before: digestSchema.nullable(),
  /** Whether the exam was changed since: the day is then planned anew, but for what is done. */
  stale: z.boolean(),
});
export type Kept = z.infer<typeof keptSchema>;

/** All facts of a day's work, in the order of asking. */
export const idsOfShare = ({ due, fresh, last }: Summary['share']): string[] => [...due, ...fresh, ...last];

/** `plan` with what was done of the day already put back into the day's work. */
export const summaryOf = (
  plan: ExamPlan,
  day: number,
  facts: number,
  doneBefore: Summary['share'],
): Summary => ({
  day,
  share: {
    due: [...doneBefore.due, ...plan.share.due],
    fresh: [...doneBefore.fresh, ...plan.share.fresh],
    last: [...doneBefore.last, ...plan.share.last],
  },
  done: idsOfShare(doneBefore).length,
  facts,
  dropped: [...plan.dropped],
  predicted: plan.predicted,
  predictedAll: plan.predictedAll,
  days: plan.days.map((load) => ({ ...load })),
});

/** What stays of a day's plan once the day is over and `done` of its work was done. */
export const digestOf = (summary: Summary, done: number): Digest => ({
  day: summary.day,
  facts: summary.facts,
  dropped: summary.dropped,
  predicted: summary.predicted,
  planned: idsOfShare(summary.share).length,
  done,
});

/** What changed between the last day that was planned and today. */
export type Change = {
  readonly day: number;
  readonly planned: number;
  readonly done: number;
  /** Days between the two on which nobody looked at the plan. */
  readonly away: number;
  readonly dropped: number;
  readonly backIn: number;
  readonly added: number;
  readonly removed: number;
  /** Predicted recall of the facts kept, 0..1; `null` where there was nothing to predict. */
  readonly predictedBefore: number | null;
  readonly predictedNow: number | null;
};

/** Compares a day that is over with today's plan. */
export const changeSince = (before: Digest, now: Summary): Change => {
  const then = new Set(before.dropped);
  const today = new Set(now.dropped);
  const grown = now.facts - before.facts;
  return {
    day: before.day,
    planned: before.planned,
    done: before.done,
    away: Math.max(0, now.day - before.day - 1),
    dropped: now.dropped.filter((id) => !then.has(id)).length,
    backIn: before.dropped.filter((id) => !today.has(id)).length,
    added: Math.max(0, grown),
    removed: Math.max(0, -grown),
    predictedBefore: before.predicted?.mean ?? null,
    predictedNow: now.predicted?.mean ?? null,
  };
};
