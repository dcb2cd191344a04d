import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '@/lib/memory/days';
import { replayFact, type LoggedReview } from '@/lib/memory/log';
import { answersByDay, dueByDay, factsKnown, recallByHour, trueRetention } from '@/lib/memory/statistics';
import { sumTallies, tallyChange, tallyOfAnswer, tallyOfLog, type HourTally } from '@/lib/memory/tally';
import { RATINGS, type Learner, type Rating } from '@/lib/model';

const BERLIN: Learner = { zone: 'Europe/Berlin', dayStart: 4, retention: 0.9 };
const START = Date.parse('2026-01-14T09:00:00Z');
const HOUR = 3_600_000;
const TODAY = dayOf(new Date(START), BERLIN);

const rowOf = (
  id: string,
  hours: number,
  rating: Rating,
  changes: Partial<LoggedReview> = {},
): LoggedReview => ({
  id,
  factId: 'fact',
  at: new Date(START + hours * HOUR),
  rating,
  mode: 'study',
  elapsedMs: 1000,
  undoes: null,
  corrects: null,
  learner: BERLIN,
  ...changes,
});

const tallyOf = (changes: Partial<HourTally>): HourTally => ({
  day: TODAY,
  hour: 10,
  answers: 1,
  right: 0,
  met: 0,
  recalls: 0,
  recalled: 0,
  timed: 0,
  elapsedMs: 0,
  ...changes,
});

test('the first answer to a fact meets it, and only the first of a later day is a recall', () => {
  const log = [
    rowOf('a', 0, 'easy'),
    rowOf('b', 1, 'good'),
    rowOf('c', 24 * 9, 'again'),
    rowOf('d', 24 * 9 + 0.3, 'good'),
    rowOf('e', 24 * 14, 'good'),
  ];
  const none = { recalls: 0, recalled: 0 };
  expect(tallyOfLog(log)).toEqual([
    { day: TODAY, hour: 10, answers: 1, right: 1, met: 1, ...none, timed: 1, elapsedMs: 1000 },
    { day: TODAY, hour: 11, answers: 1, right: 1, met: 0, ...none, timed: 1, elapsedMs: 1000 },
    {
      day: TODAY + 9,
      hour: 10,
      answers: 2,
      right: 1,
      met: 0,
      recalls: 1,
      recalled: 0,
      timed: 2,
      elapsedMs: 2000,
    },
    {
      day: TODAY + 14,
      hour: 10,
      answers: 1,
      right: 1,
      met: 0,
      recalls: 1,
      recalled: 1,
      timed: 1,
      elapsedMs: 1000,
    },
  ]);
});

test('an answer at half past three in the night counts for the day before, at its own hour', () => {
  const at = new Date('2026-01-15T02:30:00Z');
  expect(tallyOfAnswer(null, { rating: 'good', at, elapsedMs: null, learner: BERLIN })).toMatchObject({
    day: TODAY,
    hour: 3,
    timed: 0,
    elapsedMs: 0,
  });
});

test('sums kept as answers come and go are those counted anew from the log', () => {
  const answers = fc.array(
    fc.record({
      hours: fc.nat({ max: 3000 }),
      rating: fc.constantFrom(...RATINGS),
      amend: fc.nat({ max: 5 }),
    }),
    { maxLength: 15 },
  );
  fc.assert(
    fc.property(answers, (given) => {
      const log: LoggedReview[] = [];
      let kept: HourTally[] = [];
      for (const [index, { hours, rating, amend }] of [...given]
        .sort((a, b) => a.hours - b.hours)
        .entries()) {
        const answer = rowOf(`answer-${String(index).padStart(2, '0')}`, hours + index / 1000, rating);
        kept = sumTallies([...kept, tallyOfAnswer(replayFact(log), answer)]);
        log.push(answer);
        const target = log.find(({ undoes, corrects }) => undoes === null && corrects === null)?.id ?? null;
        if (amend > 1) continue;
        const amendment = rowOf(`x-${index}`, hours + index / 1000 + 0.0001, 'hard', {
          [amend === 0 ? 'undoes' : 'corrects']: amend === 0 ? answer.id : target,
        });
        kept = sumTallies([...kept, ...tallyChange(tallyOfLog(log), tallyOfLog([...log, amendment]))]);
        log.push(amendment);
      }
      expect(kept).toEqual(tallyOfLog(log));
    }),
  );
});

test('true retention counts the days asked for, today the last of them', () => {
  const hours = [0, 6, 7, 29, 30, 400].map((ago) => tallyOf({ day: TODAY - ago, recalls: 10, recalled: 9 }));
  expect(trueRetention([...hours, tallyOf({ day: TODAY + 1, recalls: 5 })], TODAY)).toEqual([
    { days: 7, recalls: 20, recalled: 18 },
    { days: 30, recalls: 40, recalled: 36 },
    { days: 90, recalls: 50, recalled: 45 },
    { days: 365, recalls: 50, recalled: 45 },
  ]);
  expect(trueRetention([], TODAY, [7])).toEqual([{ days: 7, recalls: 0, recalled: 0 }]);
});

test('days and hours are summed over each other', () => {
  const hours = [
    tallyOf({ day: TODAY, hour: 9, answers: 3, timed: 3, elapsedMs: 50, recalls: 2, recalled: 1 }),
    tallyOf({ day: TODAY, hour: 10, answers: 4, timed: 2, elapsedMs: 5 }),
    tallyOf({ day: TODAY - 1, hour: 9, answers: 1, recalls: 1, recalled: 1 }),
  ];
  expect(answersByDay(hours)).toEqual([
    { day: TODAY - 1, answers: 1, timed: 0, elapsedMs: 0 },
    { day: TODAY, answers: 7, timed: 5, elapsedMs: 55 },
  ]);
  const byHour = recallByHour(hours);
  expect(byHour).toHaveLength(24);
  expect(byHour[9]).toEqual({ hour: 9, recalls: 3, recalled: 2 });
});

test('the forecast counts overdue facts for today and stops after the days asked for', () => {
  const due = (days: number, count: number) => ({ due: new Date(START + days * 24 * HOUR), count });
  const instants = [due(-5, 2), due(0, 1), due(1, 7), due(3, 9)];
  expect(dueByDay(instants, new Date(START), BERLIN, 3)).toEqual([
    { day: TODAY, due: 3 },
    { day: TODAY + 1, due: 7 },
    { day: TODAY + 2, due: 0 },
  ]);
  expect(dueByDay([], new Date(START), BERLIN, 0)).toEqual([]);
});

test('facts known are the chances of recall together', () => {
  const memory = (days: number, stability: number) => ({
    stability,
    lastReview: new Date(START - days * 24 * HOUR),
    lastDay: TODAY - days,
  });
  expect(factsKnown([memory(0, 5)], new Date(START), BERLIN)).toBe(1);
  expect(factsKnown([memory(30, 30), memory(7, 7)], new Date(START), BERLIN)).toBeCloseTo(1.8, 6);
  expect(factsKnown([], new Date(START), BERLIN)).toBe(0);
});
