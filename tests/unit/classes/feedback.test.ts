import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ASSIGNMENT_FEEDBACKS,
  attemptDeadline,
  closingFor,
  isKeyTold,
  phaseOf,
  quizFeedbackOf,
} from '@/lib/classes/feedback';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 8, minute));

test('the key is told at its time and not before', () => {
  const told = (closes: Date | null, now: Date) =>
    ASSIGNMENT_FEEDBACKS.filter((feedback) => isKeyTold(feedback, closes, now));
  expect(told(at(30), at(29))).toEqual(['end', 'each']);
  expect(told(at(30), at(30))).toEqual(['close', 'end', 'each']);
  expect(told(null, at(59))).toEqual(['end', 'each']);
});

test('what waits for the closing tells the score alone to whoever asks the quiz', () => {
  expect(ASSIGNMENT_FEEDBACKS.map(quizFeedbackOf)).toEqual(['score', 'end', 'each', 'score']);
});

test('it is ahead, then open, then closed; without a closing it stays open', () => {
  const times = { opensAt: at(10), closesAt: at(20) };
  expect([at(9), at(10), at(19), at(20)].map((now) => phaseOf(times, now))).toEqual([
    'ahead',
    'open',
    'open',
    'closed',
  ]);
  expect(phaseOf({ ...times, closesAt: null }, at(59))).toBe('open');
});

test('an extension moves the closing on for one, never back, and opens nothing that stays open', () => {
  expect(closingFor(at(20), at(40))).toEqual(at(40));
  expect(closingFor(at(20), at(10))).toEqual(at(20));
  expect(closingFor(at(20), null)).toEqual(at(20));
  expect(closingFor(null, at(10))).toBeNull();
});

test('an attempt ends after its minutes and the extra percent, and at the closing at the latest', () => {
  expect(attemptDeadline(at(0), { minutes: null, moreTime: 50, closesAt: null })).toBeNull();
  expect(attemptDeadline(at(0), { minutes: 10, moreTime: 50, closesAt: null })).toEqual(at(15));
  expect(attemptDeadline(at(0), { minutes: 10, moreTime: 0, closesAt: at(5) })).toEqual(at(5));
  expect(attemptDeadline(at(0), { minutes: null, moreTime: 0, closesAt: at(5) })).toEqual(at(5));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 0, max: 300 }), (minutes, moreTime) => {
      const more = attemptDeadline(at(0), { minutes, moreTime, closesAt: null });
      const usual = attemptDeadline(at(0), { minutes, moreTime: 0, closesAt: null });
      expect(more?.getTime()).toBeGreaterThanOrEqual(usual?.getTime() ?? Infinity);
    }),
  );
});
