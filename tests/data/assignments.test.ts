import { expect, test } from 'vitest';
import { changeAssignment, deleteAssignment, extendFor, remindPupils } from '@/lib/server/data/assignments';
import { openWork, pupilAssignment, pupilWork } from '@/lib/server/data/assigned-work';
import { openAttempt, saveAnswer } from '@/lib/server/data/attempts';
import { finishAttempt } from '@/lib/server/data/attempts-finish';
import { attemptResult } from '@/lib/server/data/attempts-result';
import { showAnswer } from '@/lib/server/data/attempts-show';
import { removeMember } from '@/lib/server/data/class-members';
import { archiveClass, deleteClass } from '@/lib/server/data/classes';
import { deleteDeck } from '@/lib/server/data/decks';
import { exportOf } from '@/lib/server/data/export';
import { givenAssignment, givenWork } from '@/lib/server/data/given-work';
import { USUAL_SETTINGS } from '@/lib/quiz/settings';
import { retakeQuiz, startQuiz } from '@/lib/server/data/quizzes';
import { resultsTable } from '@/lib/server/data/results-table';
import { latestAnswers } from '@/lib/server/data/taken-answers';
import { db } from '@/lib/server/db';
import { after, assign, begin, OPENS, paperOf, setting, take } from '../support/assignments';
import { classWith } from '../support/classes';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

const refused = (code: string) => expect.objectContaining({ code }) as unknown;

onEveryDatabase(() => {
  test('each pupil gets the same questions in an attempt of their own, and nobody else sees it', async () => {
    const made = await setting();
    const id = await assign(made.owner, made, { quiz: { groups: ['choice'] } });
    const [one, two] = [await begin(made.pupil, id), await begin(made.other, id)];
    const ids = async (attempt: string) =>
      (await paperOf(attempt)).map(({ questionId }) => questionId).sort();
    expect(await ids(one)).toEqual(await ids(two));
    await saveAnswer(made.pupil, one, { position: 0, given: 'mine', at: after(6) });
    const open = await openAttempt(made.other, two);
    expect(open?.given).toEqual([null, null, null, null]);
    expect(open?.items[0]?.source).toBe('Towers');
    for (const nosy of [made.other, made.owner, made.teacher, await newMember()]) {
      await expect(openAttempt(nosy, one)).rejects.toEqual(refused('NOT_FOUND'));
      await expect(attemptResult(nosy, one)).rejects.toEqual(refused('NOT_FOUND'));
      await expect(finishAttempt(nosy, one, after(7))).rejects.toEqual(refused('NOT_FOUND'));
      await expect(saveAnswer(nosy, one, { position: 0, given: 'x', at: after(7) })).rejects.toEqual(
        refused('NOT_FOUND'),
      );
    }
    expect(await finishAttempt(made.pupil, one, after(8))).toMatchObject({ total: 4 });
    const result = await attemptResult(made.pupil, one, after(8));
    expect(result?.items[0]?.proof).toMatchObject({ articleTitle: 'Towers' });
    expect(JSON.stringify(await pupilAssignment(made.other, id, after(8)))).not.toContain(one);
  });

  test('a quiz of theirs is given as it was last put to them, and no quiz of others', async () => {
    const made = await setting();
    const settings = { ...USUAL_SETTINGS, count: 3, minutes: 20 };
    const own = await startQuiz(made.owner, { deckId: made.deckId, settings, seed: 'mine', now: OPENS });
    const { quizId } = await (await db()).attempt.findUniqueOrThrow({ where: { id: own } });
    const id = await assign(made.owner, made, { work: { kind: 'taken', quizId }, title: '' });
    const asked = async (attempt: string) => (await paperOf(attempt)).map((item) => item.prompt).sort();
    expect(await asked(await begin(made.pupil, id))).toEqual(await asked(own));
    expect(await givenAssignment(made.owner, id, OPENS)).toMatchObject({
      title: 'Towers',
      quiz: { count: 3, minutes: 20 },
    });
    for (const nosy of [made.teacher, made.pupil, await newMember()]) {
      await expect(assign(nosy, made, { work: { kind: 'taken', quizId } })).rejects.toEqual(
        refused('NOT_FOUND'),
      );
    }
  });

  test('an open attempt says nothing of what is right', async () => {
    const made = await setting();
    const id = await assign(made.owner, made, { quiz: { groups: ['typed'] } });
    const attempt = await begin(made.pupil, id);
    const sent = JSON.stringify([
      await openAttempt(made.pupil, attempt),
      await pupilAssignment(made.pupil, id, after(6)),
      await pupilWork(made.pupil, after(6)),
    ]);
    for (const { answer, statement } of await paperOf(attempt)) {
      expect(sent).not.toContain(answer);
      expect(sent).not.toContain(statement);
    }
  });

  test('the key is told at its time: at the end, after the closing for all, or never', async () => {
    const made = await setting();
    const toldAt = async (feedback: 'end' | 'close' | 'score', minute: number) => {
      const id = await assign(made.owner, made, { feedback, quiz: { groups: ['choice'] } });
      await extendFor(made.owner, id, { memberId: made.otherId, closesAt: after(90) });
      const attempt = await take(made.pupil, id, 1);
      const result = await attemptResult(made.pupil, attempt, after(minute));
      expect(result?.score).toBe(1);
      await expect(
        showAnswer(made.pupil, { attemptId: attempt, position: 0, now: after(6) }),
      ).rejects.toThrow();
      return result?.items.length;
    };
    expect(await toldAt('end', 6)).toBe(4);
    // The other pupil may still be at it.
    expect(await toldAt('close', 89)).toBe(0);
    expect(await toldAt('close', 90)).toBe(4);
    expect(await toldAt('score', 9000)).toBe(0);
  });

  test('not even a pupil’s own data tells the key before its time', async () => {
    const made = await setting();
    const id = await assign(made.owner, made, { feedback: 'close', quiz: { groups: ['typed'] } });
    const attempt = await take(made.pupil, id, 0);
    const exported = async (minute: number): Promise<string> => {
      let text = '';
      for await (const piece of exportOf(made.pupil, after(minute))) text += piece;
      return text;
    };
    const early = await exported(10);
    const late = await exported(60);
    for (const { answer, statement } of await paperOf(attempt)) {
      expect(early).not.toContain(answer);
      expect(early).not.toContain(statement);
      expect(late).toContain(statement);
    }
    expect(JSON.parse(early)).toMatchObject({ memories: [], reviews: [], attempts: [{ score: 0 }] });
    const { memories, reviews } = JSON.parse(late) as Record<string, unknown[]>;
    expect([memories?.length, reviews?.length]).toEqual([4, 4]);
  });

  test('what is ahead is not there, and what is closed cannot be begun', async () => {
    const made = await setting();
    const id = await assign(made.owner, made);
    await expect(begin(made.pupil, id, after(-1))).rejects.toEqual(refused('NOT_FOUND'));
    await expect(pupilAssignment(made.pupil, id, after(-1))).rejects.toEqual(refused('NOT_FOUND'));
    expect(await pupilWork(made.pupil, after(-1))).toEqual([]);
    expect((await openWork(made.pupil, after(0))).map((work) => work.id)).toEqual([id]);
    await expect(begin(made.pupil, id, after(60))).rejects.toEqual(refused('NOT_OPEN'));
    expect(await openWork(made.pupil, after(60))).toEqual([]);
    expect((await pupilWork(made.pupil, after(60))).map(({ phase }) => phase)).toEqual(['closed']);
  });

  test('of ten beginnings at once one attempt comes, and no more than are allowed', async () => {
    const made = await setting();
    const id = await assign(made.owner, made, { attempts: 2 });
    const begun = await Promise.all(Array.from({ length: 10 }, () => begin(made.pupil, id)));
    expect(new Set(begun).size).toBe(1);
    await finishAttempt(made.pupil, begun[0] ?? '', after(6));
    const again = await Promise.all(Array.from({ length: 10 }, () => begin(made.pupil, id)));
    expect(new Set(again).size).toBe(1);
    expect(again[0]).not.toBe(begun[0]);
    await finishAttempt(made.pupil, again[0] ?? '', after(7));
    await expect(begin(made.pupil, id, after(8))).rejects.toEqual(refused('NO_ATTEMPTS_LEFT'));
    expect((await pupilAssignment(made.pupil, id, after(8))).taken).toHaveLength(2);
    // The quiz behind it is the teacher's, and is not taken around the assignment.
    const quizId = (await attemptResult(made.pupil, begun[0] ?? ''))?.quizId ?? '';
    await expect(retakeQuiz(made.pupil, quizId, { seed: 's', now: after(8) })).rejects.toEqual(
      refused('NOT_FOUND'),
    );
  });

  test('more time and a later closing are one pupil’s own, and reach an attempt under way', async () => {
    const made = await setting();
    const database = await db();
    await database.classMember.update({ where: { id: made.pupilId }, data: { moreTime: 50 } });
    const id = await assign(made.owner, made, { quiz: { minutes: 20 } });
    const deadlineOf = async (attempt: string) =>
      (await database.attempt.findUniqueOrThrow({ where: { id: attempt } })).deadline;
    const [slow, usual] = [await begin(made.pupil, id, after(5)), await begin(made.other, id, after(50))];
    expect(await deadlineOf(slow)).toEqual(after(35));
    expect(await deadlineOf(usual)).toEqual(after(60));
    await extendFor(made.owner, id, { memberId: made.otherId, closesAt: after(65) });
    expect(await deadlineOf(usual)).toEqual(after(65));
    expect(await deadlineOf(slow)).toEqual(after(35));
    const terms = { title: 'Towers', opensAt: OPENS, attempts: 1, feedback: 'end' } as const;
    await changeAssignment(made.teacher, id, { ...terms, closesAt: after(30) });
    expect(await deadlineOf(slow)).toEqual(after(30));
    await expect(saveAnswer(made.pupil, slow, { position: 0, given: 'x', at: after(31) })).rejects.toEqual(
      refused('TIME_UP'),
    );
    await extendFor(made.owner, id, { memberId: made.otherId, closesAt: null });
    expect(await deadlineOf(usual)).toEqual(after(30));
  });

  test('only who teaches the class gives and changes, and only decks of their own', async () => {
    const made = await setting();
    const id = await assign(made.owner, made);
    const terms = {
      title: 'Mine',
      opensAt: OPENS,
      closesAt: null,
      attempts: null,
      feedback: 'each',
    } as const;
    await expect(assign(made.teacher, made)).rejects.toEqual(refused('NOT_FOUND'));
    const stranger = await newMember();
    const elsewhere = await classWith();
    for (const nosy of [made.pupil, made.other, stranger, elsewhere.owner]) {
      const own = await newDeck(nosy);
      await expect(assign(nosy, { classId: made.classId, deckId: own.deckId })).rejects.toEqual(
        refused('NOT_FOUND'),
      );
      await expect(changeAssignment(nosy, id, terms)).rejects.toEqual(refused('NOT_FOUND'));
      await expect(deleteAssignment(nosy, id)).rejects.toEqual(refused('NOT_FOUND'));
      await expect(remindPupils(nosy, id, OPENS)).rejects.toEqual(refused('NOT_FOUND'));
      await expect(extendFor(nosy, id, { memberId: made.pupilId, closesAt: after(99) })).rejects.toEqual(
        refused('NOT_FOUND'),
      );
      await expect(givenAssignment(nosy, id, OPENS)).rejects.toEqual(refused('NOT_FOUND'));
      expect(await givenWork(nosy, made.classId, OPENS)).toEqual([]);
    }
    await expect(begin(stranger, id)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(begin(made.owner, id)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(
      extendFor(made.owner, id, { memberId: elsewhere.pupilId, closesAt: after(99) }),
    ).rejects.toEqual(refused('NOT_FOUND'));
    await archiveClass(made.owner, made.classId, OPENS);
    await expect(changeAssignment(made.owner, id, terms)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(begin(made.pupil, id)).rejects.toEqual(refused('NOT_FOUND'));
    expect(await openWork(made.pupil, after(5))).toEqual([]);
  });

  test('a later edit of the deck changes no question that was given', async () => {
    const made = await setting();
    const id = await assign(made.owner, made);
    await (
      await db()
    ).question.updateMany({ where: { factId: { in: [...made.factIds] } }, data: { prompt: 'changed' } });
    expect(JSON.stringify(await paperOf(await begin(made.pupil, id)))).not.toContain('changed');
  });

  test('what was begun is not taken back, and its deck not deleted', async () => {
    const made = await setting();
    const [untouched, begun] = [await assign(made.owner, made), await assign(made.owner, made)];
    await begin(made.pupil, begun);
    await deleteAssignment(made.owner, untouched);
    await expect(deleteAssignment(made.owner, begun)).rejects.toEqual(refused('BEGUN'));
    await expect(deleteDeck(made.owner, made.deckId)).rejects.toEqual(refused('ASSIGNED'));
    await deleteClass(made.owner, made.classId);
    await deleteDeck(made.owner, made.deckId);
  });

  test('a pupil who is taken out keeps what they did and begins nothing', async () => {
    const made = await setting();
    const id = await assign(made.owner, made, { attempts: null });
    const attempt = await take(made.pupil, id, 2);
    expect((await givenAssignment(made.owner, id, after(6))).handedIn).toBe(1);
    await removeMember(made.owner, made.pupilId);
    expect((await attemptResult(made.pupil, attempt, after(7)))?.score).toBe(2);
    await expect(begin(made.pupil, id)).rejects.toEqual(refused('NOT_FOUND'));
    expect((await givenAssignment(made.owner, id, after(6))).handedIn).toBe(0);
  });

  test('reminders reach those who have not handed in', async () => {
    const made = await setting();
    const id = await assign(made.owner, made);
    await take(made.pupil, id, 4);
    await remindPupils(made.owner, id, after(10));
    expect((await openWork(made.pupil, after(11)))[0]?.isReminded).toBe(false);
    expect((await openWork(made.other, after(11)))[0]?.isReminded).toBe(true);
  });

  test('until a class is told, nothing of a pupil’s history says what was right', async () => {
    const made = await setting();
    const id = await assign(made.owner, made, { feedback: 'close', quiz: { groups: ['choice'] } });
    const attemptId = await take(made.pupil, id, 1);
    const seen = async (at: Date) => {
      const answers = await latestAnswers(made.pupil, 10, at);
      const table = await resultsTable(made.pupil, at);
      const own = table.filter(([attempt]) => attempt === attemptId);
      return {
        told: answers.filter(({ isTold }) => isTold).length,
        keys: own.filter((row) => row[9] !== null).length,
      };
    };
    expect(await seen(after(10))).toEqual({ told: 0, keys: 0 });
    expect(await seen(after(61))).toEqual({ told: 4, keys: 4 });
  });
});
