/** The same answers give the same intervals at every hour, in every zone, through clock changes and on journeys. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, dayStartsAt } from '@/lib/memory/days';
import { isDue } from '@/lib/memory/queue';
import { nextState } from '@/lib/memory/schedule';
import { RATINGS, type Learner, type MemoryState } from '@/lib/model';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ZONES = Intl.supportedValuesOf('timeZone');

const zone = fc.constantFrom(...ZONES);
const dayStart = fc.integer({ min: 0, max: 6 });
/** The first day of a history; the years hold every kind of clock change. */
const firstDay = fc.integer({ min: 16_000, max: 22_000 });
/** Milliseconds after the beginning of the learner's day, with the clock put forward and the sitting's end in mind. */
const hours = fc.integer({ min: 0, max: 19 * HOUR });

/** An answer as its learner lives it: some days after the last one, at some time of their day, in some zone. */
const answer = fc.record({
  rating: fc.constantFrom(...RATINGS),
  days: fc.integer({ min: 0, max: 40 }),
  time: hours,
  zone,
});
type LivedAnswer = typeof answer extends fc.Arbitrary<infer T> ? T : never;

/** What there is to see of a schedule: whether the wait was in days and how many, and the memory itself. */
const shown = (state: MemoryState) => ({
  phase: state.phase,
  step: state.step,
  stability: state.stability,
  difficulty: state.difficulty,
  scheduledDays: state.scheduledDays,
});

/**
 * The states after each answer. On one day a second answer follows ten minutes after the one before, wherever that
 * leads; on a later day it is given at its own time on the wall of its own zone.
 */
const lived = (first: number, start: number, answers: readonly LivedAnswer[]): MemoryState[] => {
  const states: MemoryState[] = [];
  let day = first;
  let frame = { zone: answers[0]?.zone ?? 'UTC', dayStart: start };
  for (const [index, { rating, days, time, zone: there }] of answers.entries()) {
    const last = states.at(-1) ?? null;
    const sameSitting = last !== null && days === 0;
    if (!sameSitting) frame = { zone: there, dayStart: start };
    day += index === 0 ? 0 : days;
    const at = sameSitting
      ? new Date(last.lastReview.getTime() + 10 * MINUTE)
      : new Date(dayStartsAt(day, frame).getTime() + time);
    states.push(nextState(last, rating, at, { ...frame, retention: 0.9 }));
  }
  return states;
};

/** The same history at noon in a zone whose clock never changes. */
const atHome = (answers: readonly LivedAnswer[]): LivedAnswer[] =>
  answers.map((each) => ({ ...each, time: 8 * HOUR, zone: 'UTC' }));

const answers = fc.array(answer, { minLength: 1, maxLength: 12 });

test('in one zone: every hour, every day start, every clock change', () => {
  fc.assert(
    fc.property(firstDay, dayStart, zone, answers, (first, start, home, history) => {
      const there = history.map((each) => ({ ...each, zone: home }));
      expect(lived(first, start, there).map(shown)).toEqual(lived(19_000, 4, atHome(history)).map(shown));
    }),
    { numRuns: 1500 },
  );
});

test('on journeys: an answer on the next day of the calendar at hand is one day later, wherever it is given', () => {
  fc.assert(
    fc.property(firstDay, dayStart, answers, (first, start, history) => {
      // A day at least two flown around the world: before that, one sitting may stretch over a date line.
      const flown = history.map((each) => ({ ...each, days: each.days === 0 ? 0 : each.days + 1 }));
      expect(lived(first, start, flown).map(shown)).toEqual(lived(19_000, 4, atHome(flown)).map(shown));
    }),
    { numRuns: 1500 },
  );
});

test('a flight to the east takes no night away, one to the west adds none', () => {
  const california: Learner = { zone: 'America/Los_Angeles', dayStart: 4, retention: 0.9 };
  const berlin: Learner = { ...california, zone: 'Europe/Berlin' };
  // Monday evening in California is Tuesday morning in Berlin already; the learner lands on Tuesday night.
  const before = nextState(null, 'easy', new Date('2026-06-02T04:30:00Z'), california);
  const landed = new Date('2026-06-02T20:00:00Z');
  expect(dayOf(before.lastReview, berlin)).toBe(dayOf(landed, berlin));
  const nextDay = nextState(before, 'good', landed, berlin);
  const stayed = nextState(before, 'good', new Date('2026-06-03T04:00:00Z'), california);
  expect(shown(nextDay)).toEqual(shown(stayed));
  // Tuesday morning in Berlin, then the evening of the same Tuesday in California.
  const morning = nextState(null, 'easy', new Date('2026-06-02T05:00:00Z'), berlin);
  const evening = nextState(morning, 'good', new Date('2026-06-03T05:00:00Z'), california);
  const sameDay = nextState(morning, 'good', new Date('2026-06-02T18:00:00Z'), berlin);
  expect(shown(evening)).toEqual(shown(sameDay));
});

test('what falls due in days is due from the first to the last minute of that day, and not the minute before', () => {
  fc.assert(
    fc.property(firstDay, dayStart, zone, answers, (first, start, home, history) => {
      const learner: Learner = { zone: home, dayStart: start, retention: 0.9 };
      const there = history.map((each) => ({ ...each, zone: home }));
      for (const state of lived(first, start, there)) {
        if (state.scheduledDays === 0) continue;
        const begins = dayStartsAt(state.lastDay + state.scheduledDays, learner);
        const ends = dayStartsAt(state.lastDay + state.scheduledDays + 1, learner);
        expect(state.due).toEqual(begins);
        if (begins < ends) expect(isDue(state, new Date(ends.getTime() - 1), learner)).toBe(true);
        expect(isDue(state, begins, learner)).toBe(true);
        expect(isDue(state, new Date(begins.getTime() - 1), learner)).toBe(
          begins.getTime() === ends.getTime(),
        );
      }
    }),
    { numRuns: 400 },
  );
});
