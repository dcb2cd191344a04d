import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { readAccountData } from '@/lib/formats/account-data';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import { exportOf } from '@/lib/server/data/export';
import { importAccount } from '@/lib/server/data/import-account';
import { replayUser } from '@/lib/server/data/replay';
import { recordReview } from '@/lib/server/data/reviews';
import { correctReview, undoReview } from '@/lib/server/data/reviews-amend';
import { deleteUser } from '@/lib/server/data/users';
import type { User } from '@/lib/server/user';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';
import { countRows, newAttempt } from '../support/rows';

const NOW = new Date('2026-03-01T12:00:00Z');

const exported = async (user: User): Promise<string> => {
  let text = '';
  for await (const piece of exportOf(user, NOW)) text += piece;
  return text;
};

/** Somebody with something in every table. */
const fullLife = async (): Promise<User> => {
  const user = await newMember('Europe/Berlin');
  const database = await db();
  const { deckId, factIds } = await newDeck(user);
  await database.fact.update({
    where: { id: factIds[3] ?? '' },
    data: { suspended: true, flag: 2, tags: ['a', 'b'], source: 'somewhere', buriedUntil: NOW },
  });
  const reviewIds = [randomUUID(), randomUUID(), randomUUID()];
  for (const [index, id] of reviewIds.entries()) {
    const at = new Date(NOW.getTime() - 86_400_000 + index * 700_000);
    const answer = {
      id,
      factId: factIds[index % 2] ?? '',
      questionId: null,
      rating: 'good',
      form: 'cloze',
      mode: 'study',
      elapsedMs: 900,
      at,
    } as const;
    await recordReview(user, answer);
  }
  await undoReview(user, { id: randomUUID(), reviewId: reviewIds[1] ?? '', at: NOW });
  await correctReview(user, { id: randomUUID(), reviewId: reviewIds[0] ?? '', rating: 'hard', at: NOW });
  const attemptId = await newAttempt(user, deckId, NOW);
  await database.attempt.update({
    where: { id: attemptId },
    data: {
      paper: [
        { factId: factIds[0] ?? '', prompt: deckId, options: [{ text: 'x', factId: factIds[1] ?? '' }] },
      ],
    },
  });
  const minutes = [1, 2, 3, 4, 5, 6, 7];
  await database.examPlan.create({
    data: {
      userId: user.id,
      title: 'E',
      day: 30_000,
      startDay: 20_000,
      deckIds: [deckId],
      minutes,
      pinned: [factIds[0] ?? ''],
    },
  });
  await database.weightFit.create({
    data: { userId: user.id, askedAt: NOW, state: 'failed', reason: 'few', recalls: 3 },
  });
  const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 7]);
  await database.media.create({ data: { userId: user.id, name: 'a.png', type: 'image/png', bytes } });
  await database.user.update({
    where: { id: user.id },
    data: { dayStart: 2, settings: { study: { newADay: 7 } } },
  });
  return user;
};

/** All but who it is and when. */
const comparable = (text: string): Record<string, unknown> => {
  const { user, ...rest } = JSON.parse(text) as { user: Record<string, unknown> };
  return { ...rest, user: { ...user, id: '', email: '', createdAt: '', accounts: [] } };
};

onEveryDatabase(() => {
  test('all data of an account come back equal in an account elsewhere', async () => {
    const ada = await fullLife();
    const before = await exported(ada);
    await deleteUser(ada);
    const again = await newMember();
    const done = await importAccount(again, readAccountData(before));
    expect(done).toMatchObject({ decks: 1, facts: 4, reviews: 5, attempts: 1, leftOut: 0 });
    expect(comparable(await exported(again))).toEqual(comparable(before));
    const [here] = await (
      await db()
    ).user.findMany({ where: { id: again.id }, select: { zone: true, dayStart: true } });
    expect(here).toEqual({ zone: 'Europe/Berlin', dayStart: 2 });
    expect(await replayUser(again)).toEqual([]);
  });

  test('where the ids are taken, others stand in their place wherever they are named', async () => {
    const ada = await fullLife();
    const before = await exported(ada);
    const bob = await newMember();
    await importAccount(bob, readAccountData(before));
    const copy = await exported(bob);
    const old = readAccountData(before);
    const ids = [
      old.decks,
      old.facts,
      old.questions,
      old.reviews,
      old.quizzes,
      old.attempts,
      old.exams,
    ].flat();
    const isPrompt = (id: string) => id === old.decks[0]?.id;
    for (const { id } of ids.filter(({ id }) => !isPrompt(id))) expect(copy).not.toContain(id);
    const read = readAccountData(copy);
    expect(read.exams[0]?.deckIds).toEqual([read.decks[0]?.id]);
    expect(read.facts.map(({ id }) => id)).toContain(read.attempts[0]?.paper[0]?.factId);
    expect(read.attempts[0]?.paper[0]?.prompt).toBe(old.decks[0]?.id); // a text that reads like an id is a text
    const stabilities = (data: typeof read) => data.memories.map(({ stability }) => stability).sort();
    expect(stabilities(read)).toEqual(stabilities(old));
    expect(await replayUser(bob)).toEqual([]);
    expect(await exported(ada)).toBe(before);
  });

  test('the same file twice, a broken one and rows that hang on others: nothing, nothing, and all the rest', async () => {
    const ada = await fullLife();
    const text = await exported(ada);
    const rows = await countRows();
    await expect(importAccount(ada, readAccountData(text))).rejects.toThrow(new Refusal('SAME_ARTICLE'));
    expect(await countRows()).toEqual(rows);
    expect(() => readAccountData(text.slice(0, -20))).toThrow('not whole');
    expect(() => readAccountData(text.replace('"cloze"', '"riddle"'))).toThrow('damaged at questions');
    expect(() => readAccountData(text.replace('"version": 3', '"version": 4'))).toThrow('newer');
    const file = readAccountData(text);
    const facts = file.facts.slice(1);
    const bob = await newMember();
    const done = await importAccount(bob, { ...file, facts });
    expect(done.facts).toBe(3);
    expect(done.leftOut).toBeGreaterThan(2);
    expect(await replayUser(bob)).toEqual([]);
  });
});

test('every column of what is a person’s own is exported, or named here with the reason', () => {
  const OWN = [
    'Deck',
    'Article',
    'Fact',
    'Question',
    'Memory',
    'Review',
    'WeightFit',
    'ExamPlan',
    'Quiz',
    'Attempt',
    'Answer',
    'Media',
  ];
  const NOT_EXPORTED: Readonly<Record<string, readonly string[]>> = {
    // Who it is stands at the head, and on another server it is somebody else.
    '*': ['userId'],
    // Reckoned anew every day.
    ExamPlan: ['kept', 'version'],
    // Made anew when it comes in.
    Media: ['id', 'type', 'createdAt', 'bytes'],
  };
  const schema = readFileSync('prisma/schema.prisma', 'utf8');
  const source = ['export', 'export-quizzes']
    .map((file) => readFileSync(`lib/server/data/${file}.ts`, 'utf8'))
    .join('\n');
  for (const model of OWN) {
    const body = new RegExp(`^model ${model} \\{([\\s\\S]*?)^\\}`, 'mu').exec(schema)?.[1] ?? '';
    const columns = [
      ...body.matchAll(/^ {2}(\w+) +(String|Int|Float|Boolean|DateTime|Json|Bytes)\??/gmu),
    ].map(([, name]) => name ?? '');
    expect(columns.length, model).toBeGreaterThan(2);
    const table = model === 'ExamPlan' ? 'examPlan' : model.charAt(0).toLowerCase() + model.slice(1);
    const query = source.slice(source.indexOf(`database.${table}.findMany`)).split('findMany')[1] ?? '';
    for (const column of columns) {
      if (NOT_EXPORTED['*']?.includes(column) || NOT_EXPORTED[model]?.includes(column)) continue;
      expect(query, `${model}.${column}`).toContain(`${column}: true`);
    }
  }
});
