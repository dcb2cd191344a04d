import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeWords, workWords } from '@/components/exam/plan-words';
import { secondsToStart, shareOfDay } from '@/lib/memory/exam/day-share';
import {
  byPriority,
  lastPassFrom,
  recallOn,
  type DayMemory,
  type Exam,
  type ExamFact,
} from '@/lib/memory/exam/exam';
import { doubtAt, habitsOf, meanDoubt } from '@/lib/memory/exam/habits';
import { planExam, type PlanQuestion } from '@/lib/memory/exam/plan';
import { predict } from '@/lib/memory/exam/prediction';
import { drawn, even } from '@/lib/memory/exam/rehearsal';
import { changeSince, digestOf, summaryOf } from '@/lib/memory/exam/summary';
import { replaySteps, type LoggedReview } from '@/lib/memory/log';
import type { Learner, MemoryState, Rating } from '@/lib/model';
import { seededRandom } from '@/lib/questions/seeded-random';

const TODAY = 20_000;
const DAY = 86_400_000;
const learner: Learner = { zone: 'UTC', dayStart: 4, retention: 0.9 };
const habits = habitsOf([], learner);

const everyDay = (minutes: number) => Array.from({ length: 7 }, () => minutes);
const examIn = (days: number, minutes: number): Exam => ({
  day: TODAY + days,
  startDay: TODAY,
  minutes: everyDay(minutes),
});

const known = (stability: number, daysAgo: number): MemoryState => ({
  phase: 'review',
  step: 0,
  stability,
  difficulty: 5,
  due: new Date((TODAY - daysAgo + Math.round(stability)) * DAY),
  lastReview: new Date((TODAY - daysAgo) * DAY),
  lastDay: TODAY - daysAgo,
  scheduledDays: Math.max(1, Math.round(stability)),
  reps: 3,
  lapses: 0,
});

const unseen = (count: number): ExamFact[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `f${index}`,
    salience: 1 - index / count,
    pinned: false,
    state: null,
  }));

const question = (exam: Exam, facts: readonly ExamFact[]): PlanQuestion => ({
  exam,
  facts,
  today: TODAY,
  habits,
  aim: learner,
  attendance: 0.9,
  random: seededRandom('plan'),
});

test('with time enough all is learned evenly before the last pass, and nothing is dropped', () => {
  const plan = planExam(question(examIn(30, 30), unseen(50)));
  expect(plan.dropped).toEqual([]);
  expect(plan.days).toHaveLength(30);
  expect(plan.days.reduce((sum, { fresh }) => sum + fresh, 0)).toBe(50);
  const from = lastPassFrom(examIn(30, 30));
  expect(from).toBe(TODAY + 25);
  for (const { day, fresh, last, seconds } of plan.days) {
    expect(fresh).toBeLessThanOrEqual(2);
    if (day >= from) expect(fresh).toBe(0);
    else expect(last).toBe(0);
    expect(seconds).toBeLessThan(30 * 60);
  }
  // The load of the last pass is spread.
  const looks = plan.days.filter(({ day }) => day >= from).map(({ last }) => last);
  expect(Math.max(...looks) - Math.min(...looks)).toBeLessThanOrEqual(3);
  expect(plan.predicted?.mean).toBeGreaterThan(0.9);
});

test('where time is short the least salient go first, but none that is wanted and none begun before one that is not', () => {
  const facts = unseen(60);
  const { dropped, predicted, predictedAll } = planExam(question(examIn(10, 5), facts));
  expect(dropped.length).toBeGreaterThan(10);
  expect(dropped).toEqual(facts.slice(-dropped.length).map(({ id }) => id));
  expect(predictedAll?.mean).toBeLessThan(predicted?.mean ?? 0);
  const changed = facts.map((fact, index) => ({
    ...fact,
    pinned: index === 59,
    state: index === 58 ? known(3, 1) : null,
  }));
  const again = planExam(question(examIn(10, 5), changed));
  expect(again.dropped).not.toContain('f59');
  expect(again.dropped).not.toContain('f58');
  expect(
    byPriority(changed)
      .slice(0, 2)
      .map(({ id }) => id),
  ).toEqual(['f59', 'f58']);
});

test('more minutes never drop more, and the same question has the same answer', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 12 }), (count, days) => {
      const droppedAt = (minutes: number) =>
        planExam(question(examIn(days, minutes), unseen(count))).dropped.length;
      const drops = [0, 2, 6, 20, 120].map(droppedAt);
      expect(drops).toEqual([...drops].sort((a, b) => b - a));
      expect(drops[0]).toBe(count);
      expect(drops.at(-1)).toBe(0);
      expect(planExam(question(examIn(days, 6), unseen(count)))).toEqual(
        planExam(question(examIn(days, 6), unseen(count))),
      );
    }),
    { numRuns: 15 },
  );
});

test('on a day without minutes nothing is asked, and no day holds more than its minutes', () => {
  const exam = { ...examIn(14, 10), minutes: [10, 0, 3, 10, 0, 25, 10] };
  const plan = planExam(question(exam, unseen(30)));
  for (const { day, due, fresh, last } of plan.days) {
    const minutes = exam.minutes[(new Date(day * DAY).getUTCDay() + 6) % 7] ?? 0;
    const least = fresh * secondsToStart(habits) + (due + last) * habits.secondsKnown;
    expect(least).toBeLessThanOrEqual(minutes * 60);
  }
  expect(plan.days.filter(({ seconds }) => seconds > 0).length).toBeGreaterThan(8);
});

test('the last pass takes the facts that would be recalled worst, each once, and none that is due anyway', () => {
  const exam: Exam = { day: TODAY + 2, startDay: TODAY - 28, minutes: everyDay(10) };
  const memory = (stability: number, daysAgo: number): DayMemory => ({
    trace: { phase: 'review', step: 0, stability, difficulty: 5, reps: 3, lapses: 0 },
    lastDay: TODAY - daysAgo,
    dueDay: TODAY - daysAgo + stability,
  });
  const memories = [
    memory(30, 20),
    memory(30, 28),
    memory(900, 10),
    memory(5, 4),
    memory(4, 1),
    memory(30, 2),
  ];
  const { due, fresh, last } = shareOfDay({ memories, today: TODAY, exam, habits, aim: learner });
  expect({ due, fresh }).toEqual({ due: [], fresh: [] });
  // The third is sure, the fourth falls due tomorrow, the last two had their look within the pass.
  expect(last[0]).toBe(1);
  expect(last.every((place) => [0, 1].includes(place))).toBe(true);
  const tomorrow = shareOfDay({
    memories: memories.map((each, place) => (last.includes(place) ? memory(60, 0) : each)),
    today: TODAY + 1,
    exam,
    habits,
    aim: learner,
  });
  expect(tomorrow.due).toEqual([3]);
  expect([...last, ...tomorrow.last].sort()).toEqual([0, 1]);
});

test('chance that is spread evenly happens as often as it should, at every point', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (chance) => {
      const { recall } = even();
      let right = 0;
      for (let asked = 1; asked <= 200; asked++) {
        right += Number(recall(chance));
        expect(Math.abs(right - asked * chance)).toBeLessThanOrEqual(1);
      }
    }),
  );
  const { step } = drawn(() => 0.5);
  expect([step(0.6), step(0.4)]).toEqual([true, false]);
});

test('a prediction holds the luck of the day and the spread of the model', () => {
  const certain = predict([Array.from({ length: 100 }, () => 0.9)]);
  expect(certain?.mean).toBeCloseTo(0.9, 9);
  // A binomial share of a hundred at 0.9 has a standard deviation of 0.03.
  expect(certain?.low).toBeCloseTo(0.84, 1);
  expect(certain?.high).toBeCloseTo(0.94, 1);
  const unsure = predict([0.8, 0.9, 1].map((share) => Array.from({ length: 100 }, () => share)));
  expect(unsure?.mean).toBeCloseTo(0.9, 9);
  expect((unsure?.high ?? 0) - (unsure?.low ?? 0)).toBeGreaterThan(0.15);
  expect(predict([[], []])).toBeNull();
});

const lifeOf = (id: string, answers: readonly (readonly [Rating, number])[]) => {
  const rows: LoggedReview[] = answers.map(([rating, day], index) => ({
    id: `${id}-${index}`,
    factId: id,
    at: new Date((TODAY + day) * DAY + DAY / 2 + index * 600_000),
    rating,
    mode: 'study',
    elapsedMs: 4000,
    undoes: null,
    corrects: null,
    learner,
  }));
  return replaySteps(rows);
};

test('who forgets more than the model says is taken to, and who recalls more too', () => {
  const lives = (last: Rating) =>
    Array.from({ length: 40 }, (_, index) =>
      lifeOf(`f${index}`, [
        ['good', 0],
        ['good', 0],
        [last, 6],
      ]),
    );
  const [bad, none, good] = [lives('again'), [], lives('good')].map((each) => habitsOf(each, learner));
  expect(meanDoubt(none?.doubts ?? [])).toBeCloseTo(0, 9);
  expect(meanDoubt(bad?.doubts ?? [])).toBeLessThan(-0.9);
  expect(meanDoubt(good?.doubts ?? [])).toBeGreaterThan(0.2);
  expect(good?.secondsKnown).toBe(4);
  expect(none?.secondsKnown).toBe(9);
  const doubts = none?.doubts ?? [];
  expect(doubts.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 9);
  expect(doubtAt(doubts, 0.5)).toBeCloseTo(0, 9);
  expect(doubtAt(doubts, 0.05)).toBeCloseTo(-doubtAt(doubts, 0.95), 9);
  expect(doubtAt(doubts, 0.95)).toBeCloseTo(0.5 * 1.645, 0);
  const memory = { trace: known(10, 5), lastDay: TODAY, dueDay: TODAY + 10 };
  expect(recallOn(TODAY + 10, memory, undefined, -0.5)).toBeLessThan(0.9);
});

test('what changed since the last plan is told in words', () => {
  const first = planExam(question(examIn(10, 30), unseen(20)));
  const before = digestOf(summaryOf(first, TODAY, 20, { due: [], fresh: [], last: [] }), 1);
  const planned = first.share.fresh.length;
  const facts = unseen(24);
  const second = planExam({ ...question(examIn(10, 3), facts), today: TODAY + 2 });
  const now = summaryOf(second, TODAY + 2, facts.length, { due: [], fresh: [], last: [] });
  const change = changeSince(before, now);
  expect(change).toMatchObject({ planned, done: 1, away: 1, added: 4, removed: 0, backIn: 0 });
  expect(change.dropped).toBe(second.dropped.length);
  expect(changeWords({ ...change, dropped: 4, predictedBefore: 0.88, predictedNow: 0.86 })).toEqual([
    `You did 1 of ${planned} on Friday 4 October.`,
    'You did not open the plan for 1 day after that.',
    '4 facts came into the decks.',
    '4 facts dropped: the time is too short for them.',
    'Predicted recall is 86 % instead of 88 %.',
  ]);
  const same = {
    ...change,
    done: planned,
    away: 0,
    added: 0,
    dropped: 0,
    predictedBefore: 0.9,
    predictedNow: 0.9,
  };
  expect(changeWords(same)).toEqual([
    `You did all ${planned} on Friday 4 October.`,
    'Predicted recall stays at 90 %.',
  ]);
  expect(changeWords({ ...same, planned: 0, done: 0, backIn: 1, removed: 1 }).slice(0, 3)).toEqual([
    'Nothing was planned on Friday 4 October.',
    '1 fact left the decks.',
    '1 fact taken back in: there is time again.',
  ]);
  expect(workWords({ due: 1, fresh: 2, last: 0 })).toBe('1 review and 2 new facts');
  expect(workWords({ due: 0, fresh: 0, last: 0 })).toBe('nothing');
});
