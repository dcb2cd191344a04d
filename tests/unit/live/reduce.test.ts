import { expect, test } from 'vitest';
import { ROLE_OF, type Actor, type Command } from '@/lib/live/command';
import { reduce } from '@/lib/live/reduce';
import { standingsOf } from '@/lib/live/score';
import { viewFor } from '@/lib/live/view';
import { Classroom, HOST, refusalOf, SERVER } from './classroom';

const outcome = (room: Classroom, id: string) => {
  const view = viewFor(room.session, { role: 'player', id });
  return view.role === 'player' ? view.outcome : null;
};

test('a whole session: lobby, reading, answers, reveal, standings, podium, end', () => {
  const room = new Classroom({}, 2);
  room.join('ann', 'bob');
  room.next();
  expect(room.phase).toBe('reading');
  expect(refusalOf(() => room.answer('ann', 0, 0))).toBe('TOO_LATE');
  room.pass(4999);
  expect(room.phase).toBe('reading');
  room.pass(1);
  expect(room.phase).toBe('answering');
  room.answer('ann', 0, 0);
  room.pass(100);
  expect(room.phase).toBe('answering');
  room.answer('bob', 0, 3);
  room.pass(0);
  expect(room.phase).toBe('revealed');
  expect(outcome(room, 'ann')).toMatchObject({ verdict: 'right', points: 1000 });
  expect(outcome(room, 'bob')).toMatchObject({ verdict: 'wrong', points: 0, given: 'other-0-3' });
  room.next();
  expect(room.phase).toBe('standings');
  room.next();
  room.pass(5000);
  room.pass(20_499);
  expect(room.phase).toBe('answering');
  room.pass(1);
  expect(room.phase).toBe('revealed');
  room.next();
  expect(room.phase).toBe('podium');
  expect(
    standingsOf(room.session).players.map(({ player, score, rank }) => [player.id, score, rank]),
  ).toEqual([
    ['ann', 1000, 1],
    ['bob', 0, 2],
  ]);
  room.next();
  expect([room.phase, room.session.pin]).toEqual(['ended', null]);
});

test('every command is refused to every role but its own', () => {
  const room = new Classroom();
  room.join('ann');
  room.next();
  const actors: Actor[] = [HOST, SERVER, { role: 'player', id: 'ann' }, { role: 'newcomer' }];
  const { step } = room.session;
  const commands: Command[] = [
    { name: 'next', step },
    { name: 'skip', step },
    { name: 'pause' },
    { name: 'resume' },
    { name: 'add-time', step, seconds: 10 },
    { name: 'lock' },
    { name: 'unlock' },
    { name: 'remove', player: 'ann' },
    { name: 'give-time', player: 'ann', factor: 2 },
    { name: 'finish' },
    { name: 'close' },
    { name: 'answer', question: 0, option: 0 },
    { name: 'compose', question: 0, places: [0] },
    { name: 'write', question: 0, text: 'word' },
    { name: 'prove', question: 0, sentence: 0 },
    { name: 'join', id: 'eve', wish: 'Eve', draw: 0, userId: null },
    { name: 'tick' },
    { name: 'presence', players: new Set(), host: false },
    { name: 'returned', player: 'ann' },
    { name: 'wake' },
  ];
  expect(commands.map(({ name }) => name).sort()).toEqual(Object.keys(ROLE_OF).sort());
  for (const command of commands) {
    for (const actor of actors.filter(({ role }) => role !== ROLE_OF[command.name])) {
      expect(refusalOf(() => reduce(room.session, actor, command, room.now))).toBe('FORBIDDEN');
    }
  }
});

test('the same answer again is one answer, and of two the first counts', () => {
  const room = new Classroom({ readSeconds: 0 });
  room.join('ann', 'bob');
  room.next();
  expect(room.answer('ann', 0, 2)).toBe(1);
  expect(room.answer('ann', 0, 2)).toBe(0);
  expect(room.answer('ann', 0, 0)).toBe(0);
  expect(room.session.answers[0]?.get('ann')?.given).toBe('other-0-2');
});

test('an option or a question outside the range is refused, and of a stranger everything', () => {
  const room = new Classroom({ readSeconds: 0 });
  room.join('ann');
  room.next();
  for (const [question, option] of [
    [0, 4],
    [0, 99],
    [7, 0],
  ] as const)
    expect(refusalOf(() => room.answer('ann', question, option))).toBe('INVALID');
  expect(refusalOf(() => room.answer('eve', 0, 0))).toBe('NOT_FOUND');
  expect(refusalOf(() => room.answer('ann', 1, 0))).toBe('TOO_LATE');
});

test('whoever is gone is not waited for, and comes back with name, score and answer', () => {
  const room = new Classroom({ readSeconds: 0 });
  room.join('ann', 'bob', 'cem');
  room.next();
  room.answer('ann', 0, 0);
  room.presence(['bob', 'cem']);
  room.answer('bob', 0, 0);
  room.pass(10);
  expect(room.phase).toBe('answering');
  room.presence(['bob']);
  room.pass(10);
  expect(room.phase).toBe('revealed');
  room.presence(['ann', 'bob', 'cem']);
  expect(outcome(room, 'ann')).toMatchObject({ verdict: 'right' });
  expect(outcome(room, 'cem')).toMatchObject({ verdict: 'none' });
});

test('with nobody connected a question is not closed before its time', () => {
  const room = new Classroom({ readSeconds: 0 });
  room.join('ann');
  room.next();
  room.presence([]);
  room.pass(10_000);
  expect(room.phase).toBe('answering');
});

test('a step meant for another phase is refused: two clicks are one step', () => {
  const room = new Classroom({ readSeconds: 0 });
  room.join('ann');
  const { step } = room.session;
  room.give(HOST, { name: 'next', step });
  expect(refusalOf(() => room.give(HOST, { name: 'next', step }))).toBe('STALE');
  expect(room.phase).toBe('answering');
});

test('a pause stops the clock and costs nobody time; the host’s absence is one after five seconds', () => {
  const room = new Classroom({ readSeconds: 0 });
  room.join('ann', 'bob');
  room.next();
  room.pass(5000);
  room.give(HOST, { name: 'pause' });
  room.pass(60_000);
  expect(room.phase).toBe('answering');
  expect(refusalOf(() => room.answer('ann', 0, 0))).toBe('TOO_LATE');
  room.give(HOST, { name: 'resume' });
  room.pass(14_000);
  expect(room.answer('ann', 0, 0)).toBe(1);
  expect(room.session.answers[0]?.get('ann')?.elapsedMs).toBe(19_000);
  room.presence(['ann', 'bob'], false);
  room.pass(4999);
  expect(room.session.paused).toBeNull();
  const late = new Classroom({ readSeconds: 0 });
  late.join('ann');
  late.next();
  late.presence(['ann'], false);
  late.pass(5000);
  expect(late.session.paused?.by).toBe('absence');
  late.pass(3_600_000);
  expect(late.phase).toBe('answering');
  late.presence(['ann'], true);
  late.pass(0);
  expect(late.session.paused).toBeNull();
  late.pass(14_000);
  expect(late.phase).toBe('answering');
});

test('extra time is a player’s own: the question waits for it, and no longer', () => {
  const room = new Classroom({ readSeconds: 0 });
  room.join('ann', 'bob');
  room.give(HOST, { name: 'give-time', player: 'bob', factor: 2 });
  room.next();
  room.pass(20_400);
  room.answer('ann', 0, 0);
  room.pass(200);
  expect(room.phase).toBe('answering');
  expect(refusalOf(() => room.answer('cem', 0, 0))).toBe('NOT_FOUND');
  room.pass(19_800);
  expect(room.answer('bob', 0, 0)).toBe(1);
});

test('half a second after the end an answer still counts, and then no more', () => {
  const room = new Classroom({ readSeconds: 0 });
  room.join('ann', 'bob');
  room.next();
  room.now += 20_500;
  expect(room.answer('ann', 0, 0)).toBe(1);
  room.now += 1;
  expect(refusalOf(() => room.answer('bob', 0, 0))).toBe('TOO_LATE');
});

test('names are unique, the room can be locked, and who was taken out stays out and frees the name', () => {
  const room = new Classroom({ readSeconds: 0 });
  room.join('ann');
  const join = (wish: string) => (): number =>
    room.give({ role: 'newcomer' }, { name: 'join', id: `id-${wish}`, wish, draw: 0, userId: null });
  expect(refusalOf(join(' name\u200B  ANN '))).toBe('LIVE_NAME_TAKEN');
  expect(refusalOf(join('\u200B\u3164'))).toBe('INVALID');
  room.give(HOST, { name: 'lock' });
  expect(refusalOf(join('Eve'))).toBe('LIVE_LOCKED');
  room.give(HOST, { name: 'unlock' });
  room.give(HOST, { name: 'remove', player: 'ann' });
  expect(refusalOf(join('Name ann'))).toBeNull();
  room.next();
  expect(refusalOf(() => room.answer('ann', 0, 0))).toBe('REMOVED');
  expect(viewFor(room.session, { role: 'player', id: 'ann' })).toEqual({ role: 'removed', title: 'Towers' });
  expect(standingsOf(room.session).players).toHaveLength(1);
});

test('who comes after a question is told so, and plays the next', () => {
  const room = new Classroom({ readSeconds: 0 });
  room.join('ann');
  room.next();
  room.answer('ann', 0, 0);
  room.pass(0);
  room.now += 1000;
  room.join('bob');
  expect(outcome(room, 'bob')).toMatchObject({ verdict: 'late', points: 0 });
  room.next();
  room.next();
  expect(room.answer('bob', 1, 1)).toBe(1);
});

test('a question that is left out counts for nobody', () => {
  const room = new Classroom({ readSeconds: 0 }, 2);
  room.join('ann', 'bob');
  room.next();
  room.answer('ann', 0, 0);
  room.give(HOST, { name: 'skip', step: room.session.step });
  expect(room.session.phase).toMatchObject({ name: 'answering', question: 1 });
  room.give(HOST, { name: 'finish' });
  expect(standingsOf(room.session).players.map(({ score }) => score)).toEqual([0, 0]);
});

test('the evidence round comes before the reveal and has points of its own', () => {
  const room = new Classroom({ readSeconds: 0, evidence: true });
  room.join('ann', 'bob');
  room.next();
  room.answer('ann', 0, 0);
  room.answer('bob', 0, 1);
  room.pass(0);
  expect(room.phase).toBe('proving');
  const prove = (id: string, sentence: number): number =>
    room.give({ role: 'player', id }, { name: 'prove', question: 0, sentence });
  expect(refusalOf(() => prove('ann', 9))).toBe('INVALID');
  expect(prove('ann', 1)).toBe(1);
  expect(prove('ann', 0)).toBe(0);
  prove('bob', 0);
  room.pass(0);
  expect(room.phase).toBe('revealed');
  expect(outcome(room, 'ann')).toMatchObject({ points: 1000, proofPoints: 500, proofRight: true });
  expect(outcome(room, 'bob')).toMatchObject({ points: 0, proofPoints: 0, proofRight: false });
});

test('at their own pace players see what is right of what they have answered, and of nothing else', () => {
  const room = new Classroom({ pace: 'own' });
  room.join('ann', 'bob');
  room.next();
  room.answer('ann', 0, 0);
  const view = viewFor(room.session, { role: 'player', id: 'ann' });
  expect(view).toMatchObject({
    own: { answered: 1, last: { answer: 'key-0', outcome: { verdict: 'right' } } },
  });
  expect(JSON.stringify(viewFor(room.session, { role: 'player', id: 'bob' }))).not.toMatch(
    /proof|fact-secret/i,
  );
  room.answer('ann', 1, 0);
  room.answer('ann', 2, 2);
  room.next();
  expect(standingsOf(room.session).byId.get('ann')).toMatchObject({ score: 2000, rank: 1 });
});

test('teams are filled evenly and have the mean of their members', () => {
  const room = new Classroom({ readSeconds: 0, teams: ['Red', 'Blue'] });
  room.join('a', 'b', 'c');
  expect([...room.session.players.values()].map(({ team }) => team)).toEqual([0, 1, 0]);
  room.next();
  room.answer('a', 0, 0);
  room.answer('b', 0, 0);
  room.answer('c', 0, 1);
  room.pass(0);
  expect(standingsOf(room.session).teams).toEqual([
    { name: 'Blue', members: 1, score: 1000, rank: 1 },
    { name: 'Red', members: 2, score: 500, rank: 2 },
  ]);
});
