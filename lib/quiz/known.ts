/** How much somebody knows, from answers that may have been guessed; and how sure they may be of what they say. */

/** One answer; `guess` is the chance of getting it right by ticking blindly, 0 where it is typed. */
export type KnownRow = { readonly correct: boolean; readonly guess: number };

/** Shares of 0..1: the best estimate and the bounds between which it lies with 95 %. */
export type Estimate = {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly answers: number;
};

/** Nothing is claimed from fewer answers. */
export const FEWEST_ANSWERS = 10;

const Z95 = 1.959963984540054;
const HALVINGS = 40;

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/**
 * The share of facts that is known, corrected for guessing: who knows a share k gets a question right with
 * p = k + (1 - k) guess, so that k is estimated by sum(correct - guess) / sum(1 - guess). The interval is that of the
 * score test (Wilson 1927; without guessing it is his): all k for which the number of right answers is no surprise.
 * `null` from fewer than ten answers.
 */
export const knownShare = (rows: readonly KnownRow[]): Estimate | null => {
  if (rows.length < FEWEST_ANSWERS) return null;
  const right = rows.filter(({ correct }) => correct).length;
  const guessed = rows.reduce((total, { guess }) => total + guess, 0);
  const room = rows.length - guessed;
  if (room <= 0) return null;
  /** How far `right` lies above what is expected of k, in standard deviations; it falls with k. */
  const surprise = (k: number): number => {
    let [expected, variance] = [0, 0];
    for (const { guess } of rows) {
      const p = k + (1 - k) * guess;
      expected += p;
      variance += p * (1 - p);
    }
    if (variance > 0) return (right - expected) / Math.sqrt(variance);
    return right === expected ? 0 : Math.sign(right - expected) * Infinity;
  };
  const where = (level: number): number => {
    let [low, high] = [0, 1];
    for (let step = 0; step < HALVINGS; step += 1) {
      const middle = (low + high) / 2;
      if (surprise(middle) > level) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  const share = clamp((right - guessed) / room);
  return {
    share,
    low: Math.min(share, where(Z95)),
    high: Math.max(share, where(-Z95)),
    answers: rows.length,
  };
};

/** One answer whose certainty was asked for: how likely its giver thought it right, 0..1. */
export type SureRow = { readonly certainty: number; readonly correct: boolean };

export type SureLevel = {
  readonly certainty: number;
  readonly answers: number;
  /** How many of them were right, 0..1. */
  readonly share: number;
};

export type Sureness = {
  /** By what was said, the least sure first. */
  readonly levels: readonly SureLevel[];
  /** Mean certainty less the share of right answers: above 0 is over-confidence. */
  readonly bias: number;
  readonly verdict: 'over' | 'under' | 'right';
};

/**
 * Whether somebody is as often right as they are sure. The verdict is only `over` or `under` where chance does not
 * explain it: where the bias is more than 1.96 standard errors. `null` from fewer than ten answers.
 */
export const sureness = (rows: readonly SureRow[]): Sureness | null => {
  if (rows.length < FEWEST_ANSWERS) return null;
  const levels = [...new Set(rows.map(({ certainty }) => certainty))]
    .sort((a, b) => a - b)
    .map((certainty) => {
      const own = rows.filter((row) => row.certainty === certainty);
      return {
        certainty,
        answers: own.length,
        share: own.filter(({ correct }) => correct).length / own.length,
      };
    });
  const errors = rows.map(({ certainty, correct }) => certainty - (correct ? 1 : 0));
  const bias = errors.reduce((total, error) => total + error, 0) / rows.length;
  const spread = errors.reduce((total, error) => total + (error - bias) ** 2, 0) / (rows.length - 1);
  const isChance = Math.abs(bias) <= Z95 * Math.sqrt(spread / rows.length);
  return { levels, bias, verdict: isChance || bias === 0 ? 'right' : bias > 0 ? 'over' : 'under' };
};
