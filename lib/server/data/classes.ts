import 'server-only';
import { z } from 'zod';
import { nameKeyOf } from '@/lib/classes/member-name';
import {
  CLASS_ROLES,
  needsLiveClass,
  rolesThatMay,
  type ClassAct,
  type ClassRole,
} from '@/lib/classes/policy';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import { newCode } from '@/lib/server/new-code';
import type { User } from '@/lib/server/user';

export const classRoleSchema = z.enum(CLASS_ROLES);

/** The classes in which a person may do `act`, for a `where`: the policy in the words of a query. */
export const classesWhereMay = (user: User, act: ClassAct) => ({
  members: { some: { userId: user.id, role: { in: rolesThatMay(act) } } },
  ...(needsLiveClass(act) ? { archivedAt: null } : {}),
});

/** @throws Refusal NOT_FOUND where the policy says no: to whoever may not, nothing is there. */
export const proveMay = async (user: User, classId: string, act: ClassAct): Promise<void> => {
  const count = await (await db()).class.count({ where: { id: classId, ...classesWhereMay(user, act) } });
  if (count === 0) throw new Refusal('NOT_FOUND');
};

export type NewClass = {
  readonly name: string;
  /** What pupils call the teacher, as `readName` gave it. */
  readonly teacher: string;
};

/** Makes a class that the asker owns; answers its id. @throws Refusal SIGNED_OUT for a visitor */
export const createClass = async (user: User, { name, teacher }: NewClass): Promise<string> => {
  // Whoever keeps what others did must be there tomorrow.
  if (user.email === null) throw new Refusal('SIGNED_OUT');
  const made = await (
    await db()
  ).class.create({
    data: {
      name,
      code: newCode('class'),
      members: {
        create: { userId: user.id, role: 'owner', name: teacher, nameKey: nameKeyOf(teacher) },
      },
    },
    select: { id: true },
  });
  return made.id;
};

/** A class in a list of one's own. */
export type ClassLine = {
  readonly id: string;
  readonly name: string;
  readonly role: ClassRole;
  readonly isArchived: boolean;
  readonly pupils: number;
  readonly teachers: readonly string[];
};

/** The classes that somebody teaches or attends, the newest first. */
export const listClasses = async (user: User): Promise<ClassLine[]> => {
  const rows = await (
    await db()
  ).class.findMany({
    where: classesWhereMay(user, 'see-class'),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      name: true,
      archivedAt: true,
      members: {
        where: { OR: [{ userId: user.id }, { role: { not: 'pupil' } }] },
        orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }],
        select: { userId: true, role: true, name: true },
      },
      _count: { select: { members: { where: { role: 'pupil' } } } },
    },
  });
  return rows.map(({ id, name, archivedAt, members, _count }) => ({
    id,
    name,
    isArchived: archivedAt !== null,
    role: classRoleSchema.parse(members.find(({ userId }) => userId === user.id)?.role),
    pupils: _count.members,
    teachers: members.filter(({ role }) => role !== 'pupil').map((member) => member.name),
  }));
};

/** A class as whoever belongs to it sees it: a pupil gets no code and no other pupil. */
export type ClassView = Omit<ClassLine, 'pupils'> & {
  /** What the asker is called there. */
  readonly ownName: string;
  readonly memberId: string;
};

/** @throws Refusal NOT_FOUND */
export const classView = async (user: User, classId: string): Promise<ClassView> => {
  const row = await (
    await db()
  ).class.findFirst({
    where: { id: classId, ...classesWhereMay(user, 'see-class') },
    select: {
      id: true,
      name: true,
      archivedAt: true,
      members: {
        where: { OR: [{ userId: user.id }, { role: { not: 'pupil' } }] },
        orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }],
        select: { id: true, userId: true, role: true, name: true },
      },
    },
  });
  const own = row?.members.find(({ userId }) => userId === user.id);
  if (row === null || own === undefined) throw new Refusal('NOT_FOUND');
  return {
    id: row.id,
    name: row.name,
    isArchived: row.archivedAt !== null,
    role: classRoleSchema.parse(own.role),
    ownName: own.name,
    memberId: own.id,
    teachers: row.members.filter(({ role }) => role !== 'pupil').map(({ name }) => name),
  };
};

type ClassChange = {
  readonly name?: string;
  readonly code?: string | null;
  readonly teacherCode?: string | null;
  readonly archivedAt?: Date | null;
};

const change = async (user: User, classId: string, act: ClassAct, data: ClassChange): Promise<void> => {
  const { count } = await (
    await db()
  ).class.updateMany({ where: { id: classId, ...classesWhereMay(user, act) }, data });
  if (count === 0) throw new Refusal('NOT_FOUND');
};

/** @throws Refusal NOT_FOUND */
export const renameClass = (user: User, classId: string, name: string): Promise<void> =>
  change(user, classId, 'rename', { name });

/** Puts a class away, or takes it out again: in the archive nothing is assigned and nobody joins. @throws NOT_FOUND */
export const archiveClass = (user: User, classId: string, archivedAt: Date | null): Promise<void> =>
  change(user, classId, 'archive', { archivedAt });

/** A new code for pupils, which ends the old one; or none, and nobody joins. @throws Refusal NOT_FOUND */
export const setPupilCode = (user: User, classId: string, isOpen: boolean): Promise<void> =>
  change(user, classId, 'invite-pupils', { code: isOpen ? newCode('class') : null });

/** The same for teachers. @throws Refusal NOT_FOUND */
export const setTeacherCode = (user: User, classId: string, isOpen: boolean): Promise<void> =>
  change(user, classId, 'invite-teachers', { teacherCode: isOpen ? newCode('class') : null });

/** The codes that an asker may hand out; `null`: none is open, or none is theirs to give. @throws NOT_FOUND */
export const classCodes = async (
  user: User,
  classId: string,
): Promise<{ readonly code: string | null; readonly teacherCode: string | null }> => {
  const database = await db();
  const [pupils, teachers] = await Promise.all([
    database.class.findFirst({
      where: { id: classId, ...classesWhereMay(user, 'invite-pupils') },
      select: { code: true },
    }),
    database.class.findFirst({
      where: { id: classId, ...classesWhereMay(user, 'invite-teachers') },
      select: { teacherCode: true },
    }),
  ]);
  return { code: pupils?.code ?? null, teacherCode: teachers?.teacherCode ?? null };
};

/** Deletes a class. What its pupils answered stays with them; it no longer stands in any report. @throws NOT_FOUND */
export const deleteClass = async (user: User, classId: string): Promise<void> => {
  const { count } = await (
    await db()
  ).class.deleteMany({ where: { id: classId, ...classesWhereMay(user, 'delete') } });
  if (count === 0) throw new Refusal('NOT_FOUND');
};
