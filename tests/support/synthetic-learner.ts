/** A learner made of weights: recalls as FSRS says that they would, and studies as a schedule by the defaults says. */
import {
  DEFAULT_WEIGHTS,
  boundedWeights,
  gradeTrace,
  recallAfter,
  strengthener,
  type Strength,
  type Trace,
} from '@/lib/memory/fsrs';
import type { PastAnswer, PastAnswers } from '@/lib/memory/recalls';
import type { Rating, Weights } from '@/lib/model';

/** Marsaglia's xorshift with 32 bits: the same chance at every run. */
export const chanceFrom = (seed: number) => {
  let state = seed;
  return (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
};

/** Someone who forgets faster than most: less is left after a first sight and after a lapse, and the curve is flatter. */
export const FORGETFUL: Weights = boundedWeights(
  DEFAULT_WEIGHTS.map((weight, index) =>
    index < 4 ? weight * 0.25 : index === 8 ? weight * 0.6 : index === 20 ? 0.4 : weight,
  ),
);

type Size = { readonly facts: number; readonly days: number; readonly seed?: number };

/** What they answered, fact by fact, from the learner's day 20000 on; two buttons, no second answer on one day. */
export const livesBy = (weights: Weights, { facts, days, seed = 2_463_534_242 }: Size): PastAnswers[] => {
  const chance = chanceFrom(seed);
  const strengthen = strengthener(weights);
  return Array.from({ length: facts }, () => {
    const life: PastAnswer[] = [];
    let strength: Strength | null = null;
    let trace: Trace | null = null;
    let last = 0;
    for (let day = Math.floor(chance() * days * 0.7); day < days;) {
      const passed = strength === null ? 0 : day - last;
      const recall = strength === null ? 0.6 : recallAfter(passed, strength.stability, weights);
      const rating: Rating = chance() < recall ? 'good' : 'again';
      life.push({ rating, days: passed, day: 20_000 + day });
      strength = strengthen(strength, rating, passed);
      const graded = gradeTrace(trace, rating, passed, { retention: 0.9 });
      trace = graded.trace;
      last = day;
      // Now and then a day or more late.
      day += Math.max(
        1,
        graded.wait.unit === 'days' ? Math.round(graded.wait.length * (1 + 0.4 * chance())) : 1,
      );
    }
    return life;
  });
};
