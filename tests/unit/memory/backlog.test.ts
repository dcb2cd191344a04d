import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catchUpDay, catchUpInWords, todaysPart, withinCap } from '@/lib/memory/backlog';
import { nextState } from '@/lib/memory/schedule';

const learner = { zone: 'UTC', dayStart: 4, retention: 0.9 };
const at = new Date('2026-11-23T12:00:00Z');
const review = { state: nextState(null, 'easy', at, learner), salience: 0 };
const step = { state: nextState(null, 'again', at, learner), salience: 0 };
const fresh = { state: null, salience: 1 };
const entries = fc.array(
  fc.constantFrom(review, step, fresh).map((entry) => ({ ...entry })),
  { maxLength: 60 },
);

test('no more reviews than there is room for, the first ones; every learning step; nothing new over the cap', () => {
  fc.assert(
    fc.property(entries, fc.integer({ min: 0, max: 40 }), (queue, room) => {
      const limited = withinCap(queue, room);
      const reviews = queue.filter(({ state }) => state?.phase === 'review');
      expect(limited.queue.filter(({ state }) => state?.phase === 'review')).toEqual(reviews.slice(0, room));
      expect(limited.waiting).toBe(Math.max(0, reviews.length - room));
      const steps = (list: readonly { state: unknown }[]) =>
        list.filter(({ state }) => state === step.state).length;
      expect(steps(limited.queue)).toBe(steps(queue));
      if (limited.waiting > 0) expect(limited.queue.some(({ state }) => state === null)).toBe(false);
      else expect(limited.queue).toEqual(queue);
    }),
  );
});

test('the part of today in numbers is what the limits leave of the queue', () => {
  fc.assert(
    fc.property(entries, fc.integer({ min: 0, max: 40 }), fc.nat(20), (queue, reviews, fresh) => {
      const isNew = ({ state }: (typeof queue)[number]) => state === null;
      const offered = [...queue.filter((entry) => !isNew(entry)), ...queue.filter(isNew).slice(0, fresh)];
      const counts = {
        steps: queue.filter(({ state }) => state === step.state).length,
        reviews: queue.filter(({ state }) => state === review.state).length,
        fresh: queue.filter(isNew).length,
      };
      const { today, later } = todaysPart(counts, { reviews, fresh });
      expect(today).toBe(withinCap(offered, reviews).queue.length);
      expect(today + later).toBe(queue.length);
    }),
  );
  expect(todaysPart({ steps: 0, reviews: 9, fresh: 0 }, { reviews: null, fresh: 0 })).toEqual({
    today: 9,
    later: 0,
  });
});

test('without a limit nothing waits', () => {
  expect(withinCap([review, fresh], null)).toEqual({ queue: [review, fresh], waiting: 0 });
});

test('a backlog is through on the day on which what is done overtakes what falls due', () => {
  const days = Array.from({ length: 20 }, (_, ahead) => ({ day: 100 + ahead, due: ahead === 0 ? 340 : 20 }));
  expect(catchUpDay(340, 60, 100, days)).toBe(109);
  expect(catchUpDay(340, 20, 100, days)).toBeNull();
  expect(catchUpDay(40, 60, 100, days)).toBe(101);
});

test('the plan stands in words', () => {
  const friday = Date.parse('2026-12-04T00:00:00Z') / 86_400_000;
  expect(catchUpInWords(340, 60, friday)).toBe(
    '340 reviews are waiting; at 60 a day you are through by Friday 4 December.',
  );
  expect(catchUpInWords(1, 60, null)).toBe(
    '1 review is waiting; at 60 a day you would not be through within a year.',
  );
});
