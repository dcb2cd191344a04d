/**
 * The one door to ts-fsrs, which patches `Date.prototype` when imported and counts days at UTC midnight. It is
 * therefore told no real date: it gets days that have passed and gives days or minutes to wait.
 */
import {
  Rating as Grade,
  State,
  clipParameters,
  createEmptyCard,
  default_w,
  forgetting_curve,
  fsrs,
  type Card,
  type FSRS,
  type Grade as ButtonGrade,
} from 'ts-fsrs';
import type { Learner, MemoryPhase, MemoryState, Rating, Weights } from '@/lib/model';

/** A state of memory without its dates. */
export type Trace = Pick<MemoryState, 'phase' | 'step' | 'stability' | 'difficulty' | 'reps' | 'lapses'>;

/** How long to wait: minutes for a learning step, whole days for anything longer. */
export type Wait = { readonly unit: 'minutes' | 'days'; readonly length: number };

/** Days; a hundred years, as in Anki. */
export const LONGEST_INTERVAL = 36_500;

const DAY = 86_400_000;
const MINUTE = 60_000;
// Noon of any day: both dates that the library compares are whole days from it.
const NOON = DAY / 2;

const GRADES: Readonly<Record<Rating, ButtonGrade>> = {
  again: Grade.Again,
  hard: Grade.Hard,
  good: Grade.Good,
  easy: Grade.Easy,
};

const LIBRARY_STATES: Readonly<Record<MemoryPhase, State>> = {
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
};

const phaseOf = (state: State): MemoryPhase => {
  switch (state) {
    case State.Review:
      return 'review';
    case State.Relearning:
      return 'relearning';
    case State.New:
    case State.Learning:
      return 'learning';
  }
};

/** Relearning steps, as the scheduler has them: how much a lapse may leave depends on their number. */
const RELEARNING_STEPS = ['10m'] as const;

/** Of a learner, what FSRS must know. */
export type Aim = Pick<Learner, 'retention' | 'weights'>;

// One scheduler for each desired retention and each weights in use; people choose steps of a hundredth.
const KEPT_SCHEDULERS = 200;
const schedulers = new Map<number | string, FSRS>();

const schedulerFor = ({ retention, weights }: Aim): FSRS => {
  const key = weights === undefined ? retention : `${retention} ${weights.join(' ')}`;
  const kept = schedulers.get(key);
  if (kept) return kept;
  const made = fsrs({
    request_retention: retention,
    maximum_interval: LONGEST_INTERVAL,
    w: weights ?? default_w,
    learning_steps: ['1m', '10m'],
    relearning_steps: [...RELEARNING_STEPS],
    enable_short_term: true,
    // Without a seed that preview and commit share, fuzz would let a button promise one interval and give another.
    enable_fuzz: false,
  });
  if (schedulers.size >= KEPT_SCHEDULERS) schedulers.clear();
  schedulers.set(key, made);
  return made;
};

const cardOf = (trace: Trace | null, last: Date): Card =>
  trace
    ? {
        ...createEmptyCard(last),
        stability: trace.stability,
        difficulty: trace.difficulty,
        learning_steps: trace.step,
        reps: trace.reps,
        lapses: trace.lapses,
        state: LIBRARY_STATES[trace.phase],
        last_review: last,
      }
    : createEmptyCard(last);

/**
 * One review by FSRS-6 with the learner's weights, learning steps of 1 and 10 minutes and a relearning step of 10.
 * `elapsedDays` are the learner's days since the last review (0 or more, whole); `retention` is 0..1. Waits in
 * days are at most `LONGEST_INTERVAL`: the library itself goes over its maximum by a day or two.
 * @throws for a trace that FSRS cannot have made (stability under 0.001, difficulty under 1).
 */
export const gradeTrace = (
  trace: Trace | null,
  rating: Rating,
  elapsedDays: number,
  aim: Aim,
): { trace: Trace; wait: Wait } => {
  const last = new Date(NOON);
  const now = new Date(NOON + elapsedDays * DAY);
  const { card } = schedulerFor(aim).next(cardOf(trace, last), now, GRADES[rating]);
  const days = Math.min(card.scheduled_days, LONGEST_INTERVAL);
  return {
    trace: {
      phase: phaseOf(card.state),
      step: card.learning_steps,
      stability: card.stability,
      difficulty: card.difficulty,
      reps: card.reps,
      lapses: card.lapses,
    },
    wait:
      days > 0
        ? { unit: 'days', length: days }
        : { unit: 'minutes', length: (card.due.getTime() - now.getTime()) / MINUTE },
  };
};

/**
 * The chance of recall, 0..1, `days` after a review that left this stability (days):
 * R(t) = (1 + f * t / S) ^ -w20 with f = 0.9 ^ (-1 / w20) - 1, so that R(S) = 0.9 (FSRS-6). Without weights the
 * default ones.
 */
export const recallAfter = (days: number, stability: number, weights: Learner['weights']): number =>
  forgetting_curve(weights ?? default_w, days, stability);

/** What FSRS-6 starts everybody with. */
export const DEFAULT_WEIGHTS: Weights = default_w;

/** Which FSRS the weights here are for; weights that were fitted for another are not used. */
export const FSRS_VERSION = 'FSRS-6';

/** `weights` brought within the bounds in which FSRS-6 is defined: what the scheduler would make of them. */
export const boundedWeights = (weights: readonly number[]): Weights =>
  clipParameters([...weights], RELEARNING_STEPS.length);

/** What FSRS knows of a fact, without its place in the learning steps, which never changes it. */
export type Strength = Pick<MemoryState, 'stability' | 'difficulty'>;

/**
 * The strength after an answer, `days` (0 or more) after the one before, under `weights`: what `gradeTrace` gives,
 * without what a schedule needs and many times as fast, for trying weights on a whole log.
 */
export const strengthener = (
  weights: Weights,
): ((strength: Strength | null, rating: Rating, days: number) => Strength) => {
  const scheduler = schedulerFor({ retention: 0.9, weights });
  return (strength, rating, days) => {
    const { stability, difficulty } = scheduler.next_state(strength, days, GRADES[rating]);
    return { stability, difficulty };
  };
};
