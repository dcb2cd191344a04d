import { expect, test } from 'vitest';
import { nextTick } from '@/lib/live/steps';
import { Classroom, SERVER } from './classroom';

test('after a restart there is time left for the question that stands', () => {
  const room = new Classroom({ readSeconds: 0 });
  room.join('ann', 'bob');
  room.next();
  room.now += 60_000;
  room.give(SERVER, { name: 'wake' });
  room.pass(4900);
  expect(room.answer('ann', 0, 0)).toBe(1);
});

test('after a restart those who are back first and have answered do not end the question for the others', () => {
  const woken = () => {
    const room = new Classroom({ readSeconds: 0 });
    room.join('ann', 'bob', 'gone');
    room.next();
    room.answer('ann', 0, 0);
    room.presence([]);
    room.give(SERVER, { name: 'wake' });
    room.presence(['ann']);
    room.pass(1900);
    expect(room.phase).toBe('answering');
    return room;
  };
  const slow = woken();
  // Bob is back in time, and is waited for as ever; who stays away is not.
  slow.presence(['ann', 'bob']);
  slow.pass(1000);
  expect(slow.phase).toBe('answering');
  slow.answer('bob', 0, 0);
  slow.pass(0);
  expect(slow.phase).toBe('revealed');
  const nobody = woken();
  expect(nextTick(nobody.session)).toBe(nobody.now + 100);
  nobody.pass(100);
  expect(nobody.phase).toBe('revealed');
  // Where all are there, nobody waits.
  const all = woken();
  all.presence(['ann', 'bob', 'gone']);
  all.answer('bob', 0, 0);
  all.answer('gone', 0, 0);
  all.pass(0);
  expect(all.phase).toBe('revealed');
});
