import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, dayStartsAt } from '@/lib/memory/days';
import { LONGEST_INTERVAL, gradeTrace } from '@/lib/memory/fsrs';
import { intervalInWords, nextState, previewStates, retrievability } from '@/lib/memory/schedule';
import { RATINGS, type Learner, type MemoryState, type Rating } from '@/lib/model';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ZONES = [
  'UTC',
  'Asia/Kolkata',
  'America/Los_Angeles',
  'America/St_Johns',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
  'Europe/Berlin',
];
const learnerIn = (zone: string, retention = 0.9): Learner => ({ zone, dayStart: 4, retention });
const UTC: Learner = { zone: 'UTC', dayStart: 0, retention: 0.9 };
const after = (at: Date, milliseconds: number) => new Date(at.getTime() + milliseconds);

/** The states after each of the ratings, each given when the one before falls due. */
const livesOf = (ratings: readonly Rating[], start: Date, learner: Learner): MemoryState[] => {
  const states: MemoryState[] = [];
  for (const rating of ratings) {
    const last = states.at(-1) ?? null;
    states.push(nextState(last, rating, last?.due ?? start, learner));
  }
  return states;
};

test.each(ZONES)(
  'two answers ten minutes apart give the same interval at every time of day in %s',
  (zone) => {
    const learner = learnerIn(zone);
    // An ordinary day, and the days around which clocks change somewhere.
    for (const day of [
      '2026-01-14',
      '2026-03-08',
      '2026-03-29',
      '2026-04-05',
      '2026-10-04',
      '2026-10-25',
      '2026-11-01',
    ]) {
      for (let minutes = 0; minutes < 30 * 60; minutes += 5) {
        const first = new Date(Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE);
        const once = nextState(null, 'good', first, learner);
        const twice = nextState(once, 'good', after(first, 10 * MINUTE), learner);
        expect(once.due.getTime() - first.getTime()).toBe(10 * MINUTE);
        expect(twice.scheduledDays).toBe(2);
        expect(twice.stability).toBe(once.stability);
      }
    }
  },
);

test('a review on a later day counts whole days of the learner, at whatever hours', () => {
  for (const zone of ZONES) {
    const learner = learnerIn(zone);
    const day = dayOf(new Date('2026-03-20T12:00:00Z'), learner);
    const intervals = new Set<number>();
    for (let hour = 0; hour < 23; hour += 1) {
      const first = after(dayStartsAt(day, learner), hour * HOUR);
      for (let later = 0; later < 23; later += 1) {
        const at = after(dayStartsAt(day + 12, learner), later * HOUR);
        intervals.add(nextState(nextState(null, 'easy', first, learner), 'good', at, learner).scheduledDays);
      }
    }
    expect(intervals.size).toBe(1);
  }
});

test('a wait in days ends when the day of the learner begins, a step at its minute', () => {
  const instant = fc.date({
    min: new Date('2020-01-01'),
    max: new Date('2040-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(
      instant,
      fc.constantFrom(...ZONES),
      fc.array(fc.constantFrom(...RATINGS), { minLength: 1, maxLength: 8 }),
      (start, zone, ratings) => {
        const learner = learnerIn(zone);
        for (const state of livesOf(ratings, start, learner)) {
          const day = dayOf(state.lastReview, learner);
          if (state.phase === 'review') {
            expect(state.scheduledDays).toBeGreaterThan(0);
            expect(state.due).toEqual(dayStartsAt(day + state.scheduledDays, learner));
          } else {
            expect(state.scheduledDays).toBe(0);
            expect([1, 6, 10, 15].map((minutes) => minutes * MINUTE)).toContain(
              state.due.getTime() - state.lastReview.getTime(),
            );
          }
        }
      },
    ),
  );
});

test.each([
  [0.95, [1, 3, 8, 19, 43, 89, 175]],
  [0.9, [2, 11, 46, 163, 497, 1346]],
  [0.85, [4, 31, 173, 773]],
])('at retention %d the default weights give the known intervals', (retention, intervals) => {
  // The known ones are without learning steps: the first answer graduates, and its interval is the time in which
  // the forgetting curve falls to the retention, t = S * (R ^ (-1 / w20) - 1) / (0.9 ^ (-1 / w20) - 1).
  const first = gradeTrace(null, 'good', 0, { retention }).trace;
  let trace: typeof first = { ...first, phase: 'review', step: 0 };
  const power = -1 / 0.1542;
  const waits = [Math.round((trace.stability * (retention ** power - 1)) / (0.9 ** power - 1))];
  while (waits.length < intervals.length) {
    const next = gradeTrace(trace, 'good', waits.at(-1) ?? 0, { retention });
    expect(next.wait.unit).toBe('days');
    waits.push(next.wait.length);
    ({ trace } = next);
  }
  expect(waits).toEqual(intervals);
});

test('with learning steps the first intervals are the known ones', () => {
  const start = new Date('2026-01-14T09:00:00Z');
  const days = livesOf(['good', 'good', 'good', 'good', 'good'], start, UTC).map(
    (state) => state.scheduledDays,
  );
  expect(days).toEqual([0, 2, 11, 46, 163]);
});

test('a new fact comes back after 1, 6 and 10 minutes or 8 days', () => {
  const at = new Date('2026-01-14T09:00:00Z');
  const preview = previewStates(null, at, UTC);
  expect(RATINGS.map((rating) => intervalInWords(at, preview[rating]))).toEqual([
    '1 min',
    '6 min',
    '10 min',
    '8 days',
  ]);
});

test('a lapse at 497 days is relearnt in ten minutes and comes back after 7 days', () => {
  const start = new Date('2026-01-14T09:00:00Z');
  const long = livesOf(['good', 'good', 'good', 'good', 'good', 'good'], start, UTC).at(-1) ?? null;
  const lapsed = nextState(long, 'again', long?.due ?? start, UTC);
  expect([lapsed.phase, lapsed.lapses]).toEqual(['relearning', 1]);
  expect(lapsed.due.getTime() - lapsed.lastReview.getTime()).toBe(10 * MINUTE);
  expect(nextState(lapsed, 'good', lapsed.due, UTC)).toMatchObject({ phase: 'review', scheduledDays: 7 });
});

test('what a button promises is what the answer gives', () => {
  const at = new Date('2026-01-14T09:00:00Z');
  for (const state of [null, ...livesOf(['good', 'good', 'again', 'good'], at, UTC)]) {
    const when = state?.due ?? at;
    const preview = previewStates(state, when, UTC);
    for (const rating of RATINGS) expect(nextState(state, rating, when, UTC)).toEqual(preview[rating]);
  }
});

test('no interval is longer than a hundred years', () => {
  const learner = learnerIn('Europe/Berlin', 0.7);
  const longest = livesOf(Array<Rating>(12).fill('easy'), new Date('2026-01-14T09:00:00Z'), learner).at(-1);
  expect(longest?.scheduledDays).toBe(LONGEST_INTERVAL);
});

test('a clock that ran ahead, or a flight to the west, takes no days off', () => {
  const state = nextState(null, 'easy', new Date('2026-01-14T09:00:00Z'), UTC);
  const earlier = new Date('2026-01-10T09:00:00Z');
  expect(retrievability(state, earlier, UTC)).toBe(1);
  expect(nextState(state, 'good', earlier, UTC).lastReview).toEqual(earlier);
  const [kiritimati, pago] = [learnerIn('Pacific/Kiritimati'), learnerIn('Pacific/Pago_Pago')];
  const left = nextState(null, 'easy', new Date('2026-01-14T16:00:00Z'), kiritimati);
  expect(() => nextState(left, 'good', new Date('2026-01-15T01:00:00Z'), pago)).not.toThrow();
});

test('the chance of recall is 1 on the day of the review and 0.9 after as many days as the stability', () => {
  const at = new Date('2026-01-14T09:00:00Z');
  const state = { ...nextState(null, 'easy', at, UTC), stability: 30 };
  expect(retrievability(state, after(at, HOUR), UTC)).toBe(1);
  expect(retrievability(state, after(at, 30 * 24 * HOUR), UTC)).toBeCloseTo(0.9, 6);
  // Independent of the library: R = (1 + (0.9 ^ (-1 / w20) - 1) * t / S) ^ -w20.
  const w20 = 0.1542;
  const expected = (1 + ((0.9 ** (-1 / w20) - 1) * 100) / 30) ** -w20;
  expect(retrievability(state, after(at, 100 * 24 * HOUR), UTC)).toBeCloseTo(expected, 6);
});

test('an answer leaves the state before it as it was', () => {
  const at = new Date('2026-01-14T09:00:00Z');
  const state = nextState(null, 'good', at, UTC);
  const before = structuredClone(state);
  nextState(state, 'again', after(at, HOUR), UTC);
  expect(state).toEqual(before);
});

test('intervals are said in short words', () => {
  const from = new Date('2026-01-14T09:00:00Z');
  const minutes = (count: number) =>
    intervalInWords(from, { due: after(from, count * MINUTE), scheduledDays: 0 });
  expect([0.2, 1, 10, 59, 60, 150, 1440].map(minutes)).toEqual([
    '1 min',
    '1 min',
    '10 min',
    '59 min',
    '1 hour',
    '3 hours',
    '1 day',
  ]);
  const days = (count: number) => intervalInWords(from, { due: after(from, HOUR), scheduledDays: count });
  expect([1, 3, 30, 46, 61, 364, 365, 511, 3650, 36500].map(days)).toEqual([
    '1 day',
    '3 days',
    '30 days',
    '1.5 months',
    '2 months',
    '12 months',
    '1 year',
    '1.4 years',
    '10 years',
    '100 years',
  ]);
});
