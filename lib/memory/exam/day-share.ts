/** What to do on one day of a plan: the one rule that both the study queue and the rehearsal of a plan go by. */
import type { Aim } from '../fsrs';
import { lastPassFrom, recallOn, secondsOn, type DayMemory, type Exam } from './exam';
import type { Habits } from './habits';

/** A day's work as places in the list of facts that it was made from, each list in the order of asking. */
export type Places = {
  readonly due: readonly number[];
  readonly fresh: readonly number[];
  /** Reviewed once more before the exam, though not due. */
  readonly last: readonly number[];
};

/** What was done of a day before the rest of it is planned. */
export type DoneToday = { readonly seconds: number; readonly fresh: number };

export type DayQuestion = {
  /** The memories of the facts kept, in the order of priority; `null`: never seen. */
  readonly memories: readonly (DayMemory | null)[];
  readonly today: number;
  readonly exam: Exam;
  readonly habits: Habits;
  readonly aim: Aim;
  readonly done?: DoneToday | undefined;
};

/** Above this chance of recall on the day a last look is not worth the time. */
const SURE = 0.97;

/** The time that meeting a fact takes: two answers where both are right, and those that a miss adds. */
export const secondsToStart = ({ secondsNew, firstRight, stepRight }: Habits): number =>
  secondsNew * (2 + (1 - firstRight) + 3 * (1 - stepRight));

/** The time that a review takes at a chance of recall: an answer and, where it is wrong, the way back. */
export const secondsToReview = ({ secondsNew, secondsKnown }: Habits, recall: number): number =>
  secondsKnown + (1 - recall) * 1.2 * secondsNew;

const studyDays = (from: number, to: number, exam: Exam): number => {
  let days = 0;
  for (let day = from; day < to; day++) if (secondsOn(day, exam) > 0) days += 1;
  return days;
};

/**
 * The share of today: what is due, the likeliest forgotten first; then facts never seen, spread evenly over the
 * days that are left before the last pass; then, in the last days, the facts that would be recalled worst on the
 * day of the exam, spread by the time that each day has left. Never more than the day's minutes hold. Where
 * something never seen is left over when the last pass begins, it takes what time is left after it.
 */
export const shareOfDay = ({ memories, today, exam, habits, aim, done }: DayQuestion): Places => {
  let free = secondsOn(today, exam) - (done?.seconds ?? 0);
  if (today >= exam.day || free <= 0) return { due: [], fresh: [], last: [] };
  const take = (places: readonly number[], cost: (place: number) => number): number[] => {
    const taken: number[] = [];
    for (const place of places) {
      const seconds = cost(place);
      if (seconds > free) break;
      free -= seconds;
      taken.push(place);
    }
    return taken;
  };

  const due: { place: number; recall: number }[] = [];
  const unseen: number[] = [];
  for (const [place, memory] of memories.entries()) {
    if (memory === null) unseen.push(place);
    else if (memory.dueDay <= today) due.push({ place, recall: recallOn(today, memory, aim.weights) });
  }
  due.sort((a, b) => a.recall - b.recall);
  const recallOf = new Map(due.map(({ place, recall }) => [place, recall]));
  const reviewed = take([...recallOf.keys()], (place) =>
    secondsToReview(habits, recallOf.get(place) ?? aim.retention),
  );

  const lastFrom = lastPassFrom(exam);
  const start = (places: readonly number[]) => take(places, () => secondsToStart(habits));
  // On the very last day there is no other left for what is new.
  const learnUntil = Math.max(lastFrom, Math.min(exam.day, exam.startDay + 1));
  if (today < learnUntil) {
    const days = Math.max(1, studyDays(today, learnUntil, exam));
    const begun = done?.fresh ?? 0;
    const quota = Math.max(0, Math.ceil((unseen.length + begun) / days) - begun);
    const fresh = start(unseen.slice(0, quota));
    return { due: reviewed, fresh, last: today < lastFrom ? [] : lastPass() };
  }
  const last = lastPass();
  return { due: reviewed, fresh: start(unseen), last };

  function lastPass(): number[] {
    const weak: { place: number; recall: number }[] = [];
    const later = new Map<number, number>();
    for (const [place, memory] of memories.entries()) {
      if (memory === null || memory.dueDay <= today) continue;
      if (memory.dueDay < exam.day) {
        later.set(memory.dueDay, (later.get(memory.dueDay) ?? 0) + secondsToReview(habits, aim.retention));
      } else if (memory.lastDay < lastFrom) {
        const recall = recallOn(exam.day, memory, aim.weights);
        if (recall < SURE) weak.push({ place, recall });
      }
    }
    weak.sort((a, b) => a.recall - b.recall);
    let room = 0;
    for (let day = today + 1; day < exam.day; day++) {
      room += Math.max(0, secondsOn(day, exam) - (later.get(day) ?? 0));
    }
    const part = free <= 0 ? 0 : Math.ceil((weak.length * free) / (free + room));
    const recalls = new Map(weak.slice(0, part).map(({ place, recall }) => [place, recall]));
    return take([...recalls.keys()], (place) => secondsToReview(habits, recalls.get(place) ?? SURE));
  }
};
