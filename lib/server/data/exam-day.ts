import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { dayOf, dayStartsAt } from '@/lib/memory/days';
import { secondsToReview, secondsToStart } from '@/lib/memory/exam/day-share';
import { secondsOn, type ExamFact } from '@/lib/memory/exam/exam';
import { habitsOf, type Habits } from '@/lib/memory/exam/habits';
import { planSteps, type ExamPlan, type PlanQuestion, type Share } from '@/lib/memory/exam/plan';
import { digestOf, idsOfShare, summaryOf, type Kept, type Summary } from '@/lib/memory/exam/summary';
import { replaySteps, standingReviews, type LoggedReview } from '@/lib/memory/log';
import { seededRandom } from '@/lib/questions/seeded-random';
import { db } from '@/lib/server/db';
import { studyFacts } from '@/lib/server/data/due';
import { examOf, keepPlan, type StoredExam } from '@/lib/server/data/exam-plans';
import { MEMORY_COLUMNS, toMemory } from '@/lib/server/data/memories';
import { LOG_COLUMNS, toLogged } from '@/lib/server/data/reviews-log';
import type { User } from '@/lib/server/user';

/** More facts than these, the least salient ones, no plan weighs. */
export const MOST_PLANNED = 3000;

/** Facts whose lives tell the learner's habits. */
const STUDIED_LIVES = 300;

/** Milliseconds of planning after which others have their turn. */
const TURN_MS = 10;

/** An exam with its plan of today. */
export type ExamDay = {
  readonly exam: StoredExam;
  readonly today: number;
  readonly kept: Kept;
  readonly facts: readonly ExamFact[];
  /** What of today's work is done. */
  readonly done: ReadonlySet<string>;
  readonly attendance: number;
};

/**
 * An exam as it stands now. On the first look of a day it is planned anew and what became of the last plan is noted;
 * later that day its work stands, and only what will come of it is reckoned again when some of it was done. After a
 * change of the exam or its facts the rest of the day is planned anew too. `foresee`: whether the prediction must be
 * up to date, which the study queue does not need.
 * @throws Refusal NOT_FOUND
 */
export const examDay = async (user: User, examId: string, now: Date, foresee = true): Promise<ExamDay> => {
  const exam = await examOf(user, examId);
  const today = dayOf(now, user.learner);
  const [facts, attendance] = await Promise.all([factsOf(user, exam), attendanceOf(user, exam, today)]);
  const { kept } = exam;
  const sameDay = kept !== null && kept.latest.day === today;
  const done = sameDay ? doneToday(kept.latest, facts, today) : new Set<string>();
  const settled = sameDay && !kept.stale && kept.latest.facts === facts.length;
  const fresh = settled && (!foresee || kept.latest.done === done.size);
  // What is over is told as it was: nothing of it is planned any more.
  if (fresh || (kept !== null && today > exam.day)) return { exam, today, kept, facts, done, attendance };

  const habits = await userHabits(user);
  const doneShare = sameDay ? sharePart(kept.latest.share, (id) => done.has(id)) : EMPTY;
  const plan = await planInTurns({
    exam,
    facts,
    today,
    habits,
    aim: user.learner,
    attendance,
    // The same facts and answers give the same figures, day after day.
    random: seededRandom(exam.id),
    done: { seconds: secondsOf(doneShare, habits), fresh: doneShare.fresh.length },
    settled: settled
      ? { share: sharePart(kept.latest.share, (id) => !done.has(id)), dropped: kept.latest.dropped }
      : undefined,
  });
  const latest = summaryOf(plan, today, facts.length, doneShare);
  const next: Kept = { latest, before: await beforeOf(user, kept, today), stale: false };
  await keepPlan(user, exam, next);
  return { exam, today, kept: next, facts, done, attendance };
};

const EMPTY: Summary['share'] = { due: [], fresh: [], last: [] };

const sharePart = (share: Share, keep: (id: string) => boolean): Summary['share'] => ({
  due: share.due.filter(keep),
  fresh: share.fresh.filter(keep),
  last: share.last.filter(keep),
});

const secondsOf = ({ due, fresh, last }: Share, habits: Habits): number =>
  fresh.length * secondsToStart(habits) + (due.length + last.length) * secondsToReview(habits, 0.9);

const planInTurns = async (question: PlanQuestion): Promise<ExamPlan> => {
  const steps = planSteps(question);
  let turn = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - turn < TURN_MS) continue;
    await setImmediate();
    turn = performance.now();
  }
};

/** The last day that was planned before today, with what was done of it. */
const beforeOf = async (user: User, kept: Kept | null, today: number): Promise<Kept['before']> => {
  if (kept === null) return null;
  if (kept.latest.day === today) return kept.before;
  return digestOf(kept.latest, await doneOn(user, kept.latest));
};

const factsOf = async (user: User, { deckIds, pinned }: StoredExam): Promise<ExamFact[]> => {
  const wanted = new Set(pinned);
  const rows = await (
    await db()
  ).fact.findMany({
    where: { ...studyFacts(user), deckId: { in: [...deckIds] } },
    orderBy: [{ salience: 'desc' }, { position: 'asc' }, { id: 'asc' }],
    take: MOST_PLANNED,
    select: {
      id: true,
      salience: true,
      memories: { where: { userId: user.id }, select: MEMORY_COLUMNS },
    },
  });
  return rows.map(({ id, salience, memories: [memory] }) => ({
    id,
    salience,
    pinned: wanted.has(id),
    state: memory === undefined ? null : toMemory(memory),
  }));
};

/** A fact is done for today when it was answered today and is through its steps. */
const doneToday = ({ share }: Summary, facts: readonly ExamFact[], today: number): Set<string> => {
  const stateOf = new Map(facts.map(({ id, state }) => [id, state]));
  const isDone = (id: string): boolean => {
    const state = stateOf.get(id);
    return state?.phase === 'review' && state.lastDay === today;
  };
  return new Set(idsOfShare(share).filter(isDone));
};

/** How much of a past day's work was answered on that day, by the log. */
const doneOn = async (user: User, { day, share }: Summary): Promise<number> => {
  const rows = await (
    await db()
  ).review.findMany({
    where: {
      userId: user.id,
      factId: { in: idsOfShare(share) },
      at: { gte: dayStartsAt(day, user.learner) },
    },
    select: LOG_COLUMNS,
  });
  const standing = standingReviews(rows.map((row) => toLogged(user, row)));
  return new Set(standing.filter(({ at }) => dayOf(at, user.learner) === day).map(({ factId }) => factId))
    .size;
};

/** Habits from the lives of the facts that came last: how often they were right has no say in which these are. */
const userHabits = async (user: User): Promise<Habits> => {
  const database = await db();
  const met = await database.memory.findMany({
    where: { userId: user.id },
    orderBy: { factId: 'desc' },
    take: STUDIED_LIVES,
    select: { factId: true },
  });
  const rows = await database.review.findMany({
    where: { userId: user.id, factId: { in: met.map(({ factId }) => factId) } },
    select: LOG_COLUMNS,
  });
  const lives = new Map<string, LoggedReview[]>(met.map(({ factId }) => [factId, []]));
  for (const row of rows) lives.get(row.factId)?.push(toLogged(user, row));
  return habitsOf([...lives.values()].map(replaySteps), user.learner);
};

/** Days out of ten on which a person comes, before their own days say more. */
const USUAL = { came: 9, of: 10 };

/** The share of the plan's study days so far on which they studied these decks. */
const attendanceOf = async (user: User, exam: StoredExam, today: number): Promise<number> => {
  const rows = await (
    await db()
  ).studyHour.findMany({
    where: {
      userId: user.id,
      deckId: { in: [...exam.deckIds] },
      day: { gte: exam.startDay, lt: Math.min(today, exam.day) },
      answers: { gt: 0 },
    },
    distinct: ['day'],
    select: { day: true },
  });
  const came = rows.filter(({ day }) => secondsOn(day, exam) > 0).length;
  let planned = 0;
  for (let day = exam.startDay; day < Math.min(today, exam.day); day++) {
    if (secondsOn(day, exam) > 0) planned += 1;
  }
  return (USUAL.came + came) / (USUAL.of + planned);
};

/** A fact as the plan's page shows it. */
export type ShownFact = { readonly id: string; readonly statement: string; readonly deckTitle: string };

/** Facts of theirs with their sentences, in the order of `ids`; others are left out. */
export const factSentences = async (user: User, ids: readonly string[]): Promise<ShownFact[]> => {
  const rows = await (
    await db()
  ).fact.findMany({
    where: { id: { in: [...ids] }, deck: { userId: user.id } },
    select: { id: true, statement: true, deck: { select: { title: true } } },
  });
  const factOf = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const fact = factOf.get(id);
    return fact === undefined ? [] : { id, statement: fact.statement, deckTitle: fact.deck.title };
  });
};
