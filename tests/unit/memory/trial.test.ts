/** Fitting weights and judging them, held against fsrs-rs and against learners whose weights are known. */
import { FSRSBinding } from '@open-spaced-repetition/binding';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_WEIGHTS, gradeTrace, strengthener, type Strength, type Trace } from '@/lib/memory/fsrs';
import {
  isRecall,
  pastAnswers,
  predictRecalls,
  type PastAnswers,
  type Prediction,
} from '@/lib/memory/recalls';
import { FEWEST_RECALLS, decilesOf, livesBefore, scoreOf, splitByTime, tryWeights } from '@/lib/memory/trial';
import { RATINGS } from '@/lib/model';
import { fitWeights, itemsOf } from '@/lib/server/fit-weights';
import { FORGETFUL, livesBy } from '../../support/synthetic-learner';

const BIG = { facts: 1200, days: 300 };

test('trying weights on a log sees the very strength that the schedule keeps', () => {
  const answers = fc.array(fc.record({ rating: fc.constantFrom(...RATINGS), days: fc.nat({ max: 400 }) }), {
    minLength: 1,
    maxLength: 25,
  });
  fc.assert(
    fc.property(answers, fc.constantFrom(DEFAULT_WEIGHTS, FORGETFUL), (given, weights) => {
      const strengthen = strengthener(weights);
      let strength: Strength | null = null;
      let trace: Trace | null = null;
      for (const { rating, days } of given) {
        const passed: number = trace === null ? 0 : days;
        strength = strengthen(strength, rating, passed);
        trace = gradeTrace(trace, rating, passed, { retention: 0.9, weights }).trace;
        expect(strength).toEqual({ stability: trace.stability, difficulty: trace.difficulty });
      }
    }),
    { numRuns: 500 },
  );
});

test('predictions and their bins are those of fsrs-rs, which gives later ones more weight in its score', () => {
  const lives = livesBy(FORGETFUL, { facts: 800, days: 200 });
  // The first recalls are left out, since it drops those of rare spacings, and with them all of their facts.
  const common = lives.filter(([first, second]) => first?.rating === 'good' && second?.days === 1);
  const items = itemsOf(common).filter((item) => item.longTermReviewCnt() > 1);
  for (const weights of [DEFAULT_WEIGHTS, FORGETFUL]) {
    const theirs = new FSRSBinding([...weights]).evaluate(items);
    const ours = common
      .flatMap((life) => predictRecalls([life], weights).slice(1))
      .sort((a, b) => a.day - b.day);
    let [total, loss] = [0, 0];
    const bins = new Map<string, { count: number; off: number; weight: number }>();
    for (const [index, { chance, recalled, bin }] of ours.entries()) {
      const weight = 0.25 + 0.75 * (index / (ours.length - 1)) ** 3;
      const sum = bins.get(bin) ?? { count: 0, off: 0, weight: 0 };
      bins.set(bin, {
        count: sum.count + 1,
        off: sum.off + chance - Number(recalled),
        weight: sum.weight + weight,
      });
      total += weight;
      loss -= weight * Math.log(recalled ? chance : 1 - chance);
    }
    const squares = [...bins.values()].reduce(
      (sum, { count, off, weight }) => sum + (off / count) ** 2 * weight,
      0,
    );
    expect(loss / total).toBeCloseTo(theirs.logLoss, 4);
    expect(Math.sqrt(squares / total)).toBeCloseTo(theirs.rmseBins, 4);
  }
});

test('log loss and RMSE(bins) of a few predictions, by hand', () => {
  const of = (chance: number, recalled: boolean, bin: string): Prediction => ({
    chance,
    recalled,
    bin,
    day: 1,
    fact: 1,
  });
  const score = scoreOf([of(0.9, true, 'a'), of(0.9, false, 'a'), of(0.5, true, 'b'), of(0, true, 'b')]);
  expect(score.logLoss).toBeCloseTo(
    -(Math.log(0.9) + Math.log(0.1) + Math.log(0.5) + Math.log(0.0001)) / 4,
    9,
  );
  // In a: 0.9 foretold, 0.5 came; in b: 0.25 foretold, 1 came.
  expect(score.rmseBins).toBeCloseTo(Math.sqrt((2 * 0.4 ** 2 + 2 * 0.75 ** 2) / 4), 9);
  expect(scoreOf([])).toEqual({ logLoss: 0, rmseBins: 0, deciles: [] });
});

test('weights fitted to a learner foretell them nearly as well as the ones that made them, also on unseen answers', async () => {
  const lives = livesBy(FORGETFUL, BIG);
  const split = splitByTime(lives);
  if (split === null) throw new Error('too few recalls');
  const own = await fitWeights(livesBefore(lives, split.from));
  const lossBy = (weights: readonly number[]) => scoreOf(predictRecalls(lives, weights, split.from)).logLoss;
  expect(lossBy(own)).toBeLessThan(lossBy(FORGETFUL) + 0.005);
  expect(lossBy(own)).toBeLessThan(lossBy(DEFAULT_WEIGHTS) - 0.01);
  const trial = tryWeights(lives, split, { own, present: undefined });
  expect(trial.wins).toBe(true);
  expect(trial.gain).toBeGreaterThan(trial.margin);
  expect(trial.gain).toBeCloseTo(trial.defaults.logLoss - trial.own.logLoss, 9);
  expect(trial.heldOut / trial.recalls).toBeGreaterThan(0.15);
  expect(trial.heldOut / trial.recalls).toBeLessThan(0.3);
});

test(
  'who forgets as the defaults say keeps the defaults, in nearly all of many tries',
  { timeout: 60_000 },
  async () => {
    let wins = 0;
    for (let seed = 1; seed <= 10; seed += 1) {
      const lives = livesBy(DEFAULT_WEIGHTS, { facts: 250, days: 150, seed: seed * 7919 });
      const split = splitByTime(lives);
      if (split === null) throw new Error('too few recalls');
      const own = await fitWeights(livesBefore(lives, split.from));
      if (tryWeights(lives, split, { own, present: undefined }).wins) wins += 1;
    }
    expect(wins).toBeLessThanOrEqual(1);
  },
);

test('new weights do not take the place of own ones that foretell better', async () => {
  const lives = livesBy(FORGETFUL, BIG);
  const split = splitByTime(lives);
  if (split === null) throw new Error('too few recalls');
  const present = await fitWeights(livesBefore(lives, split.from));
  const halfway = DEFAULT_WEIGHTS.map((weight, index) => (weight + (present[index] ?? weight)) / 2);
  expect(tryWeights(lives, split, { own: halfway, present: undefined }).wins).toBe(true);
  const trial = tryWeights(lives, split, { own: halfway, present });
  expect(trial.present?.logLoss).toBeLessThan(trial.own.logLoss);
  expect(trial.wins).toBe(false);
});

test('the split is by days: what is fitted to is before it, what is held out on it or after', () => {
  const lives = livesBy(DEFAULT_WEIGHTS, { facts: 300, days: 200 });
  const split = splitByTime(lives);
  if (split === null) throw new Error('too few recalls');
  const before = livesBefore(lives, split.from);
  expect(before.flat().every(({ day }) => day < split.from)).toBe(true);
  expect(before.flat().filter(isRecall)).toHaveLength(split.trained);
  expect(split.trained).toBeLessThanOrEqual(0.8 * split.recalls);
  const held = predictRecalls(lives, undefined, split.from);
  expect(held).toHaveLength(split.recalls - split.trained);
  expect(held.every(({ day }) => day >= split.from)).toBe(true);
});

test('too few recalls, or all of them on a few days, are not split', () => {
  const once = (count: number, day: (index: number) => number): PastAnswers[] =>
    Array.from({ length: count }, (_, index) => [
      { rating: 'good', days: 0, day: 0 },
      { rating: 'good', days: 1, day: day(index) },
    ]);
  const spread = (index: number) => 1 + (index % 40);
  expect(splitByTime(once(FEWEST_RECALLS - 1, spread))).toBeNull();
  expect(splitByTime(once(FEWEST_RECALLS, spread))).not.toBeNull();
  expect(splitByTime(once(FEWEST_RECALLS, (index) => 1 + (index % 4)))).toBeNull();
  expect(splitByTime(once(FEWEST_RECALLS, () => 1))).toBeNull();
  expect(splitByTime([])).toBeNull();
});

test('ten parts of equal size, from the unlikeliest to the likeliest, lose nothing', () => {
  const predictions = fc.array(
    fc.record({
      chance: fc.double({ min: 0, max: 1, noNaN: true }),
      recalled: fc.boolean(),
      day: fc.constant(1),
      fact: fc.constant(1),
      bin: fc.constant('1'),
    }),
    { maxLength: 200 },
  );
  fc.assert(
    fc.property(predictions, (all: Prediction[]) => {
      const tenths = decilesOf(all);
      const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
      expect(sum(tenths.map(({ count }) => count))).toBe(all.length);
      expect(sum(tenths.map(({ recalled }) => recalled))).toBe(all.filter(({ recalled }) => recalled).length);
      for (const [index, { count, from, to, predicted }] of tenths.entries()) {
        expect(from).toBeLessThanOrEqual(to);
        expect(predicted).toBeGreaterThanOrEqual(from - 1e-9);
        expect(predicted).toBeLessThanOrEqual(to + 1e-9);
        expect(from).toBeGreaterThanOrEqual(tenths[index - 1]?.to ?? 0);
        expect(Math.abs(count - all.length / 10)).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('a log gives the days between answers as the schedule counts them, without what was taken back', () => {
  const learner = { zone: 'Europe/Berlin', dayStart: 4, retention: 0.9 };
  const row = (id: string, at: string, undoes: string | null = null) => ({
    id,
    factId: 'fact',
    at: new Date(at),
    rating: 'good' as const,
    mode: 'study' as const,
    elapsedMs: null,
    undoes,
    corrects: null,
    learner,
  });
  const life = pastAnswers([
    row('d', '2026-03-09T20:00:00Z'),
    row('a', '2026-03-01T02:50:00Z'),
    row('b', '2026-03-01T03:10:00Z'), // after four in Berlin, and still the same sitting
    row('c', '2026-03-05T12:00:00Z'),
    row('u', '2026-03-05T12:01:00Z', 'c'),
  ]);
  expect(life.map(({ days }) => days)).toEqual([0, 0, 8]);
  expect(life.filter(isRecall)).toHaveLength(1);
});
