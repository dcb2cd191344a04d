import 'server-only';
import { nameKeyOf } from '@/lib/classes/member-name';
import type { ClassRole } from '@/lib/classes/policy';
import { Refusal } from '@/lib/refusal';
import { db, type Transaction } from '@/lib/server/db';
import { classesWhereMay, classRoleSchema, proveMay } from '@/lib/server/data/classes';
import { isClash } from '@/lib/server/data/clash';
import type { User } from '@/lib/server/user';

/** Pupils of one class, at most. */
const MOST_PUPILS = 1000;

/** A class as a code shows it to somebody who may join. */
export type Invitation = {
  readonly classId: string;
  readonly name: string;
  readonly teachers: readonly string[];
  readonly as: 'pupil' | 'teacher';
};

/** What a code invites to; `null` where none that is open has it. Whoever has the code may ask. */
export const invitationOf = async (code: string): Promise<Invitation | null> => {
  const row = await (
    await db()
  ).class.findFirst({
    where: { archivedAt: null, OR: [{ code }, { teacherCode: code }] },
    select: {
      id: true,
      name: true,
      code: true,
      members: {
        where: { role: { not: 'pupil' } },
        orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }],
        select: { name: true },
      },
    },
  });
  if (row === null) return null;
  const teachers = row.members.map(({ name }) => name);
  return { classId: row.id, name: row.name, teachers, as: row.code === code ? 'pupil' : 'teacher' };
};

/**
 * Joins the class of a code under a name that nobody has there. Who belongs to it already stays as they are, but
 * that a pupil whom a teacher's code was given becomes a teacher. Answers the class.
 * @throws Refusal BAD_CODE, NAME_TAKEN, CLASS_FULL; SIGNED_OUT for a visitor who would teach
 */
export const joinClass = async (user: User, code: string, name: string): Promise<string> => {
  const invitation = await invitationOf(code);
  if (invitation === null) throw new Refusal('BAD_CODE');
  const { classId, as: role } = invitation;
  if (role === 'teacher' && user.email === null) throw new Refusal('SIGNED_OUT');
  const database = await db();
  const known = await database.classMember.findUnique({
    where: { classId_userId: { classId, userId: user.id } },
    select: { id: true, role: true },
  });
  if (known !== null) {
    if (role === 'teacher' && known.role === 'pupil') {
      await database.classMember.updateMany({
        where: { id: known.id, userId: user.id, role: 'pupil' },
        data: { role },
      });
    }
    return classId;
  }
  const pupils = await database.classMember.count({ where: { classId, role: 'pupil' } });
  if (role === 'pupil' && pupils >= MOST_PUPILS) throw new Refusal('CLASS_FULL');
  try {
    await database.classMember.create({
      data: { classId, userId: user.id, role, name, nameKey: nameKeyOf(name) },
      select: { id: true },
    });
  } catch (error) {
    if (!isClash(error)) throw error;
    // Of two joins of one person at once the second finds them there.
    const own = await database.classMember.count({ where: { classId, userId: user.id } });
    if (own === 0) throw new Refusal('NAME_TAKEN');
  }
  return classId;
};

/** Somebody of a class as its teachers see them. */
export type Member = {
  readonly id: string;
  readonly name: string;
  readonly role: ClassRole;
  readonly moreTime: number;
  /** Whether they can sign in by themselves; otherwise they come back by a code. */
  readonly hasAccount: boolean;
  readonly joinedAt: Date;
};

/** Everybody of a class by name, teachers first. @throws Refusal NOT_FOUND */
export const classMembers = async (user: User, classId: string): Promise<Member[]> => {
  await proveMay(user, classId, 'see-pupils');
  const rows = await (
    await db()
  ).classMember.findMany({
    where: { classId, class: classesWhereMay(user, 'see-pupils') },
    orderBy: [{ nameKey: 'asc' }],
    select: {
      id: true,
      name: true,
      role: true,
      moreTime: true,
      joinedAt: true,
      user: { select: { email: true } },
    },
  });
  const members = rows.map(({ user: person, role, ...row }) => ({
    ...row,
    role: classRoleSchema.parse(role),
    hasAccount: person.email !== null,
  }));
  return members.sort((a, b) => Number(a.role === 'pupil') - Number(b.role === 'pupil'));
};

/** Gives a pupil another name in the class. @throws Refusal NOT_FOUND, NAME_TAKEN */
export const renameMember = async (user: User, memberId: string, name: string): Promise<void> => {
  try {
    const { count } = await (
      await db()
    ).classMember.updateMany({
      where: { id: memberId, role: 'pupil', class: classesWhereMay(user, 'help-pupil') },
      data: { name, nameKey: nameKeyOf(name) },
    });
    if (count === 0) throw new Refusal('NOT_FOUND');
  } catch (error) {
    if (isClash(error)) throw new Refusal('NAME_TAKEN');
    throw error;
  }
};

/** Gives a pupil so many percent more time than others, from their next attempt on. @throws Refusal NOT_FOUND */
export const setMoreTime = async (user: User, memberId: string, moreTime: number): Promise<void> => {
  const { count } = await (
    await db()
  ).classMember.updateMany({
    where: { id: memberId, role: 'pupil', class: classesWhereMay(user, 'help-pupil') },
    data: { moreTime },
  });
  if (count === 0) throw new Refusal('NOT_FOUND');
};

/** Takes somebody out of a class; what they answered stays theirs, and is no longer in its reports. @throws NOT_FOUND */
export const removeMember = async (user: User, memberId: string): Promise<void> => {
  const { count } = await (
    await db()
  ).classMember.deleteMany({
    where: {
      id: memberId,
      OR: [
        { role: 'pupil', class: classesWhereMay(user, 'remove-pupil') },
        { role: 'teacher', class: classesWhereMay(user, 'remove-teacher') },
      ],
    },
  });
  if (count === 0) throw new Refusal('NOT_FOUND');
};

/** Leaves a class; its owner cannot. @throws Refusal NOT_FOUND */
export const leaveClass = async (user: User, classId: string): Promise<void> => {
  const { count } = await (
    await db()
  ).classMember.deleteMany({
    where: { classId, userId: user.id, class: classesWhereMay(user, 'leave') },
  });
  if (count === 0) throw new Refusal('NOT_FOUND');
};

/**
 * Before an account goes: each class that it owns passes to the teacher who came first after it, and one that nobody
 * else teaches goes with it.
 */
export const handOnClasses = async (transaction: Transaction, user: User): Promise<void> => {
  const owned = await transaction.class.findMany({
    where: { members: { some: { userId: user.id, role: 'owner' } } },
    select: {
      id: true,
      members: { where: { role: 'teacher' }, orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }], take: 1 },
    },
  });
  for (const { id, members } of owned) {
    const [heir] = members;
    if (heir === undefined) await transaction.class.deleteMany({ where: { id } });
    else await transaction.classMember.updateMany({ where: { id: heir.id }, data: { role: 'owner' } });
  }
};
