import { joinClass } from '@/lib/server/data/class-members';
import { classCodes, createClass, setTeacherCode } from '@/lib/server/data/classes';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';
import { newMember, newVisitor } from './people';

export type MadeClass = {
  readonly classId: string;
  readonly code: string;
  readonly owner: User;
  readonly teacher: User;
  /** With an account, "Pupil", and without one, "Other". */
  readonly pupil: User;
  readonly other: User;
  readonly pupilId: string;
  readonly otherId: string;
};

/** A class with two teachers and two pupils. */
export const classWith = async (): Promise<MadeClass> => {
  const [owner, teacher, pupil, other] = [
    await newMember(),
    await newMember(),
    await newMember(),
    await newVisitor(),
  ];
  const classId = await createClass(owner, { name: 'History 7b', teacher: 'Ms Owner' });
  await setTeacherCode(owner, classId, true);
  const { code, teacherCode } = await classCodes(owner, classId);
  await joinClass(teacher, teacherCode ?? '', 'Mr Teacher');
  await joinClass(pupil, code ?? '', 'Pupil');
  await joinClass(other, code ?? '', 'Other');
  const members = await (await db()).classMember.findMany({ where: { classId } });
  const idOf = (user: User): string => members.find(({ userId }) => userId === user.id)?.id ?? '';
  const ids = { pupilId: idOf(pupil), otherId: idOf(other) };
  return { classId, code: code ?? '', owner, teacher, pupil, other, ...ids };
};
