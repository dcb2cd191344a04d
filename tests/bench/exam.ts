/**
 * `npm run bench:exam`: how well a plan for an exam predicts, over 200 made-up learners of each kind, and how long
 * it takes to make one. The learners forget by FSRS with noise of their own, and miss days.
 */
import { default_w } from 'ts-fsrs';
import { habitsOf } from '@/lib/memory/exam/habits';
import { planExam } from '@/lib/memory/exam/plan';
import type { Learner } from '@/lib/model';
import { seededRandom } from '@/lib/questions/seeded-random';
import { live, type Outcome, type Person } from '../unit/memory/exam/synthetic';

const RUNS = 200;

type World = {
  readonly name: string;
  readonly person: Omit<Person, 'seed'>;
  readonly asked: readonly number[];
};

const base = { facts: 40, days: 14, minutes: 10, ownSpread: 0.3, factSpread: 0.3, misses: 0.15 };
const asked = [0, 7, 13];
const steepTail = default_w.map((weight, index) => (index === 20 ? 0.5 : weight));

const WORLDS: readonly World[] = [
  { name: 'some noise, 15 % of days missed', person: base, asked },
  { name: 'no noise, no day missed', person: { ...base, ownSpread: 0, factSpread: 0, misses: 0 }, asked },
  {
    name: 'much noise, 30 % of days missed',
    person: { ...base, ownSpread: 0.6, factSpread: 0.6, misses: 0.3 },
    asked,
  },
  { name: 'forgets by another curve (w20 0.5)', person: { ...base, truth: steepTail }, asked },
  { name: 'too little time (4 min for 60 facts)', person: { ...base, facts: 60, minutes: 4 }, asked },
];

const mean = (outcomes: readonly Outcome[], of: (outcome: Outcome) => number): number =>
  outcomes.reduce((sum, outcome) => sum + of(outcome), 0) / outcomes.length;
const points = (share: number): string => (share * 100).toFixed(1);

console.log(
  '| learners | days ahead | predicted | actual | mean distance | in the interval | its width | kept |',
);
console.log('|---|---|---|---|---|---|---|---|');
for (const { name, person, asked: days } of WORLDS) {
  const outcomes = Array.from({ length: RUNS }, (_, run) =>
    live({ ...person, seed: `${name} ${run}` }, days),
  ).flat();
  for (const day of days) {
    const then = outcomes.filter((outcome) => outcome.day === day);
    const row = [
      name,
      String(person.days - day),
      points(mean(then, (each) => each.predicted)),
      points(mean(then, (each) => each.actual)),
      points(mean(then, (each) => Math.abs(each.predicted - each.actual))),
      `${points(mean(then, ({ low, actual, high }) => Number(low <= actual && actual <= high)))} %`,
      points(mean(then, ({ low, high }) => high - low)),
      mean(then, ({ kept }) => kept).toFixed(1),
    ];
    console.log(`| ${row.join(' | ')} |`);
  }
}

const learner: Learner = { zone: 'UTC', dayStart: 4, retention: 0.9 };
for (const [facts, days, minutes] of [
  [100, 30, 20],
  [500, 60, 30],
  [2000, 90, 60],
] as const) {
  const times = [1, 2, 3].map(() => {
    const begun = performance.now();
    planExam({
      exam: { day: 20_000 + days, startDay: 20_000, minutes: Array.from({ length: 7 }, () => minutes) },
      facts: Array.from({ length: facts }, (_, index) => ({
        id: String(index),
        salience: 1 - index / facts,
        pinned: false,
        state: null,
      })),
      today: 20_000,
      habits: habitsOf([], learner),
      aim: learner,
      attendance: 0.9,
      random: seededRandom('bench'),
    });
    return performance.now() - begun;
  });
  console.log(
    `planning ${facts} facts over ${days} days: ${times.map((time) => time.toFixed(0)).join(', ')} ms`,
  );
}
