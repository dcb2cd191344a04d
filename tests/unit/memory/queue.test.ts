import { expect, test } from 'vitest';
import { dayOf, dayStartsAt } from '@/lib/memory/days';
import { deckProgress, dueOrder, isDue, studyPhase } from '@/lib/memory/queue';
import type { Learner, MemoryState } from '@/lib/model';

const BERLIN: Learner = { zone: 'Europe/Berlin', dayStart: 4, retention: 0.9 };
const NOW = new Date('2026-01-14T09:00:00Z');
const TODAY = dayOf(NOW, BERLIN);
const MINUTE = 60_000;

const reviewOf = (ahead: number, changes: Partial<MemoryState> = {}): MemoryState => ({
  phase: 'review',
  step: 0,
  stability: 10,
  difficulty: 5,
  due: dayStartsAt(TODAY + ahead, BERLIN),
  lastReview: dayStartsAt(TODAY - 10, BERLIN),
  lastDay: TODAY - 10,
  scheduledDays: 10,
  reps: 3,
  lapses: 0,
  ...changes,
});
const stepOf = (minutes: number, changes: Partial<MemoryState> = {}): MemoryState => ({
  ...reviewOf(0),
  phase: 'learning',
  step: 1,
  due: new Date(NOW.getTime() + minutes * MINUTE),
  lastReview: new Date(NOW.getTime() - 10 * MINUTE),
  scheduledDays: 0,
  ...changes,
});
const entry = (id: string, state: MemoryState | null, salience = 0.5) => ({ id, state, salience });
const order = (...entries: ReturnType<typeof entry>[]) => dueOrder(entries, NOW, BERLIN).map(({ id }) => id);

test('a review is due from the beginning of its day, a step from its minute', () => {
  const tomorrow = reviewOf(1);
  expect(isDue(tomorrow, new Date(tomorrow.due.getTime() - 1), BERLIN)).toBe(false);
  expect(isDue(tomorrow, tomorrow.due, BERLIN)).toBe(true);
  expect(isDue(stepOf(1), NOW, BERLIN)).toBe(false);
  expect(isDue(stepOf(0), NOW, BERLIN)).toBe(true);
});

test('a traveller finds a review due all through the day on which it falls for them', () => {
  const state = reviewOf(0);
  const california = { ...BERLIN, zone: 'America/Los_Angeles' };
  // Four in Berlin is seven in the evening of the day before in California.
  expect(isDue(state, new Date('2026-01-13T14:00:00Z'), california)).toBe(true);
});

test('steps come first, then reviews by what is likeliest forgotten, then new facts by salience', () => {
  expect(
    order(
      entry('minor', null, 0.1),
      entry('firm', reviewOf(0, { stability: 100 })),
      entry('later', stepOf(-1)),
      entry('major', null, 0.9),
      entry('tomorrow', reviewOf(1)),
      entry('weak', reviewOf(-3, { stability: 1 })),
      entry('waiting', stepOf(-5, { phase: 'relearning' })),
    ),
  ).toEqual(['waiting', 'later', 'weak', 'firm', 'major', 'minor']);
});

test('steps of the next twenty minutes come when nothing else is left', () => {
  expect(order(entry('ahead', stepOf(10)), entry('sooner', stepOf(5)), entry('far', stepOf(21)))).toEqual([
    'sooner',
    'ahead',
  ]);
  expect(order(entry('ahead', stepOf(10)), entry('new', null), entry('due', reviewOf(0)))).toEqual([
    'due',
    'new',
    'ahead',
  ]);
});

test('equal ones keep their order, and the list that was given stays as it was', () => {
  const entries = [entry('a', null), entry('b', reviewOf(0)), entry('c', null), entry('d', reviewOf(0))];
  const before = [...entries];
  expect(order(...entries)).toEqual(['b', 'd', 'a', 'c']);
  expect(entries).toEqual(before);
});

test('a fact is known from 21 days of stability, and never while it is being learnt', () => {
  expect(studyPhase(null)).toBe('new');
  expect(studyPhase(reviewOf(0, { stability: 20.99 }))).toBe('learning');
  expect(studyPhase(reviewOf(0, { stability: 21 }))).toBe('known');
  expect(studyPhase(stepOf(0, { stability: 50, phase: 'relearning' }))).toBe('learning');
  expect(deckProgress([null, null, stepOf(0), reviewOf(0, { stability: 30 })])).toEqual({
    new: 2,
    learning: 1,
    known: 1,
  });
});
