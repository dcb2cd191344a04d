import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { dayOf } from '@/lib/memory/days';
import { changeSince } from '@/lib/memory/exam/summary';
import type { Rating } from '@/lib/model';
import { db } from '@/lib/server/db';
import { deleteDeck } from '@/lib/server/data/decks';
import { examCards } from '@/lib/server/data/exam-cards';
import { examDay, factSentences } from '@/lib/server/data/exam-day';
import { changeExam, createExam, deleteExam, examOf, listExams, pinFact } from '@/lib/server/data/exam-plans';
import { replayUser } from '@/lib/server/data/replay';
import { recordReview } from '@/lib/server/data/reviews';
import { undoReview } from '@/lib/server/data/reviews-amend';
import { adoptGuest } from '@/lib/server/data/users';
import type { User } from '@/lib/server/user';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember, newVisitor } from '../support/people';

const START = Date.parse('2026-03-02T12:00:00Z');
const DAY = 86_400_000;
const MINUTE = 60_000;
const after = (days: number, minutes = 0) => new Date(START + days * DAY + minutes * MINUTE);
const everyDay = (minutes: number) => Array.from({ length: 7 }, () => minutes);

const planned = async (user: User, deckIds: string[], days: number, minutes: number): Promise<string> => {
  const day = dayOf(after(0), user.learner) + days;
  return createExam(user, { title: 'Final', day, deckIds, minutes: everyDay(minutes) }, after(0));
};

const grade = async (user: User, factId: string, rating: Rating, at: Date): Promise<string> => {
  const id = randomUUID();
  const answer = { id, factId, questionId: null, rating, elapsedMs: 4000, at };
  await recordReview(user, { ...answer, form: 'cloze', mode: 'study' });
  return id;
};

onEveryDatabase(() => {
  test('studying by a plan offers its part of the day, and what was done of it stands on the day and after', async () => {
    const user = await newMember();
    const { deckId, factIds } = await newDeck(user, 12);
    const other = await newDeck(user, 3);
    const examId = await planned(user, [deckId], 6, 30);
    const first = await examDay(user, examId, after(0));
    const { fresh } = first.kept.latest.share;
    // Twelve facts over the five days before the last pass; the most salient first.
    expect(fresh).toEqual(factIds.slice(0, 3));
    expect(first.kept.latest.dropped).toEqual([]);
    expect(first.kept.latest.predicted?.mean).toBeGreaterThan(0.85);
    const { cards, left, title } = await examCards(user, examId, after(0), 60);
    expect({ title, left }).toEqual({ title: 'Final', left: 3 });
    expect(fresh).toEqual(expect.arrayContaining(cards.map(({ factId }) => factId)));
    expect(cards.some(({ factId }) => other.factIds.includes(factId))).toBe(false);

    const [one = '', two = ''] = fresh;
    await grade(user, one, 'good', after(0, 1));
    // On its way through the steps: asked again, but not within the next minutes first.
    expect((await examCards(user, examId, after(0, 2), 60)).left).toBe(3);
    await grade(user, one, 'good', after(0, 12));
    await grade(user, two, 'easy', after(0, 13));
    expect((await examCards(user, examId, after(0, 14), 60)).left).toBe(1);
    const midday = await examDay(user, examId, after(0, 14));
    expect([...midday.done].sort()).toEqual([one, two].sort());
    expect(midday.kept.latest.share.fresh).toEqual(fresh);
    expect(midday.kept.latest.done).toBe(2);
    expect(midday.kept.before).toBeNull();

    const second = await examDay(user, examId, after(1));
    const { before, latest } = second.kept;
    if (before === null) throw new Error('the day before was not kept');
    expect(before).toMatchObject({ planned: 3, done: 2, facts: 12 });
    expect(changeSince(before, latest)).toMatchObject({ planned: 3, done: 2, away: 0, dropped: 0, added: 0 });
    expect(latest.day).toBe(before.day + 1);
    expect(latest.days).toHaveLength(5);
    expect(await replayUser(user)).toEqual([]);
  });

  test('an undone answer does not count as done', async () => {
    const user = await newMember();
    const { deckId } = await newDeck(user, 4);
    const examId = await planned(user, [deckId], 4, 30);
    const [one = ''] = (await examDay(user, examId, after(0))).kept.latest.share.fresh;
    const reviewId = await grade(user, one, 'easy', after(0, 1));
    expect((await examDay(user, examId, after(0, 2))).done.size).toBe(1);
    await undoReview(user, { reviewId, id: randomUUID(), at: after(0, 3) });
    expect((await examDay(user, examId, after(0, 4))).done.size).toBe(0);
    expect((await examDay(user, examId, after(2))).kept.before).toMatchObject({ done: 0 });
  });

  test('too little time drops the least salient; a fact that is wanted stays, and more minutes take all back', async () => {
    const user = await newMember();
    const { deckId, factIds } = await newDeck(user, 40);
    const examId = await planned(user, [deckId], 3, 5);
    const { dropped } = (await examDay(user, examId, after(0))).kept.latest;
    expect(dropped.length).toBeGreaterThan(5);
    expect(dropped).toEqual(factIds.slice(-dropped.length));
    const [last = ''] = factIds.slice(-1);
    await pinFact(user, examId, last, true);
    const wanted = (await examDay(user, examId, after(0, 1))).kept.latest.dropped;
    expect(wanted).not.toContain(last);
    expect(wanted.length).toBe(dropped.length);
    await pinFact(user, examId, last, false);
    expect((await examDay(user, examId, after(0, 2))).kept.latest.dropped).toEqual(dropped);

    const { day } = await examOf(user, examId);
    await changeExam(user, examId, {
      title: 'Final',
      day: day + 20,
      deckIds: [deckId],
      minutes: everyDay(60),
    });
    expect((await examDay(user, examId, after(0, 3))).kept.latest.dropped).toEqual([]);
    const [sentence] = await factSentences(user, [last]);
    expect(sentence).toMatchObject({ id: last, deckTitle: 'Towers' });
  });

  test('of the same day looked at in two windows one plan is kept', async () => {
    const user = await newMember();
    const { deckId } = await newDeck(user, 8);
    const examId = await planned(user, [deckId], 10, 10);
    const looks = await Promise.all([1, 2, 3].map(() => examDay(user, examId, after(0))));
    for (const { kept } of looks) expect(kept.latest).toEqual(looks[0]?.kept.latest);
    expect((await examOf(user, examId)).version).toBe(2);
  });

  test('an exam that is over keeps what was said last, and one without decks says so', async () => {
    const user = await newMember();
    const { deckId } = await newDeck(user, 4);
    const examId = await planned(user, [deckId], 2, 10);
    const { kept } = await examDay(user, examId, after(1));
    expect((await examDay(user, examId, after(5))).kept.latest).toEqual(kept.latest);
    expect((await examCards(user, examId, after(5), 60)).left).toBe(0);
    expect((await listExams(user, after(1))).ahead.map(({ id }) => id)).toEqual([examId]);
    expect((await listExams(user, after(5))).over).toMatchObject([{ id: examId, decks: [{ id: deckId }] }]);
    await deleteDeck(user, deckId);
    expect((await listExams(user, after(5))).over).toMatchObject([{ decks: [] }]);
    expect((await examDay(user, examId, after(1))).facts).toEqual([]);
  });

  test('nobody reads, changes or makes a plan with what is somebody else’s', async () => {
    const [ada, bob] = [await newMember(), await newMember()];
    const [hers, his] = [await newDeck(ada, 4), await newDeck(bob, 4)];
    const examId = await planned(ada, [hers.deckId], 5, 10);
    const notFound = { code: 'NOT_FOUND' };
    const wish = { title: 'Mine', day: 30_000, minutes: everyDay(10) };
    await expect(examOf(bob, examId)).rejects.toMatchObject(notFound);
    await expect(examDay(bob, examId, after(0))).rejects.toMatchObject(notFound);
    await expect(examCards(bob, examId, after(0), 60)).rejects.toMatchObject(notFound);
    await expect(deleteExam(bob, examId)).rejects.toMatchObject(notFound);
    await expect(changeExam(bob, examId, { ...wish, deckIds: [his.deckId] })).rejects.toMatchObject(notFound);
    await expect(changeExam(ada, examId, { ...wish, deckIds: [his.deckId] })).rejects.toMatchObject(notFound);
    await expect(
      createExam(ada, { ...wish, deckIds: [hers.deckId, his.deckId] }, after(0)),
    ).rejects.toMatchObject(notFound);
    await expect(pinFact(bob, examId, his.factIds[0] ?? '', true)).rejects.toMatchObject(notFound);
    await expect(pinFact(ada, examId, his.factIds[0] ?? '', true)).rejects.toMatchObject(notFound);
    expect(await factSentences(bob, hers.factIds)).toEqual([]);
    expect(await listExams(bob, after(0))).toEqual({ ahead: [], over: [] });
    // A deck that came in by another way still brings none of its facts.
    await (await db()).examPlan.update({ where: { id: examId }, data: { deckIds: [his.deckId] } });
    expect((await examDay(ada, examId, after(0))).facts).toEqual([]);
    await deleteExam(ada, examId);
    expect(await listExams(ada, after(0))).toEqual({ ahead: [], over: [] });
  });

  test('a visitor’s plan comes along when they sign in', async () => {
    const [visitor, member] = [await newVisitor(), await newMember()];
    const { deckId } = await newDeck(visitor, 4);
    const examId = await planned(visitor, [deckId], 5, 10);
    await adoptGuest(visitor, member);
    expect((await examDay(member, examId, after(0))).facts).toHaveLength(4);
  });
});
