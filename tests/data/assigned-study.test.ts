import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { StudyCard } from '@/lib/memory/study-card';
import type { Rating } from '@/lib/model';
import { assignedCards, assignedDue } from '@/lib/server/data/assigned-cards';
import { pupilAssignment } from '@/lib/server/data/assigned-work';
import { missedFacts } from '@/lib/server/data/attempts-result';
import { joinClass } from '@/lib/server/data/class-members';
import { nextCards } from '@/lib/server/data/due-cards';
import { givenAssignment } from '@/lib/server/data/given-work';
import { replayUser } from '@/lib/server/data/replay';
import { recordReview } from '@/lib/server/data/reviews';
import { adoptGuest } from '@/lib/server/data/users';
import { db } from '@/lib/server/db';
import { after, assign, begin, setting, take } from '../support/assignments';
import { onEveryDatabase } from '../support/databases';
import { newMember, newVisitor } from '../support/people';

const refused = (code: string) => expect.objectContaining({ code }) as unknown;

const answerTo = ({ factId, questionId, form }: StudyCard, rating: Rating) => ({
  id: randomUUID(),
  factId,
  questionId,
  form,
  rating,
  mode: 'study' as const,
  elapsedMs: 900,
});

onEveryDatabase(() => {
  test('answers feed the pupil’s memory and leave the teacher’s as it is; a replay finds no difference', async () => {
    const made = await setting();
    const id = await assign(made.owner, made, { attempts: 2 });
    const attempt = await take(made.pupil, id, 2);
    const database = await db();
    expect(await database.memory.count({ where: { userId: made.pupil.id } })).toBe(4);
    expect(await database.memory.count({ where: { userId: made.owner.id } })).toBe(0);
    expect(await database.fact.count({ where: { deckId: made.deckId, met: true } })).toBe(0);
    for (const user of [made.pupil, made.owner, made.other]) expect(await replayUser(user)).toEqual([]);
    const due = await assignedCards(made.pupil, {
      deckId: made.deckId,
      factIds: await missedFacts(made.pupil, attempt),
      now: after(20),
      limit: 60,
    });
    expect(due.cards.map(({ isGiven, deckTitle }) => [isGiven, deckTitle])).toEqual([
      [true, 'Towers'],
      [true, 'Towers'],
    ]);
    expect(due.cards[0]?.proof.articleTitle).toBe('Towers');
    // What was right comes back in a learning step, too.
    expect(await assignedDue(made.pupil, after(20))).toBe(4);
    const [card] = due.cards;
    if (card === undefined) throw new Error('no card');
    const review = answerTo(card, 'good');
    await recordReview(made.pupil, { ...review, at: after(20), interval: null });
    expect(await replayUser(made.pupil)).toEqual([]);
    // Nobody else studies them by it, and the pupil's own shelf does not hold them.
    for (const user of [made.other, await newMember()]) {
      const wish = { deckId: made.deckId, now: after(20), limit: 60 };
      await expect(assignedCards(user, wish)).rejects.toEqual(refused('NOT_FOUND'));
      await expect(nextCards(user, wish)).rejects.toEqual(refused('NOT_FOUND'));
      expect(await assignedDue(user, after(20))).toBe(0);
    }
    const stranger = { ...review, id: randomUUID(), at: after(21), interval: null };
    await expect(recordReview(await newMember(), stranger)).rejects.toEqual(refused('NOT_FOUND'));
    expect((await nextCards(made.pupil, { deckId: null, now: after(20), limit: 60 })).cards).toEqual([]);
  });

  test('no card tells the key of a quiz before its time', async () => {
    const made = await setting();
    const studied = async (minute: number) =>
      (await assignedCards(made.pupil, { deckId: null, now: after(minute), limit: 60 })).cards.length;
    const told = await assign(made.owner, made, { feedback: 'end', closesAt: after(30) });
    await take(made.pupil, told, 0);
    expect(await studied(20)).toBe(4);
    // Another quiz on the same facts keeps its key until it closes.
    await assign(made.owner, made, { feedback: 'close', closesAt: after(40) });
    expect(await studied(20)).toBe(0);
    expect(await studied(40)).toBe(4);
    const secret = await setting();
    await take(secret.pupil, await assign(secret.owner, secret, { feedback: 'score' }), 0);
    expect(await assignedDue(secret.pupil, after(90))).toBe(0);
  });

  test('a deck that was given is studied from its opening on, by each pupil for themselves', async () => {
    const made = await setting(3);
    const id = await assign(made.owner, made, { quiz: null });
    const wish = { deckId: made.deckId, now: after(1), limit: 60 };
    await expect(assignedCards(made.pupil, { ...wish, now: after(-1) })).rejects.toEqual(
      refused('NOT_FOUND'),
    );
    const { cards, title } = await assignedCards(made.pupil, wish);
    expect([title, cards.length]).toEqual(['Towers', 3]);
    const [card] = cards;
    if (card === undefined) throw new Error('no card');
    const review = answerTo(card, 'easy');
    await recordReview(made.pupil, { ...review, at: after(2), interval: card.intervals.easy.days });
    const work = await pupilAssignment(made.pupil, id, after(3));
    expect(work).toMatchObject({ isQuiz: false, isDone: false, facts: { all: 3, met: 1, due: 0 } });
    expect((await pupilAssignment(made.other, id, after(3))).facts).toMatchObject({ met: 0 });
    expect((await assignedCards(made.other, wish)).cards).toHaveLength(3);
    expect((await nextCards(made.owner, wish)).cards).toHaveLength(3);
    expect(await replayUser(made.pupil)).toEqual([]);
    expect(await replayUser(made.owner)).toEqual([]);
    await expect(begin(made.pupil, id)).rejects.toEqual(refused('NOT_FOUND'));
  });

  test('a pupil who brings their work into an account of the same class has one memory of each fact', async () => {
    const made = await setting();
    const id = await assign(made.owner, made, { attempts: 3 });
    await take(made.pupil, id, 3, after(5));
    await take(made.other, id, 1, after(6));
    await adoptGuest(made.other, made.pupil);
    expect(await replayUser(made.pupil)).toEqual([]);
    const { taken } = await pupilAssignment(made.pupil, id, after(7));
    expect(taken.map(({ score }) => score)).toEqual([3, 1]);
    expect((await givenAssignment(made.owner, id, after(7))).pupils).toBe(1);
    const guest = await newVisitor();
    await joinClass(guest, made.code, 'Third');
    await take(guest, id, 2, after(8));
    const account = await newMember();
    await adoptGuest(guest, account);
    expect((await pupilAssignment(account, id, after(9))).taken).toHaveLength(1);
    expect(await replayUser(account)).toEqual([]);
  });
});
