/**
 * The states and intervals of our scheduler held against two others, over thousands of random histories: ts-fsrs used
 * directly, and fsrs-rs (the reference, in Rust with single precision) by its published binding.
 */
import { BindingMemoryState, FSRSBinding } from '@open-spaced-repetition/binding';
import fc from 'fast-check';
import { clipParameters, createEmptyCard, default_w, fsrs, Rating as Grade, State, type Card } from 'ts-fsrs';
import { expect, test } from 'vitest';
import { dayOf } from '@/lib/memory/days';
import { LONGEST_INTERVAL, recallAfter } from '@/lib/memory/fsrs';
import { nextState } from '@/lib/memory/schedule';
import { RATINGS, type Learner, type MemoryPhase, type MemoryState, type Rating } from '@/lib/model';

const DAY = 86_400_000;
const START = Date.parse('2026-01-14T00:00:00Z') + DAY / 2;
const RUNS = 3000;

/** Up to a half more or less than the defaults, within what FSRS allows. */
const ownWeights = fc
  .array(fc.double({ min: 0.5, max: 1.5, noNaN: true }), { minLength: 21, maxLength: 21 })
  .map((shares) =>
    clipParameters(
      default_w.map((weight, index) => weight * (shares[index] ?? 1)),
      1,
    ),
  );

const history = fc.record({
  retention: fc.constantFrom(0.7, 0.8, 0.85, 0.9, 0.95, 0.97),
  weights: fc.option(ownWeights, { nil: undefined }),
  answers: fc.array(
    fc.record({
      rating: fc.constantFrom(...RATINGS),
      // How long after it was due, in shares of its interval; below zero it is met early.
      late: fc.oneof(fc.constant(0), fc.double({ min: -0.9, max: 3, noNaN: true })),
    }),
    { minLength: 1, maxLength: 30 },
  ),
});

/** Noon of the day on which an answer comes: the whole days for which the schedule was, earlier or later by `late`. */
const answerTime = (state: MemoryState | null, late: number): Date => {
  if (state === null) return new Date(START);
  if (state.scheduledDays === 0) return state.due;
  const days = Math.max(0, Math.round(state.scheduledDays * (1 + late)));
  return new Date(state.lastReview.getTime() + days * DAY);
};

const utc = (retention: number, weights?: Learner['weights']): Learner => ({
  zone: 'UTC',
  dayStart: 0,
  retention,
  ...(weights === undefined ? {} : { weights }),
});
const GRADES = { again: Grade.Again, hard: Grade.Hard, good: Grade.Good, easy: Grade.Easy } as const;
const PHASES: Readonly<Record<State, MemoryPhase>> = {
  [State.New]: 'learning',
  [State.Learning]: 'learning',
  [State.Review]: 'review',
  [State.Relearning]: 'relearning',
};

test('states and intervals are those of ts-fsrs used directly', { timeout: 60_000 }, () => {
  let answersSeen = 0;
  fc.assert(
    fc.property(history, ({ retention, weights, answers }) => {
      const library = fsrs({
        ...(weights === undefined ? {} : { w: weights }),
        request_retention: retention,
        maximum_interval: LONGEST_INTERVAL,
        enable_fuzz: false,
        enable_short_term: true,
        learning_steps: ['1m', '10m'],
        relearning_steps: ['10m'],
      });
      let ours: MemoryState | null = null;
      let theirs: Card = createEmptyCard(new Date(START));
      for (const { rating, late } of answers) {
        const at = answerTime(ours, late);
        ours = nextState(ours, rating, at, utc(retention, weights));
        theirs = library.next(theirs, at, GRADES[rating]).card;
        answersSeen += 1;
        expect({ ...ours, due: null, lastDay: null }).toEqual({
          phase: PHASES[theirs.state],
          step: theirs.learning_steps,
          stability: theirs.stability,
          difficulty: theirs.difficulty,
          due: null,
          lastReview: at,
          lastDay: null,
          // The library goes over its own maximum by a day or two.
          scheduledDays: Math.min(theirs.scheduled_days, LONGEST_INTERVAL),
          reps: theirs.reps,
          lapses: theirs.lapses,
        });
        // It counts days from the hour of the answer, we from the beginning of the learner's day.
        if (ours.scheduledDays === 0) expect(ours.due).toEqual(theirs.due);
        else expect(dayOf(ours.due, utc(retention))).toBe(dayOf(at, utc(retention)) + ours.scheduledDays);
      }
    }),
    { numRuns: RUNS },
  );
  expect(answersSeen).toBeGreaterThan(RUNS * 5);
});

/** How far apart two numbers are, as a share of the larger. */
const apart = (a: number, b: number): number => Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));

test(
  'stability and difficulty are those of fsrs-rs, to what single precision holds',
  { timeout: 60_000 },
  () => {
    let furthest = 0;
    fc.assert(
      fc.property(history, ({ retention, weights, answers }) => {
        const rust = new FSRSBinding(weights);
        let ours: MemoryState | null = null;
        let theirs: BindingMemoryState | null = null;
        for (const { rating, late } of answers) {
          const at = answerTime(ours, late);
          const days: number =
            ours === null ? 0 : Math.round((at.getTime() - ours.lastReview.getTime()) / DAY);
          ours = nextState(ours, rating, at, utc(retention, weights));
          theirs = rust.nextStates(theirs, retention, days)[rating].memory;
          furthest = Math.max(
            furthest,
            apart(ours.stability, theirs.stability),
            apart(ours.difficulty, theirs.difficulty),
          );
        }
      }),
      { numRuns: RUNS },
    );
    expect(furthest).toBeLessThan(0.001);
  },
);

test(
  'one step from any state gives the stability, difficulty and interval of fsrs-rs',
  { timeout: 60_000 },
  () => {
    const rust = new FSRSBinding();
    fc.assert(
      fc.property(
        fc.record({
          stability: fc.double({ min: 0.1, max: 5000, noNaN: true }),
          difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
          days: fc.nat({ max: 4000 }),
          rating: fc.constantFrom<Rating>('hard', 'good', 'easy'),
          retention: fc.constantFrom(0.7, 0.8, 0.9, 0.95),
        }),
        ({ stability, difficulty, days, rating, retention }) => {
          const before: MemoryState = {
            phase: 'review',
            step: 0,
            stability,
            difficulty,
            due: new Date(START),
            lastReview: new Date(START),
            lastDay: START / DAY - 0.5,
            scheduledDays: 1,
            reps: 5,
            lapses: 0,
          };
          const ours = nextState(before, rating, new Date(START + days * DAY), utc(retention));
          const rustBefore = new BindingMemoryState(stability, difficulty);
          const next = rust.nextStates(rustBefore, retention, days)[rating];
          expect(apart(ours.stability, next.memory.stability)).toBeLessThan(0.0001);
          expect(apart(ours.difficulty, next.memory.difficulty)).toBeLessThan(0.0001);
          // Whole days of ours against its exact ones; a better answer must wait a day longer than a worse one.
          const whole = Math.min(LONGEST_INTERVAL, Math.max(1, Math.round(next.interval)));
          expect(ours.scheduledDays - whole).toBeGreaterThanOrEqual(-1);
          expect(ours.scheduledDays - whole).toBeLessThanOrEqual(Math.max(3, whole * 0.0002));
          expect(recallAfter(next.interval, ours.stability, undefined)).toBeCloseTo(retention, 3);
        },
      ),
      { numRuns: RUNS },
    );
  },
);
