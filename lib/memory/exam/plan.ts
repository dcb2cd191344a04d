/** The plan for an exam: what to learn when, what to leave out, and what will be recalled on the day. */
import type { Aim } from '../fsrs';
import { shareOfDay, type DoneToday, type Places } from './day-share';
import { byPriority, inDays, recallOn, type DayMemory, type Exam, type ExamFact } from './exam';
import { doubtAt, meanDoubt, type Habits } from './habits';
import { predict, type Prediction } from './prediction';
import { drawn, even, rehearse, type DayLoad, type Setting } from './rehearsal';

/** A day's work by the ids of its facts, each list in the order of asking. */
export type Share = {
  readonly due: readonly string[];
  readonly fresh: readonly string[];
  readonly last: readonly string[];
};

export type PlanQuestion = {
  readonly exam: Exam;
  readonly facts: readonly ExamFact[];
  readonly today: number;
  readonly habits: Habits;
  readonly aim: Aim;
  /** The share of study days on which the learner comes, 0..1. */
  readonly attendance: number;
  /** Numbers in [0, 1); the same ones give the same plan. */
  readonly random: () => number;
  /** What is left of today's work, where that is settled. */
  readonly settled?: { readonly share: Share; readonly dropped: readonly string[] } | undefined;
  readonly done?: DoneToday | undefined;
};

export type ExamPlan = {
  readonly share: Share;
  /** In the order of priority. */
  readonly kept: readonly string[];
  /** Facts for which the time is too short, the first to come back first. */
  readonly dropped: readonly string[];
  /** From today to the day before the exam, if the learner comes every day. */
  readonly days: readonly DayLoad[];
  /** Of the facts kept, and of all; `null` where there are none. */
  readonly predicted: Prediction | null;
  readonly predictedAll: Prediction | null;
};

/** Facts over all rehearsals: fewer facts differ more by chance and are rehearsed more often. */
const REHEARSED_FACTS = 5000;
const FEWEST_REHEARSALS = 8;
const MOST_REHEARSALS = 40;

/** Of the facts kept so many may be overdue on the day. */
const OVERDUE_AT_MOST = 0.05;

/** What to learn, what to leave out, and what of it today. */
type Choice = {
  readonly kept: readonly ExamFact[];
  readonly memories: readonly (DayMemory | null)[];
  readonly dropped: readonly ExamFact[];
  readonly share: Places;
};

/**
 * Facts are dropped, the lowest priority first, until all that are kept can be begun and nearly all reviews fit in
 * the time, if the learner comes every day.
 */
const choose = function* (question: PlanQuestion): Generator<void, Choice, void> {
  const { exam, today, habits, aim, settled, done } = question;
  const facts = byPriority(question.facts);
  const memories = facts.map(({ state }) => (state === null ? null : inDays(state)));
  if (settled !== undefined) {
    const dropped = new Set(settled.dropped);
    const kept = facts.filter(({ id }) => !dropped.has(id));
    return {
      kept,
      memories: memories.filter((_, place) => !dropped.has(facts[place]?.id ?? '')),
      dropped: facts.filter(({ id }) => dropped.has(id)),
      share: placesOf(settled.share, kept),
    };
  }
  const setting: Setting = { exam, today, habits, aim, attendance: 1, done };
  const doubt = meanDoubt(habits.doubts);
  const fits = function* (count: number): Generator<void, boolean, void> {
    const { memories: end } = yield* rehearse(memories.slice(0, count), setting, even(), doubt);
    const overdue = end.filter((memory) => memory !== null && memory.dueDay < exam.day).length;
    return end.every((memory) => memory !== null) && overdue <= OVERDUE_AT_MOST * count;
  };
  let fit = facts.length;
  if (today < exam.day) {
    fit = 0;
    let tooMany = facts.length + 1;
    // All of them first: mostly they fit.
    for (let count = facts.length; tooMany - fit > 1; count = Math.floor((fit + tooMany) / 2)) {
      if (yield* fits(count)) fit = count;
      else tooMany = count;
    }
  }
  const kept = memories.slice(0, fit);
  return {
    kept: facts.slice(0, fit),
    memories: kept,
    dropped: facts.slice(fit),
    share: shareOfDay({ memories: kept, today, exam, habits, aim, done }),
  };
};

/** Today's work alone, without what will come of it. */
export const shareOfPlan = (question: PlanQuestion): Share => {
  const { share, kept } = finish(choose(question));
  return idsOf(share, kept);
};

/** Plans, one imagined day at each step, so that who asks can do other work in between; returns the plan. */
export const planSteps = function* (question: PlanQuestion): Generator<void, ExamPlan, void> {
  const { exam, today, habits, aim, attendance, random, done } = question;
  const { kept, memories, dropped, share } = yield* choose(question);
  const setting: Setting = { exam, today, habits, aim, attendance, share, done };
  const everyDay = { ...setting, attendance: 1 };
  const { days } = yield* rehearse(memories, everyDay, even(), meanDoubt(habits.doubts));
  const enough = Math.round(REHEARSED_FACTS / Math.max(1, kept.length));
  const times = Math.min(MOST_REHEARSALS, Math.max(FEWEST_REHEARSALS, enough));
  const ofKept: (readonly number[])[] = [];
  const ofAll: (readonly number[])[] = [];
  for (let time = 0; time < times; time++) {
    // Each rehearsal stands for an equal part of what the learner's memory may be like.
    const doubt = doubtAt(habits.doubts, (time + 0.5) / times);
    const { recalls } = yield* rehearse(memories, setting, drawn(random), doubt);
    ofKept.push(recalls);
    const untouched = dropped.map(({ state }) =>
      state === null ? 0 : recallOn(exam.day, inDays(state), aim.weights, doubt),
    );
    ofAll.push([...recalls, ...untouched]);
  }
  return {
    share: idsOf(share, kept),
    kept: kept.map(({ id }) => id),
    dropped: dropped.map(({ id }) => id),
    days,
    predicted: predict(ofKept),
    predictedAll: predict(ofAll),
  };
};

const finish = <Result>(steps: Generator<void, Result, void>): Result => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};

/** The plan at once. */
export const planExam = (question: PlanQuestion): ExamPlan => finish(planSteps(question));

const idsOf = (share: Places, facts: readonly ExamFact[]): Share => {
  const ids = (places: readonly number[]) => places.flatMap((place) => facts[place]?.id ?? []);
  return { due: ids(share.due), fresh: ids(share.fresh), last: ids(share.last) };
};

const placesOf = (share: Share, facts: readonly ExamFact[]): Places => {
  const placeOf = new Map(facts.map(({ id }, place) => [id, place]));
  const places = (which: readonly string[]) => which.flatMap((id) => placeOf.get(id) ?? []);
  return { due: places(share.due), fresh: places(share.fresh), last: places(share.last) };
};
