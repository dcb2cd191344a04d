/** A plan played through from today to the exam, with imagined answers. */
import type { Rating } from '@/lib/model';
import { gradeTrace, type Aim, type Trace } from '../fsrs';
import { shareOfDay, type DoneToday, type Places } from './day-share';
import { recallOn, secondsOn, type DayMemory, type Exam } from './exam';
import type { Habits } from './habits';

/** Whether something of this chance happens: each kind of answer is asked for on its own. */
export type Chances = Readonly<Record<'first' | 'step' | 'recall' | 'attends', (chance: number) => boolean>>;

/** Chances from a source of numbers in [0, 1). */
export const drawn = (random: () => number): Chances => {
  const draw = (chance: number): boolean => random() < chance;
  return { first: draw, step: draw, recall: draw, attends: draw };
};

/**
 * Chances without chance: of many that have the same likelihood, that share happens, evenly spread. What should
 * happen on average then happens, and the same plan always comes out the same.
 */
export const even = (): Chances => {
  const spread = () => {
    let missed = 0.5;
    return (chance: number): boolean => {
      missed += 1 - chance;
      if (missed < 1) return true;
      missed -= 1;
      return false;
    };
  };
  return { first: spread(), step: spread(), recall: spread(), attends: spread() };
};

/** What one day of a plan holds; `seconds` as they are expected. */
export type DayLoad = {
  readonly day: number;
  readonly due: number;
  readonly fresh: number;
  readonly last: number;
  readonly seconds: number;
};

export type Setting = {
  readonly exam: Exam;
  readonly today: number;
  readonly habits: Habits;
  readonly aim: Aim;
  /** The share of study days on which the learner comes, 0..1; today they are here. */
  readonly attendance: number;
  /** Today's work where it is settled, as places in `memories`; what was done of it is left out. */
  readonly share?: Places | undefined;
  readonly done?: DoneToday | undefined;
};

export type Rehearsal = {
  /** The chance of recall on the day of the exam, fact by fact; 0 where it was never begun. */
  readonly recalls: readonly number[];
  readonly memories: readonly (DayMemory | null)[];
  readonly days: readonly DayLoad[];
};

/** After so many answers in one sitting a person leaves it. */
const MOST_ANSWERS = 8;

type Sat = { readonly memory: DayMemory; readonly answers: number };

/** One fact asked until it is through its steps. */
const sit = (
  before: DayMemory | null,
  today: number,
  { habits, aim, doubt }: { habits: Habits; aim: Aim; doubt: number },
  chances: Chances,
): Sat => {
  let trace: Trace | null = before?.trace ?? null;
  let elapsed = before === null ? 0 : Math.max(0, today - before.lastDay);
  for (let answers = 1; ; answers++) {
    let right: boolean;
    if (trace === null) right = chances.first(habits.firstRight);
    else if (before !== null && elapsed > 0) {
      right = chances.recall(recallOn(today, before, aim.weights, doubt));
    } else right = chances.step(habits.stepRight);
    const rating: Rating = right ? 'good' : 'again';
    const graded = gradeTrace(trace, rating, elapsed, aim);
    trace = graded.trace;
    elapsed = 0;
    const days = graded.wait.unit === 'days' ? graded.wait.length : 0;
    if (days > 0 || answers === MOST_ANSWERS) {
      return { memory: { trace, lastDay: today, dueDay: today + days }, answers };
    }
  }
};

/**
 * Plays `start` (memories in the order of priority) through to the exam by the rule of `shareOfDay`. Answers come
 * from the chance of recall under `doubt`, while the schedule believes FSRS, as it will. One day at each step.
 */
export const rehearse = function* (
  start: readonly (DayMemory | null)[],
  setting: Setting,
  chances: Chances,
  doubt: number,
): Generator<void, Rehearsal, void> {
  const { exam, today, habits, aim, attendance } = setting;
  const memories = [...start];
  const days: DayLoad[] = [];
  for (let day = today; day < exam.day; day++) {
    const comes = secondsOn(day, exam) > 0 && (day === today || chances.attends(attendance));
    if (!comes) {
      days.push({ day, due: 0, fresh: 0, last: 0, seconds: 0 });
      continue;
    }
    const first = day === today;
    const share =
      first && setting.share !== undefined
        ? setting.share
        : shareOfDay({ memories, today: day, exam, habits, aim, done: first ? setting.done : undefined });
    let seconds = 0;
    for (const place of [...share.due, ...share.fresh, ...share.last]) {
      const before = memories[place] ?? null;
      const { memory, answers } = sit(before, day, { habits, aim, doubt }, chances);
      memories[place] = memory;
      const known = before?.trace.phase === 'review';
      seconds += known
        ? habits.secondsKnown + (answers - 1) * habits.secondsNew
        : answers * habits.secondsNew;
    }
    days.push({
      day,
      due: share.due.length,
      fresh: share.fresh.length,
      last: share.last.length,
      seconds,
    });
    yield;
  }
  return {
    recalls: memories.map((memory) => (memory === null ? 0 : recallOn(exam.day, memory, aim.weights, doubt))),
    memories,
    days,
  };
};
