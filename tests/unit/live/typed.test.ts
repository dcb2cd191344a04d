import { expect, test } from 'vitest';
import type { LiveItem } from '@/lib/live/session';
import { viewFor } from '@/lib/live/view';
import { Classroom, refusalOf } from './classroom';

const TYPED: Partial<LiveItem> = {
  form: 'cloze',
  answer: 'Gustave Eiffel',
  options: [],
  prompt: 'It was built by _____.',
};

const typedRoom = (...players: readonly string[]): Classroom => {
  const room = new Classroom({ readSeconds: 0 }, 2, [TYPED]);
  room.join(...players);
  room.next();
  return room;
};

const revealed = (room: Classroom) => {
  const { phase } = room.session;
  if (phase.name === 'answering') room.next();
  const view = viewFor(room.session, { role: 'screen' });
  if (view.role !== 'screen' || view.phase.name !== 'revealed') throw new Error('nothing is revealed');
  return view.phase;
};

test('a typed answer is marked as a quiz marks it, and the first one counts', () => {
  const room = typedRoom('ann', 'bob', 'cem');
  room.write('ann', 0, '  gustave eiffel ');
  room.write('bob', 0, 'Gustav Eifel');
  expect(room.write('ann', 0, 'Edison')).toBe(0);
  const answers = room.session.answers[0];
  expect([...(answers ?? [])].map(([id, { correct, given }]) => [id, correct, given])).toEqual([
    ['ann', true, 'gustave eiffel'],
    ['bob', true, 'Gustav Eifel'],
  ]);
});

test('what is typed goes only where something is to be typed', () => {
  const room = typedRoom('ann');
  expect(refusalOf(() => room.answer('ann', 0, 0))).toBe('INVALID');
  for (const text of ['', '   ', 'x'.repeat(201)])
    expect(refusalOf(() => room.write('ann', 0, text))).toBe('INVALID');
  expect(refusalOf(() => room.write('ann', 1, 'key-1'))).toBe('INVALID');
});

test('before the reveal the player sees their own words and nobody sees the answer', () => {
  const room = typedRoom('ann', 'bob');
  room.write('ann', 0, 'Edison');
  const view = viewFor(room.session, { role: 'player', id: 'ann' });
  expect(view).toMatchObject({ written: 'Edison', given: null, phase: { name: 'answering', options: [] } });
  for (const viewer of [{ role: 'host' }, { role: 'screen' }, { role: 'player', id: 'bob' }] as const)
    expect(JSON.stringify(viewFor(room.session, viewer))).not.toMatch(/Eiffel|Edison/);
});

test('the reveal counts the commonest answers, and shows nothing that one alone typed', () => {
  const room = typedRoom('a', 'b', 'c', 'd', 'e', 'f');
  room.write('a', 0, 'Gustave Eiffel');
  room.write('b', 0, 'Edison');
  room.write('c', 0, ' edison');
  room.write('d', 0, 'Tesla');
  room.write('e', 0, 'something rude');
  const { options, others } = revealed(room);
  expect(options).toEqual([
    { text: 'Gustave Eiffel', count: 1, isAnswer: true },
    { text: 'Edison', count: 2, isAnswer: false },
  ]);
  expect(others).toBe(2);
});
