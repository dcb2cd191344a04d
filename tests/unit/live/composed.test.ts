import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composedAnswer, placesOf, type Composable, type Places } from '@/lib/live/composed';
import { viewFor } from '@/lib/live/view';
import { Classroom, refusalOf } from './classroom';

const SEVERAL: Composable = { form: 'several', options: ['oak', 'iron', 'ash', 'tin'], lefts: [] };
const ORDER: Composable = { form: 'order', options: ['third', 'first', 'second'], lefts: [] };
const MATCH: Composable = { form: 'match', options: ['Oslo', 'Rome'], lefts: ['Italy', 'Norway'] };

test.each<[string, Composable, Places, string | undefined]>([
  ['some of several', SEVERAL, [0, 2], 'oak\nash'],
  ['none', SEVERAL, [], undefined],
  ['one twice', SEVERAL, [1, 1], undefined],
  ['an option that is not there', SEVERAL, [4], undefined],
  ['a whole order', ORDER, [1, 2, 0], 'first\nsecond\nthird'],
  ['half an order', ORDER, [1, 2], undefined],
  ['an order with one twice', ORDER, [1, 1, 0], undefined],
  ['an order with a hole', ORDER, [1, null, 0], undefined],
  ['all matched', MATCH, [1, 0], 'Italy\tRome\nNorway\tOslo'],
  ['one matched', MATCH, [null, 0], 'Norway\tOslo'],
  ['one option for both', MATCH, [0, 0], 'Italy\tOslo\nNorway\tOslo'],
  ['none matched', MATCH, [null, null], undefined],
  ['too few', MATCH, [0], undefined],
  ['too many', MATCH, [0, 1, 0], undefined],
  ['a question of which one option is the answer', { ...SEVERAL, form: 'choice' }, [0], undefined],
  ['a question that is typed', { form: 'cloze', options: [], lefts: [] }, [0], undefined],
])('an answer put together: %s', (_, question, places, answer) => {
  expect(composedAnswer(question, places)).toBe(answer);
});

test('from an answer its places are found again', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<[Composable, number]>([SEVERAL, 4], [ORDER, 3], [MATCH, 2]),
      fc.infiniteStream(fc.nat({ max: 3 })),
      ([question, count], stream) => {
        const places = [...stream.take(count)].map((place) => place % question.options.length);
        const answer = composedAnswer(question, places);
        if (answer !== undefined) expect(placesOf(question, answer)).toEqual(places);
      },
    ),
  );
});

const option = (text: string) => ({ text, factId: null });
const ROOM = [
  { form: 'several' as const, options: SEVERAL.options.map(option), answer: 'oak\nash' },
  { form: 'order' as const, options: ORDER.options.map(option), answer: 'first\nsecond\nthird' },
  { form: 'match' as const, options: MATCH.options.map(option), answer: 'Italy\tRome\nNorway\tOslo' },
];
const PLACES: readonly [right: Places, half: Places][] = [
  [[0, 2], [0]],
  [
    [1, 2, 0],
    [0, 1, 2],
  ],
  [
    [1, 0],
    [1, 1],
  ],
];

test('in a room what is right in part counts in part, and no view before the reveal says what is right', () => {
  const room = new Classroom({ readSeconds: 0 }, 3, ROOM);
  room.join('ann', 'bob', 'cem');
  room.now += 1;
  for (const [question, [right, half]] of PLACES.entries()) {
    room.next();
    const before = JSON.stringify(
      [{ role: 'host' as const }, { role: 'screen' as const }, { role: 'player' as const, id: 'ann' }].map(
        (viewer) => viewFor(room.session, viewer),
      ),
    );
    expect(before).not.toContain('isAnswer');
    expect(before).not.toContain(JSON.stringify(ROOM[question]?.answer).slice(1, -1));
    const compose = (id: string, places: Places) =>
      room.give({ role: 'player', id }, { name: 'compose', question, places });
    expect(refusalOf(() => compose('ann', [9]))).toBe('INVALID');
    expect(refusalOf(() => room.write('ann', question, 'oak'))).toBe('INVALID');
    expect(refusalOf(() => room.answer('ann', question, 0))).toBe('INVALID');
    compose('ann', right);
    const own = viewFor(room.session, { role: 'player', id: 'ann' });
    expect(own).toMatchObject({ given: null, written: ROOM[question]?.answer });
    expect(compose('ann', half)).toBe(0);
    compose('bob', half);
    room.next();
    const outcomeOf = (id: string) => {
      const view = viewFor(room.session, { role: 'player', id });
      return view.role === 'player' ? view.outcome : null;
    };
    expect(outcomeOf('ann')).toMatchObject({ verdict: 'right', points: 1000 });
    expect(outcomeOf('bob')).toMatchObject({ verdict: 'partly', points: 500 });
    expect(outcomeOf('cem')).toMatchObject({ verdict: 'none', points: 0 });
    room.next();
  }
});

test('at the reveal each of several options is counted, and an arrangement as a whole', () => {
  const room = new Classroom({ readSeconds: 0 }, 3, ROOM);
  room.join('ann', 'bob', 'cem');
  const counts = PLACES.map(([right, half], question) => {
    room.next();
    for (const [id, places] of [
      ['ann', right],
      ['bob', half],
      ['cem', half],
    ] as const)
      room.give({ role: 'player', id }, { name: 'compose', question, places });
    if (room.phase === 'answering') room.next();
    const view = viewFor(room.session, { role: 'screen' });
    room.next();
    return view.role === 'screen' && view.phase.name === 'revealed' ? view.phase : null;
  });
  expect(counts[0]).toMatchObject({
    answer: 'oak; ash',
    given: 3,
    others: 0,
    options: [
      { text: 'oak', count: 3, isAnswer: true },
      { text: 'iron', count: 0, isAnswer: false },
      { text: 'ash', count: 1, isAnswer: true },
      { text: 'tin', count: 0, isAnswer: false },
    ],
  });
  expect(counts[1]).toMatchObject({
    answer: 'first → second → third',
    options: [
      { text: 'first → second → third', count: 1, isAnswer: true },
      { text: 'third → first → second', count: 2, isAnswer: false },
    ],
  });
  expect(counts[2]).toMatchObject({
    answer: 'Italy – Rome; Norway – Oslo',
    options: [
      { text: 'Italy – Rome; Norway – Oslo', count: 1, isAnswer: true },
      { text: 'Italy – Rome; Norway – Rome', count: 2, isAnswer: false },
    ],
  });
});
