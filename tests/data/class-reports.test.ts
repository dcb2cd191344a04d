import { expect, test } from 'vitest';
import { articlesOfClass, classMemory } from '@/lib/server/data/class-memory';
import { assignmentResults, classResults } from '@/lib/server/data/class-reports';
import { removeMember } from '@/lib/server/data/class-members';
import { exportOf } from '@/lib/server/data/export';
import { erasePupil, exportPupil, pupilAttempts } from '@/lib/server/data/pupil-data';
import { db } from '@/lib/server/db';
import { after, assign, begin, setting, take } from '../support/assignments';
import { classWith } from '../support/classes';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

const refused = (code: string) => expect.objectContaining({ code }) as unknown;

onEveryDatabase(() => {
  test('a report holds what pupils of the class handed in, each attempt by itself, and nothing under way', async () => {
    const made = await setting();
    const id = await assign(made.owner, made, { attempts: 2, quiz: { groups: ['choice'] } });
    await take(made.pupil, id, 1, after(5));
    await take(made.pupil, id, 4, after(6));
    await begin(made.other, id, after(7));
    const { rows, items, pupils } = await assignmentResults(made.teacher, id);
    expect(pupils.map(({ name }) => name)).toEqual(['Other', 'Pupil']);
    expect(items).toHaveLength(4);
    expect(rows).toHaveLength(8);
    expect(new Set(rows.map(({ playerName }) => playerName))).toEqual(new Set(['Pupil']));
    const right = (attempt: number) => rows.filter((row) => row.attempt === attempt && row.correct).length;
    expect([right(1), right(2)]).toEqual([1, 4]);
    expect(JSON.stringify(rows)).not.toContain(made.pupil.id);
    // Whoever is taken out is in no report any more.
    await removeMember(made.owner, made.pupilId);
    expect((await assignmentResults(made.owner, id)).rows).toEqual([]);
  });

  test('no pupil, no teacher of another class and no stranger gets a report, an export or a map', async () => {
    const made = await setting();
    const id = await assign(made.owner, made);
    await take(made.pupil, id, 2);
    const elsewhere = await classWith();
    for (const nosy of [made.pupil, made.other, elsewhere.owner, await newMember()]) {
      await expect(assignmentResults(nosy, id)).rejects.toEqual(refused('NOT_FOUND'));
      expect(await classResults(nosy, made.classId)).toEqual([]);
      await expect(pupilAttempts(nosy, made.pupilId)).rejects.toEqual(refused('NOT_FOUND'));
      await expect(exportPupil(nosy, made.pupilId, after(9))).rejects.toEqual(refused('NOT_FOUND'));
      await expect(erasePupil(nosy, made.pupilId)).rejects.toEqual(refused('NOT_FOUND'));
      expect(await articlesOfClass(nosy, made.classId)).toEqual([]);
      await expect(classMemory(nosy, made.classId, made.articleId, after(9))).rejects.toEqual(
        refused('NOT_FOUND'),
      );
    }
    // Of the teacher's decks only those that the class was given.
    const own = await newDeck(made.owner);
    await expect(classMemory(made.owner, made.classId, own.articleId, after(9))).rejects.toEqual(
      refused('NOT_FOUND'),
    );
    await expect(classMemory(elsewhere.owner, elsewhere.classId, made.articleId, after(9))).rejects.toEqual(
      refused('NOT_FOUND'),
    );
  });

  test('the map of a class is the mean of its pupils, and leaves out what others know', async () => {
    const made = await setting();
    const id = await assign(made.owner, made);
    await take(made.pupil, id, 4);
    await take(made.other, id, 0);
    const { facts, pupils } = await classMemory(
      made.teacher,
      made.classId,
      made.articleId,
      after(60 * 24 * 3),
    );
    expect(pupils).toBe(2);
    expect(facts).toHaveLength(4);
    for (const { recall, pupils: asked } of facts) {
      expect(asked.map(({ name }) => name)).toEqual(['Other', 'Pupil']);
      expect(recall).toBeCloseTo(((asked[0]?.recall ?? 0) + (asked[1]?.recall ?? 0)) / 2, 10);
    }
    await removeMember(made.owner, made.otherId);
    const left = await classMemory(made.owner, made.classId, made.articleId, after(60 * 24 * 3));
    expect(left.facts[0]?.pupils.map(({ name }) => name)).toEqual(['Pupil']);
  });

  test('a pupil’s data comes out whole, and goes where it is erased', async () => {
    const made = await setting();
    const id = await assign(made.owner, made);
    await take(made.other, id, 3);
    await take(made.pupil, id, 2);
    expect(await pupilAttempts(made.owner, made.otherId)).toMatchObject([{ score: 3, total: 4 }]);
    const exported = await exportPupil(made.owner, made.otherId, after(9));
    expect(exported).toMatchObject({
      class: 'History 7b',
      pupil: { name: 'Other' },
      attempts: [{ assignment: 'Towers, test', score: 3, total: 4 }],
    });
    expect(JSON.stringify(exported)).not.toContain('Pupil');
    let own = '';
    for await (const piece of exportOf(made.other, after(9))) own += piece;
    expect(JSON.parse(own)).toMatchObject({ places: [{ class: { name: 'History 7b' }, name: 'Other' }] });

    // Without an account nothing of them is left, not even the row.
    await erasePupil(made.owner, made.otherId);
    const database = await db();
    expect(await database.user.count({ where: { id: made.other.id } })).toBe(0);
    for (const count of [
      await database.attempt.count({ where: { userId: made.other.id } }),
      await database.review.count({ where: { userId: made.other.id } }),
      await database.assignedAttempt.count({ where: { userId: made.other.id } }),
    ]) {
      expect(count).toBe(0);
    }
    // With an account what is their own stays: the account and what it remembers.
    await erasePupil(made.owner, made.pupilId);
    expect(await database.attempt.count({ where: { userId: made.pupil.id } })).toBe(0);
    expect(await database.memory.count({ where: { userId: made.pupil.id } })).toBe(4);
    expect((await assignmentResults(made.owner, id)).rows).toEqual([]);
  });
});
