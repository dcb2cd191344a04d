/** A made-up learner who studies for an exam by the plan, day after day, and sits it. */
import { replaySteps, type LoggedReview } from '@/lib/memory/log';
import { recallOn, inDays, secondsOn, type Exam, type ExamFact } from '@/lib/memory/exam/exam';
import { habitsOf } from '@/lib/memory/exam/habits';
import { planExam, shareOfPlan, type ExamPlan, type PlanQuestion } from '@/lib/memory/exam/plan';
import { nextState } from '@/lib/memory/schedule';
import type { Learner, MemoryState, Rating } from '@/lib/model';
import { seededRandom } from '@/lib/questions/seeded-random';

export type Person = {
  readonly seed: string;
  readonly facts: number;
  readonly days: number;
  readonly minutes: number;
  /** Standard deviation of the log of the factor on all stabilities of this person, and on that of each fact. */
  readonly ownSpread: number;
  readonly factSpread: number;
  /** The chance that a day is missed. */
  readonly misses: number;
  /** The weights that the person's memory follows in truth; the plan never hears of them. */
  readonly truth?: readonly number[];
};

/** A prediction made on one day, and what came of it for the same facts. */
export type Outcome = {
  readonly day: number;
  readonly daysAhead: number;
  readonly predicted: number;
  readonly low: number;
  readonly high: number;
  /** The share recalled when each fact is asked once. */
  readonly actual: number;
  /** The mean of the true chances of recall: what `actual` would be without the luck of the day. */
  readonly expected: number;
  readonly kept: number;
};

const START = 20_000;
const DAY = 86_400_000;
const learner: Learner = { zone: 'UTC', dayStart: 4, retention: 0.9 };
const noon = (day: number): number => day * DAY + DAY / 2;

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Lives through a plan; predictions are taken on the days (from 0) of `asked`. */
export const live = (person: Person, asked: readonly number[]): Outcome[] => {
  const random = seededRandom(person.seed);
  const exam: Exam = {
    day: START + person.days,
    startDay: START,
    minutes: Array.from({ length: 7 }, () => person.minutes),
  };
  const own = normal(random) * person.ownSpread;
  const shifts = new Map<string, number>();
  const firstRight = 0.4 + 0.4 * random();
  let facts: ExamFact[] = Array.from({ length: person.facts }, (_, index) => {
    shifts.set(`f${index}`, own + normal(random) * person.factSpread);
    return { id: `f${index}`, salience: random(), pinned: false, state: null };
  });
  const logs = new Map<string, LoggedReview[]>();
  const attended: boolean[] = [];
  const taken: { day: number; plan: ExamPlan }[] = [];

  const chance = (fact: ExamFact, day: number): number => {
    if (fact.state === null) return 0;
    return recallOn(day, inDays(fact.state), person.truth, shifts.get(fact.id) ?? 0);
  };

  const ask = (fact: ExamFact, day: number): MemoryState => {
    let state = fact.state;
    const rows = logs.get(fact.id) ?? [];
    let right = state === null ? random() < firstRight : random() < chance(fact, day);
    for (let answer = 0; answer < 8; answer++) {
      const at = new Date(noon(day) + answer * 600_000);
      const rating: Rating = right ? 'good' : 'again';
      rows.push({
        id: `${fact.id}-${day}-${answer}`,
        factId: fact.id,
        at,
        rating,
        mode: 'study',
        elapsedMs: 1000 * (state?.phase === 'review' ? 6 + 5 * random() : 10 + 10 * random()),
        undoes: null,
        corrects: null,
        learner,
      });
      state = nextState(state, rating, at, learner);
      if (state.phase === 'review') break;
      right = random() < 0.85;
    }
    logs.set(fact.id, rows);
    if (state === null) throw new Error('no answer was given');
    return state;
  };

  for (let day = START; day < exam.day; day++) {
    const present = day === START || random() >= person.misses;
    const wanted = asked.includes(day - START);
    if (!present && !wanted) {
      attended.push(present);
      continue;
    }
    const question: PlanQuestion = {
      exam,
      facts,
      today: day,
      habits: habitsOf([...logs.values()].map(replaySteps), learner),
      aim: learner,
      attendance: (9 + attended.filter(Boolean).length) / (10 + attended.length),
      random: seededRandom(`${person.seed} ${day}`),
    };
    const plan = wanted ? planExam(question) : null;
    if (plan !== null) taken.push({ day, plan });
    const { due, fresh, last } = plan?.share ?? shareOfPlan(question);
    attended.push(present);
    if (!present || secondsOn(day, exam) === 0) continue;
    const share = new Set([...due, ...fresh, ...last]);
    facts = facts.map((fact) => (share.has(fact.id) ? { ...fact, state: ask(fact, day) } : fact));
  }

  const sat = new Map(facts.map((fact) => [fact.id, random() < chance(fact, exam.day)]));
  const chances = new Map(facts.map((fact) => [fact.id, chance(fact, exam.day)]));
  return taken.flatMap(({ day, plan }) => {
    if (plan.predicted === null) return [];
    const right = plan.kept.filter((id) => sat.get(id) === true).length;
    const expected = plan.kept.reduce((sum, id) => sum + (chances.get(id) ?? 0), 0);
    return {
      day: day - START,
      daysAhead: exam.day - day,
      predicted: plan.predicted.mean,
      low: plan.predicted.low,
      high: plan.predicted.high,
      actual: right / plan.kept.length,
      expected: expected / plan.kept.length,
      kept: plan.kept.length,
    };
  });
};
