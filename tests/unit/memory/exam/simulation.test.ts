import { expect, test } from 'vitest';
import { live, type Outcome } from './synthetic';

const RUNS = 200;

const mean = (outcomes: readonly Outcome[], of: (outcome: Outcome) => number): number =>
  outcomes.reduce((sum, outcome) => sum + of(outcome), 0) / outcomes.length;

/** Two hundred people of one kind, each with predictions on the first day, half-way and on the last evening. */
const world = (spread: number, misses: number): Outcome[] =>
  Array.from({ length: RUNS }, (_, run) =>
    live(
      {
        seed: `${spread} ${run}`,
        facts: 30,
        days: 12,
        minutes: 8,
        ownSpread: spread,
        factSpread: spread,
        misses,
      },
      [0, 6, 11],
    ),
  ).flat();

test('over 200 exams predicted and actual recall agree within 3 points, and the interval holds what it says', () => {
  const outcomes = world(0.3, 0.15);
  for (const day of [0, 6, 11]) {
    const then = outcomes.filter((outcome) => outcome.day === day);
    expect(then).toHaveLength(RUNS);
    const [predicted, actual] = [mean(then, (each) => each.predicted), mean(then, (each) => each.actual)];
    expect(Math.abs(predicted - actual), `from day ${day}: ${predicted} against ${actual}`).toBeLessThan(
      0.03,
    );
    const held = mean(then, ({ low, actual: share, high }) => Number(low <= share && share <= high));
    expect(held, `interval from day ${day}`).toBeGreaterThan(0.87);
    // An interval from 0 to 1 would hold everything and say nothing.
    expect(mean(then, ({ low, high }) => high - low)).toBeLessThan(0.3);
  }
}, 240_000);
