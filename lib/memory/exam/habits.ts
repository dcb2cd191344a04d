/** What a plan takes from a learner's own log: how long answers take, how often they are right, how well FSRS fits. */
import type { Learner } from '@/lib/model';
import { recallAfter } from '../fsrs';
import type { ReplayedStep } from '../log';
import { daysSince } from '../schedule';

/** A belief about how far a memory is from what FSRS takes it for (the log of the factor on stability). */
export type Doubt = { readonly shift: number; readonly chance: number };

export type Habits = {
  /** Seconds for an answer to a fact that is being learned, and to one that was learned before. */
  readonly secondsNew: number;
  readonly secondsKnown: number;
  /** The chance that the first answer to a fact never seen is right, and that one within the first sitting is. */
  readonly firstRight: number;
  readonly stepRight: number;
  /** Chances sum to 1; ascending by shift. */
  readonly doubts: readonly Doubt[];
};

const USUAL_SECONDS = { fresh: 15, known: 9 };
/** Fewer measured answers than this say less than what is usual. */
const ENOUGH_TIMES = 10;
/** Who leaves the page open for longer was not answering. */
const LONGEST_SECONDS = 120;
/** Shorter than it takes to show the next card. */
const SHORTEST_SECONDS = 2;

const medianSeconds = (lengths: readonly number[], usual: number): number => {
  if (lengths.length < ENOUGH_TIMES) return usual;
  const sorted = [...lengths].sort((a, b) => a - b);
  const middle = (sorted[Math.floor(sorted.length / 2)] ?? 0) / 1000;
  return Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, middle));
};

/** A share counted, drawn to `usual` as if that had been seen in ten answers. */
const shareOf = (hits: number, trials: number, usual: number): number => (hits + usual * 10) / (trials + 10);

const SHIFTS = [-1.5, -1.2, -0.9, -0.6, -0.3, 0, 0.3, 0.6, 0.9, 1.2, 1.5];
/**
 * How far one person's memory is from the model's, before their log says more. With the default weights FSRS-6
 * misses by some 9 points over bins and with fitted ones by 6 (10,000 users of Anki), of which a part is chance.
 */
const SPREAD = { defaults: 0.5, fitted: 0.3 };

/** One answer on a later day than the one before it, as far as it tells how well FSRS fits. */
type Recalled = { readonly days: number; readonly stability: number; readonly right: boolean };

/** Bayes' rule over `SHIFTS`: a normal prior, and the chance that each shift gives to what was recalled. */
const doubtsFrom = (recalls: readonly Recalled[], weights: Learner['weights']): Doubt[] => {
  const spread = weights === undefined ? SPREAD.defaults : SPREAD.fitted;
  const logs = SHIFTS.map((shift) => {
    let log = -(shift ** 2) / (2 * spread ** 2);
    for (const { days, stability, right } of recalls) {
      const recall = recallAfter(days, stability * Math.exp(shift), weights);
      // No answer may speak with certainty: people slip, and press the wrong button.
      const chance = Math.min(0.98, Math.max(0.02, recall));
      log += Math.log(right ? chance : 1 - chance);
    }
    return log;
  });
  const most = Math.max(...logs);
  const raw = logs.map((log) => Math.exp(log - most));
  const sum = raw.reduce((total, each) => total + each, 0);
  return SHIFTS.map((shift, index) => ({ shift, chance: (raw[index] ?? 0) / sum }));
};

/** The habits that the lives of some facts show (each a replay of its log); usual ones where they show too little. */
export const habitsOf = (lives: readonly (readonly ReplayedStep[])[], learner: Learner): Habits => {
  const times: Record<'fresh' | 'known', number[]> = { fresh: [], known: [] };
  const first = { right: 0, all: 0 };
  const steps = { right: 0, all: 0 };
  const recalls: Recalled[] = [];
  for (const { review, before } of lives.flat()) {
    const right = review.rating !== 'again';
    const known = before?.phase === 'review';
    if (review.elapsedMs !== null) times[known ? 'known' : 'fresh'].push(review.elapsedMs);
    const counted = before === null ? first : steps;
    if (!known) {
      counted.all += 1;
      counted.right += Number(right);
      continue;
    }
    const days = daysSince(before, review.at, review.learner);
    if (days > 0) recalls.push({ days, stability: before.stability, right });
  }
  return {
    secondsNew: medianSeconds(times.fresh, USUAL_SECONDS.fresh),
    secondsKnown: medianSeconds(times.known, USUAL_SECONDS.known),
    firstRight: shareOf(first.right, first.all, 0.6),
    stepRight: shareOf(steps.right, steps.all, 0.88),
    doubts: doubtsFrom(recalls, learner.weights),
  };
};

/** The middle of the belief. */
export const meanDoubt = (doubts: readonly Doubt[]): number =>
  doubts.reduce((sum, { shift, chance }) => sum + shift * chance, 0);

/** The shift below which `share` (0..1) of the belief lies, between the points by straight lines. */
export const doubtAt = (doubts: readonly Doubt[], share: number): number => {
  let below = 0;
  for (const [index, { shift, chance }] of doubts.entries()) {
    if (below + chance >= share && chance > 0) {
      const width = (doubts[index + 1]?.shift ?? shift) - (doubts[index - 1]?.shift ?? shift);
      return shift + ((share - below) / chance - 0.5) * (width / 2);
    }
    below += chance;
  }
  return doubts.at(-1)?.shift ?? 0;
};
