import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '@/lib/memory/days';
import { ANY_DAY, chosenStates, fuzzRange, keptState, withInterval, type DayChoice } from '@/lib/memory/fuzz';
import { LONGEST_INTERVAL } from '@/lib/memory/fsrs';
import { replayFact } from '@/lib/memory/log';
import { nextState } from '@/lib/memory/schedule';
import { DAY_LOADS } from '@/lib/memory/weekdays';
import { RATINGS, type MemoryState } from '@/lib/model';

const learner = { zone: 'Europe/Berlin', dayStart: 4, retention: 0.9 };
const NOON = new Date('2026-03-02T11:00:00Z'); // a Monday
const DAY = 86_400_000;

const ratings = fc.constantFrom(...RATINGS);
const lives = fc.array(fc.record({ rating: ratings, days: fc.integer({ min: 0, max: 400 }) }), {
  maxLength: 8,
});
const choices: fc.Arbitrary<DayChoice> = fc.record({
  weekdays: fc.array(fc.constantFrom(...DAY_LOADS), { minLength: 7, maxLength: 7 }),
  dueOn: fc.func(fc.integer({ min: 0, max: 300 })).map((due) => (day: number) => due(day)),
});
const weekdayOf = (day: number): number => (day + 3) % 7;

const lived = (life: readonly { rating: (typeof RATINGS)[number]; days: number }[]) => {
  let state: MemoryState | null = null;
  let at = NOON;
  for (const { rating, days } of life) {
    state = nextState(state, rating, at, learner);
    at = new Date(at.getTime() + days * DAY + 60_000);
  }
  return { state, at };
};

test.each([
  [1, 1, 1],
  [2, 2, 2],
  [3, 2, 4],
  [7, 5, 9],
  [20, 17, 23],
  [100, 93, 107],
  [LONGEST_INTERVAL, 34673, LONGEST_INTERVAL],
])('%i days may become %i to %i', (interval, least, most) => {
  expect(fuzzRange(interval)).toEqual({ least, most });
});

test('what a button promises lies in the range, and is what the answer and its replay give', () => {
  fc.assert(
    fc.property(lives, choices, ratings, fc.string(), (life, choice, rating, factId) => {
      const { state, at } = lived(life);
      const promised = chosenStates({ factId, state }, at, learner, choice)[rating];
      const plain = nextState(state, rating, at, learner);
      const { least, most } = fuzzRange(plain.scheduledDays);
      expect(promised.scheduledDays).toBeGreaterThanOrEqual(least);
      expect(promised.scheduledDays).toBeLessThanOrEqual(most);
      const interval = promised.scheduledDays || null;
      expect(keptState(state, { rating, at, interval }, learner)).toEqual(promised);
      expect({ ...promised, due: plain.due, scheduledDays: plain.scheduledDays }).toEqual(plain);
    }),
  );
});

test('a row with its interval replays to the promise, one without to the wait of FSRS itself', () => {
  const row = {
    id: 'a',
    factId: 'f',
    at: NOON,
    rating: 'easy',
    mode: 'study',
    elapsedMs: null,
    undoes: null,
    corrects: null,
    learner,
  } as const;
  expect(replayFact([{ ...row, interval: 9 }])?.scheduledDays).toBe(9);
  expect(replayFact([row])?.scheduledDays).toBe(8);
});

test('whatever is sent as an interval, the wait stays in its range', () => {
  fc.assert(
    fc.property(lives, ratings, fc.integer({ min: -1e6, max: 1e6 }), (life, rating, interval) => {
      const { state, at } = lived(life);
      const plain = nextState(state, rating, at, learner);
      const { least, most } = fuzzRange(plain.scheduledDays);
      const { scheduledDays } = withInterval(plain, interval, learner);
      expect(scheduledDays).toBeGreaterThanOrEqual(least);
      expect(scheduledDays).toBeLessThanOrEqual(most);
    }),
  );
});

test('a weekday that is to have none gets none where the range has another day', () => {
  fc.assert(
    fc.property(lives, choices, fc.string(), (life, choice, factId) => {
      const { state, at } = lived(life);
      const { easy } = chosenStates({ factId, state }, at, learner, choice);
      const plain = nextState(state, 'easy', at, learner).scheduledDays;
      const { least, most } = fuzzRange(plain);
      const today = dayOf(at, learner);
      const loadAfter = (days: number) => choice.weekdays[weekdayOf(today + days)];
      // All days of the range that a better answer may take: it is never sooner than Good.
      const { good } = chosenStates({ factId, state }, at, learner, choice);
      const from = Math.min(most, Math.max(least, good.scheduledDays));
      const range = Array.from({ length: most - from + 1 }, (_, step) => from + step);
      if (range.some((days) => loadAfter(days) !== 'none')) {
        expect(loadAfter(easy.scheduledDays)).not.toBe('none');
      }
    }),
  );
});

test('a better answer never comes back sooner than a worse one that is remembered', () => {
  fc.assert(
    fc.property(lives, choices, fc.string(), (life, choice, factId) => {
      const { state, at } = lived(life);
      const { hard, good, easy } = chosenStates({ factId, state }, at, learner, choice);
      expect(good.scheduledDays).toBeGreaterThanOrEqual(hard.scheduledDays);
      expect(easy.scheduledDays).toBeGreaterThanOrEqual(good.scheduledDays);
    }),
  );
});

test('a full day is shunned, and facts learnt together are spread', () => {
  const today = dayOf(NOON, learner);
  const full: DayChoice = { weekdays: [], dueOn: (day) => (day === today + 8 ? 500 : 1) };
  const daysOf = (choice: DayChoice) =>
    Array.from(
      { length: 300 },
      (_, fact) =>
        chosenStates({ factId: `fact ${fact}`, state: null }, NOON, learner, choice).easy.scheduledDays,
    );
  expect(daysOf(full).filter((days) => days === 8)).toHaveLength(0);
  const { least, most } = fuzzRange(8);
  expect(new Set(daysOf(ANY_DAY)).size).toBe(most - least + 1);
});
