/** An exam: a day until which facts are learned, and the time that a learner has until then. */
import type { MemoryState } from '@/lib/model';
import { recallAfter, type Aim, type Trace } from '../fsrs';

export type Exam = {
  /** The learner's day of the exam (numbered as by `dayOf`); the day before is the last one for learning. */
  readonly day: number;
  /** The day on which its plan was made. */
  readonly startDay: number;
  /** Minutes a day by weekday, Monday first; seven of them. */
  readonly minutes: readonly number[];
};

/** A fact that the exam may ask. */
export type ExamFact = {
  readonly id: string;
  /** 0..1. */
  readonly salience: number;
  /** Whether the learner wants it kept however short the time is. */
  readonly pinned: boolean;
  readonly state: MemoryState | null;
};

/** Seconds that a learner has on one of their days. */
export const secondsOn = (day: number, exam: Exam): number => {
  // The first of January 1970 was a Thursday.
  const weekday = (((day + 3) % 7) + 7) % 7;
  return (exam.minutes[weekday] ?? 0) * 60;
};

const LONGEST_LAST_PASS = 7;

/** The first day of the last pass: the last sixth of the time, a week at most and a day at least. */
export const lastPassFrom = ({ day, startDay }: Exam): number =>
  day - Math.min(LONGEST_LAST_PASS, Math.max(1, Math.round((day - startDay) / 6)));

/** Which facts stay longest where time is short: those wanted, those begun (they cost least), then by salience. */
export const byPriority = (facts: readonly ExamFact[]): ExamFact[] =>
  [...facts].sort(
    (a, b) =>
      Number(b.pinned) - Number(a.pinned) ||
      Number(b.state !== null) - Number(a.state !== null) ||
      b.salience - a.salience,
  );

/** A memory in whole days, as it is in the log or as a plan imagines it. */
export type DayMemory = {
  readonly trace: Trace;
  readonly lastDay: number;
  /** The day from which it is due. */
  readonly dueDay: number;
};

/** A stored memory in whole days; what is being learned is due at once. */
export const inDays = (state: MemoryState): DayMemory => ({
  trace: {
    phase: state.phase,
    step: state.step,
    stability: state.stability,
    difficulty: state.difficulty,
    reps: state.reps,
    lapses: state.lapses,
  },
  lastDay: state.lastDay,
  dueDay: state.phase === 'review' ? state.lastDay + state.scheduledDays : state.lastDay,
});

/**
 * The chance of recall on a day if nothing is asked before. `doubt` is how far the learner's memory may be from
 * what FSRS takes it for: the logarithm of the factor on stability.
 */
export const recallOn = (day: number, memory: DayMemory, weights: Aim['weights'], doubt = 0): number =>
  recallAfter(Math.max(0, day - memory.lastDay), memory.trace.stability * Math.exp(doubt), weights);
