import 'server-only';
import { Refusal } from '@/lib/refusal';
import { invitationOf, joinClass } from '@/lib/server/data/class-members';
import { listClasses } from '@/lib/server/data/classes';
import { newResumeCode, openByCode } from '@/lib/server/data/resume-codes';
import { countCode, countJoiner } from '@/lib/server/data/sign-in-failures';
import {
  adoptGuest,
  adoptPassingGuest,
  createGuest,
  deleteUser,
  type OpenedUser,
} from '@/lib/server/data/users';
import { wakeWeights } from '@/lib/server/weights-runner';
import { clientAddress } from './address';
import { currentUser, startSession } from './session';

export type Entry = {
  readonly code: string;
  readonly name: string;
  readonly zone: string;
  /** Whoever was here before on this device is somebody else. */
  readonly isSomebodyElse: boolean;
};

export type Entered = {
  readonly classId: string;
  /** What a pupil without an account has to keep; `null` where they have one already, or an account. */
  readonly resumeCode: string | null;
};

/** Looks a code up as often as an address may be wrong. @throws Refusal TOO_OFTEN, BAD_CODE */
export const lookUpInvitation = async (code: string) => {
  const right = await countCode(await clientAddress(), new Date());
  if (right === null) throw new Refusal('TOO_OFTEN');
  const invitation = await invitationOf(code);
  if (invitation === null) throw new Refusal('BAD_CODE');
  await right();
  return invitation;
};

/**
 * Joins a class by its code, as who one is here or as a new pupil without an account.
 * @throws Refusal BAD_CODE, NAME_TAKEN, CLASS_FULL, TOO_OFTEN; SIGNED_OUT where a teacher's code is used without an account
 */
export const enterClass = async ({ code, name, zone, isSomebodyElse }: Entry): Promise<Entered> => {
  const invitation = await lookUpInvitation(code);
  const present = await currentUser();
  const known = present?.email === null && isSomebodyElse ? null : present;
  if (known !== null) {
    const isNewVisitor = known.email === null && (await listClasses(known)).length === 0;
    const classId = await joinClass(known, code, name);
    return { classId, resumeCode: isNewVisitor ? await newResumeCode(known) : null };
  }
  if (invitation.as === 'teacher') throw new Refusal('SIGNED_OUT');
  if (!(await countJoiner(await clientAddress(), new Date()))) throw new Refusal('TOO_OFTEN');
  const opened = await createGuest(zone);
  try {
    const classId = await joinClass(opened.user, code, name);
    const resumeCode = await newResumeCode(opened.user);
    await startSession(opened);
    return { classId, resumeCode };
  } catch (error) {
    await deleteUser(opened.user);
    throw error;
  }
};

/**
 * Comes back by a resume code: as that pupil, or, for somebody with an account, with all that the pupil did brought
 * into it. @throws Refusal BAD_RESUME_CODE, TOO_OFTEN
 */
export const comeBack = async (code: string): Promise<void> => {
  const right = await countCode(await clientAddress(), new Date());
  if (right === null) throw new Refusal('TOO_OFTEN');
  const opened: OpenedUser | null = await openByCode(code);
  if (opened === null) throw new Refusal('BAD_RESUME_CODE');
  await right();
  const present = await currentUser();
  if (present !== null && present.email !== null) {
    await adoptGuest(opened.user, present);
    wakeWeights();
    return;
  }
  if (present !== null && present.id !== opened.user.id) await adoptPassingGuest(present, opened.user);
  await startSession(opened);
};
