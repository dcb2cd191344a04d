import { expect, test } from 'vitest';
import { showsMedia } from '@/lib/live/shown-media';
import type { LiveItem } from '@/lib/live/session';
import { viewFor } from '@/lib/live/view';
import { Classroom } from './classroom';

/** What Ann's device may load of the media that the deck names, and of one that only players name. */
const NAMES = ['asked.png', 'option.png', 'answer.png', 'proof.png', 'later.png', 'mine.png'] as const;

const loadable = ({ session }: Classroom, player = 'Ann'): string[] =>
  NAMES.filter((name) => showsMedia(viewFor(session, { role: 'player', id: player }), name));

const proof = {
  statement: 'So it is. [image: proof.png]',
  before: '',
  after: '',
  articleTitle: null,
};
const ITEMS: readonly [Partial<LiveItem>, Partial<LiveItem>] = [
  {
    prompt: 'What is this? [image: asked.png]',
    answer: 'a tower',
    options: [
      { text: 'a tower', factId: null },
      { text: '[image: option.png]', factId: null },
    ],
    proof,
  },
  {
    prompt: 'And this? [image: later.png]',
    form: 'basic',
    answer: '[image: answer.png]',
    options: [],
    proof,
  },
];

test('a player loads what stands in the question that is put, the proof at its reveal, and nothing before or after', () => {
  const room = new Classroom({ readSeconds: 5 }, 2, ITEMS);
  room.join('Ann', 'Bob');
  expect(loadable(room)).toEqual([]);
  room.next();
  expect(loadable(room)).toEqual(['asked.png']);
  room.next();
  expect(loadable(room)).toEqual(['asked.png', 'option.png']);
  room.next();
  expect(loadable(room)).toEqual(['asked.png', 'option.png', 'proof.png']);
  room.next();
  expect(loadable(room)).toEqual([]);
  room.next();
  expect(loadable(room)).toEqual(['later.png']);
});

test('whoever is in no room, was taken out, or reads the question in front, loads nothing', () => {
  const room = new Classroom({ readSeconds: 0, showsQuestion: false }, 1, [{ ...ITEMS[0], options: [] }]);
  room.join('Ann', 'Bob');
  room.next();
  expect(loadable(room)).toEqual([]);
  const shown = new Classroom({ readSeconds: 0 }, 2, ITEMS);
  shown.join('Ann', 'Bob');
  shown.next();
  expect(loadable(shown, 'Nobody')).toEqual([]);
  shown.give({ role: 'host' }, { name: 'remove', player: 'Ann' });
  expect(loadable(shown)).toEqual([]);
  expect(loadable(shown, 'Bob')).not.toEqual([]);
});

test('a picture that players name, as their own name or by typing it, is not one of the deck', () => {
  const room = new Classroom({ readSeconds: 0 }, 1, [{ ...ITEMS[1] }]);
  room.join('Bob');
  const eve = { name: 'join', id: 'Eve', wish: '[image: mine.png]', draw: 0, userId: null } as const;
  room.give({ role: 'newcomer' }, eve);
  room.presence(['Bob', 'Eve']);
  room.next();
  for (const id of ['Bob', 'Eve']) room.write(id, 0, '[image: mine.png]');
  room.pass(1);
  const view = viewFor(room.session, { role: 'player', id: 'Bob' });
  expect(JSON.stringify(view)).toContain('[image: mine.png]');
  expect(loadable(room, 'Bob')).toEqual(['answer.png', 'proof.png', 'later.png']);
});

test('at their own pace each loads what they are at, and what they have just answered', () => {
  const room = new Classroom({ pace: 'own' }, 2, ITEMS);
  room.join('Ann', 'Bob');
  room.next();
  expect(loadable(room)).toEqual(['asked.png', 'option.png']);
  room.give({ role: 'player', id: 'Ann' }, { name: 'answer', question: 0, option: 0 });
  expect(loadable(room)).toEqual(['asked.png', 'proof.png', 'later.png']);
  expect(loadable(room, 'Bob')).toEqual(['asked.png', 'option.png']);
});
