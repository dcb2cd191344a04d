/** Whether weights of one's own foresee what one recalls better than the defaults: tried on answers they never saw. */
import { z } from 'zod';
import type { Weights } from '@/lib/model';
import { isRecall, predictRecalls, type PastAnswers, type Prediction } from './recalls';

/** Recalls from which on weights are fitted: as many as Anki once asked for, and enough for a fifth to be held out. */
export const FEWEST_RECALLS = 400;
/** Days that the held-out recalls must fall on; fewer say too little of how much days differ. */
const FEWEST_DAYS = 5;
/** Of the recalls, the earlier ones that weights are fitted to. */
const TRAINED_SHARE = 0.8;
/** A chance nearer to 0 or 1 than this counts as this: one answer must not decide everything. */
const SUREST = 0.0001;

const decileSchema = z.object({
  count: z.int(),
  /** The lowest and highest chance of recall that was foretold. */
  from: z.number(),
  to: z.number(),
  /** The mean of what was foretold. */
  predicted: z.number(),
  recalled: z.int(),
});
/** A tenth of the recalls, those with the like chance foretold. */
export type Decile = z.infer<typeof decileSchema>;

const scoreSchema = z.object({
  /** The mean of -ln(the chance that was given to what happened): 0 is perfect, 0.693 is tossing a coin. */
  logLoss: z.number(),
  /** Root mean square of foretold minus actual share over the bins of like recalls, weighted by their size. */
  rmseBins: z.number(),
  deciles: z.array(decileSchema),
});
/** How well weights foretold. */
export type Score = z.infer<typeof scoreSchema>;

export const trialSchema = z.object({
  recalls: z.int(),
  trained: z.int(),
  heldOut: z.int(),
  /** The learner's day from which on recalls are held out. */
  from: z.int(),
  defaults: scoreSchema,
  own: scoreSchema,
  /** The weights of their own that the learner had before; `null` where they had the defaults. */
  present: scoreSchema.nullable(),
  /** By how much the log loss of the new ones is lower than the defaults'. */
  gain: z.number(),
  /** What `gain` must be more than, or it may be chance. */
  margin: z.number(),
  wins: z.boolean(),
});
/** What came of trying weights on held-out recalls. */
export type Trial = z.infer<typeof trialSchema>;

/** What a log holds to fit from and to try on. */
export type Split = { readonly recalls: number; readonly trained: number; readonly from: number };

/**
 * Where to part the recalls by time: about four fifths on the days before `from`, the rest from it on. `null` where
 * the log says too little for that: under `FEWEST_RECALLS`, or all of them on a few days.
 */
export const splitByTime = (lives: readonly PastAnswers[]): Split | null => {
  const byDay = new Map<number, number>();
  let recalls = 0;
  for (const life of lives) {
    for (const answer of life.filter(isRecall)) {
      byDay.set(answer.day, (byDay.get(answer.day) ?? 0) + 1);
      recalls += 1;
    }
  }
  if (recalls < FEWEST_RECALLS) return null;
  const days = [...byDay].sort(([a], [b]) => a - b);
  let trained = 0;
  const first = days.findIndex(([, count]) => {
    if (trained + count > TRAINED_SHARE * recalls) return true;
    trained += count;
    return false;
  });
  const from = days[first]?.[0];
  if (from === undefined || trained < recalls / 2 || days.length - first < FEWEST_DAYS) return null;
  return { recalls, trained, from };
};

/** Each life up to the learner's day `from`, which is left out: what weights may be fitted to. */
export const livesBefore = (lives: readonly PastAnswers[], from: number): PastAnswers[] =>
  lives.map((life) => life.filter(({ day }) => day < from)).filter((life) => life.length > 0);

const lossOf = ({ chance, recalled }: Prediction): number => {
  const sure = Math.min(1 - SUREST, Math.max(SUREST, chance));
  return -Math.log(recalled ? sure : 1 - sure);
};

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** How well predictions foretold. */
export const scoreOf = (predictions: readonly Prediction[]): Score => ({
  logLoss: mean(predictions.map(lossOf)),
  rmseBins: rmseOf(predictions),
  deciles: decilesOf(predictions),
});

const rmseOf = (predictions: readonly Prediction[]): number => {
  const bins = new Map<string, { count: number; off: number }>();
  for (const { bin, chance, recalled } of predictions) {
    const sum = bins.get(bin) ?? { count: 0, off: 0 };
    bins.set(bin, { count: sum.count + 1, off: sum.off + chance - Number(recalled) });
  }
  let squares = 0;
  for (const { count, off } of bins.values()) squares += off ** 2 / count;
  return predictions.length === 0 ? 0 : Math.sqrt(squares / predictions.length);
};

/** The predictions in ten parts of equal size, from the unlikeliest to be recalled to the likeliest. */
export const decilesOf = (predictions: readonly Prediction[]): Decile[] => {
  const sorted = [...predictions].sort((a, b) => a.chance - b.chance);
  return Array.from({ length: 10 }, (_, part): Decile[] => {
    const tenth = sorted.slice(
      Math.round((part * sorted.length) / 10),
      Math.round(((part + 1) * sorted.length) / 10),
    );
    const [first, last] = [tenth[0], tenth.at(-1)];
    if (first === undefined || last === undefined) return [];
    const predicted = mean(tenth.map(({ chance }) => chance));
    const recalled = tenth.filter((prediction) => prediction.recalled).length;
    return [{ count: tenth.length, from: first.chance, to: last.chance, predicted, recalled }];
  }).flat();
};

/**
 * Tries weights on the recalls from day `split.from` on. They win where their log loss there is lower than the
 * defaults' by more than chance gives (see `marginOf`), and not higher than that of the weights of their own that the
 * learner has (`present`).
 */
export const tryWeights = (
  lives: readonly PastAnswers[],
  split: Split,
  { own, present }: { readonly own: Weights; readonly present: Weights | undefined },
): Trial => {
  const before = predictRecalls(lives, undefined, split.from);
  const after = predictRecalls(lives, own, split.from);
  const now = present === undefined ? null : scoreOf(predictRecalls(lives, present, split.from));
  const gains = before.map((prediction, index) => ({
    gain: lossOf(prediction) - lossOf(after[index] ?? prediction),
    day: prediction.day,
    fact: prediction.fact,
  }));
  const gain = mean(gains.map((each) => each.gain));
  const margin = Math.max(
    marginOf(gains.map((each) => [each.day, each.gain])),
    marginOf(gains.map((each) => [each.fact, each.gain])),
  );
  const [defaults, mine] = [scoreOf(before), scoreOf(after)];
  return {
    recalls: split.recalls,
    trained: split.trained,
    heldOut: before.length,
    from: split.from,
    defaults,
    own: mine,
    present: now,
    gain,
    margin,
    wins: gain > margin && (now === null || mine.logLoss <= now.logLoss),
  };
};

/**
 * What the mean of `gains` must be more than to be no chance: half the width of its 95 % interval by Student's t, where
 * gains of one cluster (a day, a fact) may hang together: a bad day is one piece of news, not fifty. The variance is the
 * usual one of clustered samples, n/(n-1) times the sum over the clusters of (sum of deviations)², over all gains².
 */
const marginOf = (gains: readonly (readonly [cluster: number, gain: number])[]): number => {
  const average = mean(gains.map(([, gain]) => gain));
  const deviations = new Map<number, number>();
  for (const [cluster, gain] of gains) {
    deviations.set(cluster, (deviations.get(cluster) ?? 0) + gain - average);
  }
  const clusters = deviations.size;
  if (clusters < 2) return Infinity;
  const squares = [...deviations.values()].reduce((sum, deviation) => sum + deviation ** 2, 0);
  const error = Math.sqrt((clusters / (clusters - 1)) * squares) / gains.length;
  return studentQuantile(clusters - 1) * error;
};

/** The value that Student's t with `freedom` degrees keeps within with 95 % (Abramowitz and Stegun 26.7.5). */
const studentQuantile = (freedom: number): number => {
  const z = 1.959964;
  return (
    z +
    (z ** 3 + z) / (4 * freedom) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3)
  );
};
