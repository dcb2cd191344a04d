import 'server-only';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import { classesWhereMay } from '@/lib/server/data/classes';
import { openUser, type OpenedUser } from '@/lib/server/data/users';
import { hashOfCode, newCode } from '@/lib/server/new-code';
import type { User } from '@/lib/server/user';

const replaceCode = async (userId: string): Promise<string> => {
  const code = newCode('resume');
  const hash = hashOfCode(code);
  await (
    await db()
  ).resumeCode.upsert({
    where: { userId },
    create: { userId, hash },
    update: { hash, createdAt: new Date() },
    select: { userId: true },
  });
  return code;
};

/** A new code by which a visitor comes back; the one before opens nothing any more. @throws NOT_FOUND with an account */
export const newResumeCode = async (user: User): Promise<string> => {
  if (user.email !== null) throw new Refusal('NOT_FOUND');
  return replaceCode(user.id);
};

/**
 * A new code for a pupil who has lost theirs, to be handed to them by a teacher. Whoever has the code is that pupil, so
 * a teacher gets none for a pupil who has an account, is in a class that this teacher does not teach, or owns decks.
 * @throws Refusal NOT_FOUND, NOT_YOURS_ALONE
 */
export const resumeCodeFor = async (user: User, memberId: string): Promise<string> => {
  const member = await (
    await db()
  ).classMember.findFirst({
    where: { id: memberId, role: 'pupil', class: classesWhereMay(user, 'help-pupil') },
    select: { userId: true },
  });
  if (member === null) throw new Refusal('NOT_FOUND');
  const theirs = await (
    await db()
  ).user.count({
    where: {
      id: member.userId,
      email: null,
      decks: { none: {} },
      memberships: { every: { class: classesWhereMay(user, 'see-pupils') } },
    },
  });
  if (theirs === 0) throw new Refusal('NOT_YOURS_ALONE');
  return replaceCode(member.userId);
};

/** Who comes back by a code; `null` where it is none, or was for someone who has an account by now. */
export const openByCode = async (code: string): Promise<OpenedUser | null> => {
  const row = await (
    await db()
  ).resumeCode.findFirst({
    where: { hash: hashOfCode(code), user: { email: null } },
    select: { userId: true },
  });
  return row === null ? null : openUser(row.userId);
};
