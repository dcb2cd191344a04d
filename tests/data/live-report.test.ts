import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { resultsCsv } from '@/lib/classes/report/results-csv';
import { readAccountData } from '@/lib/formats/account-data';
import { liveOptionsSchema } from '@/lib/live/stored';
import { USUAL_SETTINGS } from '@/lib/quiz/settings';
import { createClass } from '@/lib/server/data/classes';
import { exportOf } from '@/lib/server/data/export';
import { importAccount } from '@/lib/server/data/import-account';
import { createLive, type LiveSource } from '@/lib/server/data/live-create';
import { loadLive } from '@/lib/server/data/live';
import { classLiveResults, classSessions, hostedSessions, liveResults } from '@/lib/server/data/live-report';
import { quizItems } from '@/lib/server/data/quiz-items';
import { startQuiz } from '@/lib/server/data/quizzes';
import { db } from '@/lib/server/db';
import { openRoom, type Room } from '@/lib/server/live/room';
import type { User } from '@/lib/server/user';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

const HOST = { role: 'host' } as const;

/** Ann answers all three right, Bob (linked, where given) wrong, Late comes after the first question. */
const played = async (host: User, source: LiveSource, linked: { bob?: User; classId?: string } = {}) => {
  const id = await createLive(host, {
    source,
    classId: linked.classId ?? null,
    options: liveOptionsSchema.parse({ readSeconds: 0 }),
    seed: 'seed',
    random: Math.random,
    now: new Date(),
  });
  const loaded = await loadLive(id);
  if (loaded === null) throw new Error('there is no session');
  const room = openRoom(loaded);
  const join = async (name: string, userId: string | null = null): Promise<string> => {
    const player = randomUUID();
    await room.command({ role: 'newcomer' }, { name: 'join', id: player, wish: name, draw: 0, userId });
    return player;
  };
  const [ann, bob] = [await join('=Ann'), await join('Bob', linked.bob?.id ?? null)];
  await next(room);
  for (const question of [0, 1, 2]) {
    await answer(room, ann, question, true);
    await answer(room, bob, question, false);
    await next(room);
    if (question === 0) await join('Late');
    if (question < 2) {
      await next(room);
      await next(room);
    }
  }
  await room.command(HOST, { name: 'close' });
  room.stop();
  return id;
};

const next = (room: Room) => room.command(HOST, { name: 'next', step: room.session().step });
const answer = async (room: Room, id: string, question: number, isRight: boolean): Promise<void> => {
  const item = room.session().items[question];
  const option = item?.options.findIndex(({ text }) => (text === item.answer) === isRight) ?? 0;
  await room.command({ role: 'player', id }, { name: 'answer', question, option });
};

const exported = async (user: User): Promise<string> => {
  let text = '';
  for await (const piece of exportOf(user, new Date())) text += piece;
  return text;
};

onEveryDatabase(() => {
  test('the report has a row for each player and question, and its table runs no formula', async () => {
    const [host, other] = [await newMember(), await newMember()];
    const { deckId } = await newDeck(host, 3);
    const id = await played(host, { deckId, count: 3, typed: false });
    await expect(liveResults(other, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { rows, players, items } = await liveResults(host, id);
    expect([players.map(({ name }) => name), items.length]).toEqual([['=Ann', 'Bob', 'Late'], 3]);
    const of = (name: string) => rows.filter(({ playerName }) => playerName === name);
    expect(of('=Ann').map(({ correct, points }) => [correct, points])).toEqual(Array(3).fill([true, 1000]));
    expect(of('Bob').every(({ correct, chosen, ms }) => !correct && chosen !== null && ms !== null)).toBe(
      true,
    );
    expect(of('Late').map(({ late, chosen }) => [late, chosen])).toEqual([
      [true, null],
      [false, null],
      [false, null],
    ]);
    const table = resultsCsv(rows).replace('\ufeff', '').split('\r\n');
    expect(table[0]).toBe(
      'session_id,session,started_at,player,attempt,joined_at,question_no,question_id,fact_id,question,key,option_chosen,correct,points,response_ms,late,reconnects',
    );
    expect(table[1]).toContain(",'=Ann,");
    expect(await hostedSessions(host)).toMatchObject([{ id, players: 3, isOpen: false }]);
    expect(await hostedSessions(other)).toEqual([]);
  });

  test('a session of a class counts there for pupils who linked it, and only its teachers see it', async () => {
    const [teacher, bob, other] = [await newMember(), await newMember(), await newMember()];
    const { deckId } = await newDeck(teacher, 3);
    const classId = await createClass(teacher, { name: '7b', teacher: 'Ms T' });
    await (
      await db()
    ).classMember.create({
      data: { classId, userId: bob.id, role: 'pupil', name: 'Robert', nameKey: 'robert' },
    });
    const id = await played(teacher, { deckId, count: 3, typed: false }, { bob, classId });
    const [results] = await classLiveResults(teacher, classId);
    const told = (name: string) =>
      results?.rows.flatMap(({ playerName, correct, unlinked }) =>
        playerName === name ? [[correct, unlinked ?? false]] : [],
      );
    expect(told('Robert')).toEqual(Array(3).fill([false, false]));
    // Played without an account: counted, and never mistaken for a pupil of that name.
    expect(told('=Ann (not linked)')).toEqual(Array(3).fill([true, true]));
    expect(new Set(results?.rows.map(({ playerName }) => playerName))).toEqual(
      new Set(['Robert', '=Ann (not linked)', 'Late (not linked)']),
    );
    expect(resultsCsv(results?.rows ?? [])).toContain("'=Ann (not linked)");
    expect(await classSessions(teacher, classId)).toMatchObject([{ id }]);
    for (const stranger of [bob, other]) {
      expect(await classLiveResults(stranger, classId)).toEqual([]);
      await expect(classSessions(stranger, classId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(liveResults(stranger, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  test('what was answered in class counts in the statistics of the quiz', async () => {
    const host = await newMember();
    const { deckId } = await newDeck(host, 3);
    const settings = { ...USUAL_SETTINGS, count: 3, groups: ['choice' as const] };
    const attempt = await startQuiz(host, { deckId, settings, seed: 'seed', now: new Date() });
    const { quizId } = await (
      await db()
    ).attempt.findUniqueOrThrow({
      where: { id: attempt },
      select: { quizId: true },
    });
    await played(host, { quizId });
    const report = await quizItems(host, quizId);
    expect(report.attempts).toBe(3);
    expect(report.items).toHaveLength(3);
    const answers = report.items.map(({ statistics }) => statistics.answers).sort();
    expect(answers).toEqual([2, 3, 3]);
  });

  test('hosted sessions go out with all data and come back as over; a player’s own answers go out with theirs', async () => {
    const [host, bob, again] = [await newMember(), await newMember(), await newMember()];
    const { deckId } = await newDeck(host, 3);
    const id = await played(host, { deckId, count: 3, typed: false }, { bob });
    const text = await exported(host);
    expect(text).not.toContain(bob.id);
    const own = JSON.parse(await exported(bob)) as { livePlayed: { name: string; answers: unknown[] }[] };
    expect(own.livePlayed).toMatchObject([{ name: 'Bob' }]);
    expect(own.livePlayed[0]?.answers).toHaveLength(3);
    expect(JSON.stringify(own)).not.toContain('=Ann');

    await importAccount(again, readAccountData(text));
    const [copy] = await hostedSessions(again);
    expect(copy).toMatchObject({ players: 3, isOpen: false });
    expect(copy?.id).not.toBe(id);
    const [before, after] = [await liveResults(host, id), await liveResults(again, copy?.id ?? '')];
    const plain = ({ rows }: typeof before) =>
      rows.map(({ playerName, questionNo, chosen, correct, points, ms }) => ({
        playerName,
        questionNo,
        chosen,
        correct,
        points,
        ms,
      }));
    expect(plain(after)).toEqual(plain(before));
  });
});
