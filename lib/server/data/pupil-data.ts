import 'server-only';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import { storedPaperSchema } from '@/lib/server/data/attempts-paper';
import { classesWhereMay } from '@/lib/server/data/classes';
import type { User } from '@/lib/server/user';

export const PUPIL_EXPORT_FORMAT = 'quizwright-pupil';

/** A pupil's attempts in a class, as their teachers may see them. */
export type PupilAttempt = {
  readonly assignmentId: string;
  readonly title: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly score: number | null;
  readonly total: number;
};

const pupilOf = async (user: User, memberId: string, act: 'see-work' | 'export-pupil' | 'erase-pupil') => {
  const member = await (
    await db()
  ).classMember.findFirst({
    where: { id: memberId, role: 'pupil', class: classesWhereMay(user, act) },
    select: {
      id: true,
      classId: true,
      userId: true,
      name: true,
      moreTime: true,
      joinedAt: true,
      class: { select: { name: true } },
    },
  });
  if (member === null) throw new Refusal('NOT_FOUND');
  return member;
};

/** What a pupil did in the class, the newest first. @throws Refusal NOT_FOUND */
export const pupilAttempts = async (user: User, memberId: string): Promise<PupilAttempt[]> => {
  const { classId, userId } = await pupilOf(user, memberId, 'see-work');
  const rows = await (
    await db()
  ).assignedAttempt.findMany({
    where: { userId, assignment: { classId } },
    orderBy: { attempt: { startedAt: 'desc' } },
    select: {
      assignmentId: true,
      assignment: { select: { title: true } },
      attempt: { select: { startedAt: true, finishedAt: true, score: true, total: true } },
    },
  });
  return rows.map(({ assignmentId, assignment, attempt }) => ({
    assignmentId,
    title: assignment.title,
    ...attempt,
  }));
};

/** All that a class keeps of a pupil: for whoever asks the school what it has of them. @throws Refusal NOT_FOUND */
export const exportPupil = async (user: User, memberId: string, now: Date): Promise<object> => {
  const { classId, userId, ...member } = await pupilOf(user, memberId, 'export-pupil');
  const rows = await (
    await db()
  ).assignedAttempt.findMany({
    where: { userId, assignment: { classId } },
    orderBy: { attempt: { startedAt: 'asc' } },
    select: {
      assignment: { select: { title: true } },
      attempt: {
        select: {
          startedAt: true,
          finishedAt: true,
          score: true,
          total: true,
          paper: true,
          answers: {
            orderBy: { position: 'asc' },
            select: { position: true, given: true, at: true, correct: true },
          },
        },
      },
    },
  });
  return {
    format: PUPIL_EXPORT_FORMAT,
    version: 1,
    exportedAt: now,
    class: member.class.name,
    pupil: { name: member.name, joinedAt: member.joinedAt, moreTime: member.moreTime },
    attempts: rows.map(({ assignment, attempt: { paper, answers, ...attempt } }) => {
      const items = storedPaperSchema.parse(paper);
      return {
        assignment: assignment.title,
        ...attempt,
        answers: answers.map(({ position, ...answer }) => ({
          question: items[position]?.prompt ?? '',
          key: items[position]?.answer ?? '',
          ...answer,
        })),
      };
    }),
  };
};

/**
 * Erases what a class keeps of a pupil: their place in it and their attempts. A pupil without an account who has
 * nothing else here is erased whole; one who has keeps what is their own, their memory too.
 * @throws Refusal NOT_FOUND
 */
export const erasePupil = async (user: User, memberId: string): Promise<void> => {
  const { classId, userId } = await pupilOf(user, memberId, 'erase-pupil');
  await (
    await db()
  ).$transaction(async (transaction) => {
    await transaction.attempt.deleteMany({ where: { userId, assigned: { assignment: { classId } } } });
    await transaction.classMember.deleteMany({ where: { id: memberId, userId } });
    await transaction.user.deleteMany({
      where: { id: userId, email: null, memberships: { none: {} }, decks: { none: {} } },
    });
  });
};
