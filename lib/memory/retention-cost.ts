/** What a desired retention costs in reviews, found by playing the schedule. */
import { gradeTrace, recallAfter, type Aim } from './fsrs';
import { seededChance } from './chance';
import { LEAST_RETENTION, MOST_RETENTION } from './study-settings';

/** Days over which the cost is counted. */
const YEAR = 365;
/** Synthetic facts that are learnt and kept for a year; more of them move the result by some percent only. */
const FACTS = 200;

/**
 * Answers that `FACTS` facts take in the year after they were learnt, if each comes back on its day and is recalled
 * with the chance that FSRS gives; a lapse takes one answer more, to learn it again. A wait that the year cuts off
 * counts by the part that lies in it, so that no retention gains by where a year happens to end.
 */
const answersInYear = (aim: Aim): number => {
  let answers = 0;
  for (let fact = 0; fact < FACTS; fact += 1) {
    // The same luck at every retention, so that what differs is the retention alone.
    const chance = seededChance(`cost ${fact}`);
    let { trace, wait } = gradeTrace(gradeTrace(null, 'good', 0, aim).trace, 'good', 0, aim);
    let day = 0;
    while (day + wait.length <= YEAR) {
      day += wait.length;
      answers += 1;
      const recalled = chance() < recallAfter(wait.length, trace.stability, aim.weights);
      ({ trace, wait } = gradeTrace(trace, recalled ? 'good' : 'again', wait.length, aim));
      while (wait.unit === 'minutes') {
        answers += 1;
        ({ trace, wait } = gradeTrace(trace, 'good', 0, aim));
      }
    }
    answers += (YEAR - day) / wait.length;
  }
  return answers;
};

/** Retentions that are played; the cost of those between lies on the line between the logarithms of theirs. */
const PLAYED = [LEAST_RETENTION, 0.8, 0.85, 0.9, 0.93, 0.95, MOST_RETENTION];

/**
 * How many times the reviews of a retention of 0.90 each retention of `wanted` (0.70..0.97) takes in the first year
 * of a fact, under a learner's weights or the default ones. Some tenths of a second of work: keep what it gives.
 */
export const retentionCosts = (wanted: readonly number[], weights: Aim['weights']): number[] => {
  const known = weights === undefined ? {} : { weights };
  const played = PLAYED.map((retention) => Math.log(answersInYear({ retention, ...known })));
  const usual = played[PLAYED.indexOf(0.9)] ?? 0;
  return wanted.map((retention) => {
    const above = Math.max(
      1,
      PLAYED.findIndex((each) => each >= retention),
    );
    const [low = 0, high = 1] = PLAYED.slice(above - 1, above + 1);
    const [atLow = 0, atHigh = 0] = played.slice(above - 1, above + 1);
    const share = (retention - low) / (high - low);
    return Math.exp(atLow + share * (atHigh - atLow) - usual);
  });
};

/** A cost in words: "about 60% more reviews", "the usual number of reviews". */
export const costInWords = (cost: number): string => {
  const change = Math.round((cost - 1) * 20) * 5;
  if (change === 0) return 'the usual number of reviews';
  return `about ${Math.abs(change)}% ${change > 0 ? 'more' : 'fewer'} reviews`;
};
