/** A try at weights of one's own, from the asking to the end, as a page shows it: types and lists only. */
import type { Weights } from '@/lib/model';
import type { Trial } from './trial';

export const FIT_STATES = ['waiting', 'running', 'done', 'failed'] as const;
export type FitState = (typeof FIT_STATES)[number];

/** Why a fit came to no trial, or to no end. */
export const FIT_REASONS = {
  'too-few': 'There were too few recalls, or they fell on too few days, to fit weights and to try them.',
  stopped: 'The server stopped in the middle of it. Start it again.',
  crashed: 'It failed, and the failure has been logged. You can start it again.',
  'too-long': 'It took too long and was ended. You can start it again.',
} as const;
export type FitReason = keyof typeof FIT_REASONS;

export type Fit = {
  readonly id: string;
  readonly askedAt: Date;
  readonly state: FitState;
  readonly reason: FitReason | null;
  readonly finishedAt: Date | null;
  readonly recalls: number;
  readonly weights: Weights | null;
  readonly trial: Trial | null;
};

/** Why it is worth while to fit again; `null`: it is not yet. */
export type RefitReason = 'doubled' | 'month' | null;

const MONTH = 30 * 86_400_000;

/**
 * Whether to offer a fit anew: recalls have doubled since the last, or a month went by in which there were a tenth more.
 */
export const refitReason = (
  last: Pick<Fit, 'askedAt' | 'recalls'>,
  recalls: number,
  now: Date,
): RefitReason => {
  if (recalls >= 2 * last.recalls) return 'doubled';
  const month = now.getTime() - last.askedAt.getTime() >= MONTH;
  return month && recalls >= 1.1 * last.recalls ? 'month' : null;
};
