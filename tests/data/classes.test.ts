import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { CLASS_ACTS, may, type ClassRole } from '@/lib/classes/policy';
import {
  archiveClass,
  classCodes,
  classesWhereMay,
  classView,
  createClass,
  deleteClass,
  listClasses,
  renameClass,
  setPupilCode,
  setTeacherCode,
} from '@/lib/server/data/classes';
import {
  classMembers,
  invitationOf,
  joinClass,
  leaveClass,
  removeMember,
  renameMember,
  setMoreTime,
} from '@/lib/server/data/class-members';
import { newResumeCode, openByCode, resumeCodeFor } from '@/lib/server/data/resume-codes';
import { createAccount, deleteUser, sweepGuests } from '@/lib/server/data/users';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';
import { classWith } from '../support/classes';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember, newVisitor } from '../support/people';

const refused = (code: string) => expect.objectContaining({ code }) as unknown;

onEveryDatabase(() => {
  test('pupils join by the code, with and without account, each under a name of their own', async () => {
    const { owner, classId, code } = await classWith();
    expect(await invitationOf(code)).toMatchObject({
      classId,
      as: 'pupil',
      teachers: ['Ms Owner', 'Mr Teacher'],
    });
    const [visitor, member] = [await newVisitor(), await newMember()];
    expect(await joinClass(visitor, code, 'Ann')).toBe(classId);
    expect(await joinClass(member, code, 'Bo')).toBe(classId);
    await expect(joinClass(await newVisitor(), code, 'aNN')).rejects.toEqual(refused('NAME_TAKEN'));
    // Again, it changes nothing.
    expect(await joinClass(visitor, code, 'Cleo')).toBe(classId);
    expect(
      (await classMembers(owner, classId)).map(({ name, role, hasAccount }) => [name, role, hasAccount]),
    ).toEqual([
      ['Mr Teacher', 'teacher', true],
      ['Ms Owner', 'owner', true],
      ['Ann', 'pupil', false],
      ['Bo', 'pupil', true],
      ['Other', 'pupil', false],
      ['Pupil', 'pupil', true],
    ]);
  });

  test('of ten who want one name at once one gets it', async () => {
    const { code } = await classWith();
    const visitors = await Promise.all(Array.from({ length: 10 }, newVisitor));
    const tries = await Promise.allSettled(visitors.map((visitor) => joinClass(visitor, code, 'Ann')));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const tried of tries) {
      if (tried.status === 'rejected') expect(tried.reason).toEqual(refused('NAME_TAKEN'));
    }
  });

  test('a code that was replaced or closed, or whose class is put away, lets nobody in', async () => {
    const { owner, classId, code } = await classWith();
    await setPupilCode(owner, classId, true);
    await expect(joinClass(await newVisitor(), code, 'Ann')).rejects.toEqual(refused('BAD_CODE'));
    const second = (await classCodes(owner, classId)).code ?? '';
    await archiveClass(owner, classId, new Date());
    await expect(joinClass(await newVisitor(), second, 'Ann')).rejects.toEqual(refused('BAD_CODE'));
    await archiveClass(owner, classId, null);
    await joinClass(await newVisitor(), second, 'Ann');
    await setPupilCode(owner, classId, false);
    await expect(joinClass(await newVisitor(), second, 'Bo')).rejects.toEqual(refused('BAD_CODE'));
  });

  test('what the database grants is what the policy says, for every role and act', async () => {
    const { owner, teacher, pupil, classId } = await classWith();
    const people: readonly [ClassRole | null, User][] = [
      ['owner', owner],
      ['teacher', teacher],
      ['pupil', pupil],
      [null, await newMember()],
    ];
    const database = await db();
    for (const isArchived of [false, true]) {
      await archiveClass(owner, classId, isArchived ? new Date() : null);
      for (const [role, user] of people) {
        for (const act of CLASS_ACTS) {
          const granted = await database.class.count({
            where: { id: classId, ...classesWhereMay(user, act) },
          });
          expect(granted === 1, `${role ?? 'nobody'} ${act} ${isArchived ? 'archived' : ''}`).toBe(
            may({ role, isArchived }, act),
          );
        }
      }
    }
  });

  test('a pupil sees the class and its teachers, no other pupil and no code; a stranger nothing', async () => {
    const { pupil, classId, owner } = await classWith();
    const view = await classView(pupil, classId);
    expect(view).toMatchObject({ role: 'pupil', ownName: 'Pupil', teachers: ['Ms Owner', 'Mr Teacher'] });
    expect(JSON.stringify(view)).not.toContain('Other');
    expect(await classCodes(pupil, classId)).toEqual({ code: null, teacherCode: null });
    await expect(classMembers(pupil, classId)).rejects.toEqual(refused('NOT_FOUND'));
    const [, , { id: other } = { id: '' }] = await classMembers(owner, classId);
    const stranger = await newMember();
    for (const nosy of [pupil, stranger]) {
      for (const sent of [
        renameClass(nosy, classId, 'Mine'),
        archiveClass(nosy, classId, new Date()),
        deleteClass(nosy, classId),
        setPupilCode(nosy, classId, true),
        setTeacherCode(nosy, classId, true),
        removeMember(nosy, other),
        renameMember(nosy, other, 'Me'),
        setMoreTime(nosy, other, 50),
        resumeCodeFor(nosy, other),
      ]) {
        await expect(sent).rejects.toEqual(refused('NOT_FOUND'));
      }
    }
    await expect(classView(stranger, classId)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(classMembers(stranger, classId)).rejects.toEqual(refused('NOT_FOUND'));
    expect(await listClasses(stranger)).toEqual([]);
    expect((await classMembers(owner, classId)).length).toBe(4);
  });

  test('a co-teacher joins by a code of their own, teaches, and is let go by the owner alone', async () => {
    const { owner, teacher, pupil, classId } = await classWith();
    await expect(setTeacherCode(teacher, classId, true)).rejects.toEqual(refused('NOT_FOUND'));
    await setTeacherCode(owner, classId, true);
    const { teacherCode } = await classCodes(owner, classId);
    expect((await classCodes(teacher, classId)).teacherCode).toBeNull();
    await expect(joinClass(await newVisitor(), teacherCode ?? '', 'Ann')).rejects.toEqual(
      refused('SIGNED_OUT'),
    );
    await joinClass(pupil, teacherCode ?? '', 'ignored');
    expect((await classView(pupil, classId)).role).toBe('teacher');
    const members = await classMembers(owner, classId);
    const idOf = (name: string) => members.find((member) => member.name === name)?.id ?? '';
    await expect(removeMember(teacher, idOf('Pupil'))).rejects.toEqual(refused('NOT_FOUND'));
    await expect(removeMember(owner, idOf('Ms Owner'))).rejects.toEqual(refused('NOT_FOUND'));
    await removeMember(owner, idOf('Mr Teacher'));
    await expect(classMembers(teacher, classId)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(leaveClass(owner, classId)).rejects.toEqual(refused('NOT_FOUND'));
    await leaveClass(pupil, classId);
    expect((await classMembers(owner, classId)).map(({ name }) => name)).toEqual(['Ms Owner', 'Other']);
  });

  test('a visitor makes no class', async () => {
    await expect(createClass(await newVisitor(), { name: '7b', teacher: 'Ann' })).rejects.toEqual(
      refused('SIGNED_OUT'),
    );
  });

  test('a resume code opens the row of its pupil, until a newer one or an account replaces it', async () => {
    const visitor = await newVisitor();
    const first = await newResumeCode(visitor);
    expect((await openByCode(first))?.user.id).toBe(visitor.id);
    const second = await newResumeCode(visitor);
    expect(await openByCode(first)).toBeNull();
    expect((await openByCode(second))?.user.id).toBe(visitor.id);
    const stored = await (await db()).resumeCode.findUnique({ where: { userId: visitor.id } });
    expect(JSON.stringify(stored)).not.toContain(second);
    const account = { email: `${randomUUID()}@example.org`, name: null, passwordHash: 'hash', zone: 'UTC' };
    const { user } = await createAccount(visitor, account);
    expect(await openByCode(second)).toBeNull();
    await expect(newResumeCode(user)).rejects.toEqual(refused('NOT_FOUND'));
  });

  test('a teacher gets a resume code for a pupil who is nowhere else', async () => {
    const { owner, other, otherId, classId } = await classWith();
    const code = await resumeCodeFor(owner, otherId);
    expect((await openByCode(code))?.user.id).toBe(other.id);
    const elsewhere = await classWith();
    await joinClass(other, elsewhere.code, 'Other too');
    await expect(resumeCodeFor(owner, otherId)).rejects.toEqual(refused('NOT_YOURS_ALONE'));
    await leaveClass(other, elsewhere.classId);
    await newDeck(other);
    await expect(resumeCodeFor(owner, otherId)).rejects.toEqual(refused('NOT_YOURS_ALONE'));
    const members = await classMembers(owner, classId);
    const withAccount = members.find(({ name }) => name === 'Pupil')?.id ?? '';
    await expect(resumeCodeFor(owner, withAccount)).rejects.toEqual(refused('NOT_YOURS_ALONE'));
  });

  test('pupils of a class are not swept away with the visitors', async () => {
    const { other, owner, otherId } = await classWith();
    const long = new Date(Date.now() + 60_000);
    const passing = await newVisitor();
    await sweepGuests(long);
    const users = (await db()).user;
    expect(await users.count({ where: { id: passing.id } })).toBe(0);
    expect(await users.count({ where: { id: other.id } })).toBe(1);
    await removeMember(owner, otherId);
    await sweepGuests(long);
    expect(await users.count({ where: { id: other.id } })).toBe(0);
  });

  test('a class of an account that is deleted passes to who taught it next, or goes', async () => {
    const { owner, teacher, classId } = await classWith();
    const alone = await createClass(owner, { name: 'Alone', teacher: 'Ms Owner' });
    await deleteUser(owner);
    expect((await classView(teacher, classId)).role).toBe('owner');
    expect(await (await db()).class.count({ where: { id: alone } })).toBe(0);
  });
});
