import 'server-only';
import { z } from 'zod';
import type { StudySettings } from '@/lib/memory/study-settings';
import { Refusal } from '@/lib/refusal';
import { db, type Transaction } from '@/lib/server/db';
import { accountKey } from './sign-in-failures';
import { joinShared, moveClassWork, moveHours, partShared } from '@/lib/server/data/adopt-class-work';
import { handOnClasses } from '@/lib/server/data/class-members';
import { holdMemories } from '@/lib/server/data/reviews-append';
import { toUser, USER_COLUMNS, type User } from '@/lib/server/user';

/** A person as a session was opened for them: `version` must still be the account's for the session to count. */
export type OpenedUser = { readonly user: User; readonly version: number };

const OPENED = { ...USER_COLUMNS, sessionVersion: true } as const;

type SessionUser = { readonly user: User; readonly seenAt: Date };

/** Claims that wait for the end of this turn of the process, when one query answers for all. */
const asking: {
  id: string;
  version: number;
  resolve: (found: SessionUser | null) => void;
  reject: (error: unknown) => void;
}[] = [];

/** The person behind a session's claim and when they were last noted; `null` where account or session ended. */
export const userOfSession = (id: string, version: number): Promise<SessionUser | null> =>
  new Promise((resolve, reject) => {
    asking.push({ id, version, resolve, reject });
    if (asking.length === 1) setImmediate(() => void answerClaims());
  });

const answerClaims = async (): Promise<void> => {
  const claims = asking.splice(0);
  try {
    const rows = await (
      await db()
    ).user.findMany({
      where: { id: { in: [...new Set(claims.map(({ id }) => id))] } },
      select: { ...USER_COLUMNS, seenAt: true, sessionVersion: true },
    });
    const found = new Map(rows.map((row) => [row.id, row]));
    for (const { id, version, resolve } of claims) {
      const row = found.get(id);
      resolve(row?.sessionVersion === version ? { user: toUser(row), seenAt: row.seenAt } : null);
    }
  } catch (error) {
    for (const { reject } of claims) reject(error);
  }
};

/** A visitor's row: it owns what they make until they sign up, which gives it an address. */
export const createGuest = async (zone: string): Promise<OpenedUser> => {
  const row = await (await db()).user.create({ data: { zone }, select: OPENED });
  return { user: toUser(row), version: row.sessionVersion };
};

/** What signing in must know of an account: its id and the hash to check against; `null` where there is none. */
export const passwordOf = async (
  email: string,
): Promise<{ id: string; passwordHash: string | null } | null> =>
  (await db()).user.findUnique({ where: { email }, select: { id: true, passwordHash: true } });

/** Opens the account of someone whose password was checked, or whom a provider has vouched for. @throws NOT_FOUND */
export const openUser = async (id: string): Promise<OpenedUser> => {
  const row = await (await db()).user.findUnique({ where: { id }, select: OPENED });
  if (row === null) throw new Refusal('NOT_FOUND');
  return { user: toUser(row), version: row.sessionVersion };
};

export type NewAccount = {
  readonly email: string;
  readonly name: string | null;
  readonly passwordHash: string;
  readonly zone: string;
};

/**
 * Signs up: a visitor's own row becomes the account, so all they made stays theirs; without one a row is made.
 * @throws Refusal EMAIL_TAKEN
 */
export const createAccount = async (guest: User | null, account: NewAccount): Promise<OpenedUser> => {
  try {
    if (guest?.email !== null) return await insertAccount(account);
    // Only a row that still has no address, so that of two sign-ups at once the second makes its own.
    const { count } = await (
      await db()
    ).user.updateMany({
      where: { id: guest.id, email: null },
      data: { ...account, sessionVersion: { increment: 1 } },
    });
    return count === 1 ? await openUser(guest.id) : await insertAccount(account);
  } catch (error) {
    if (isUniqueClash(error)) throw new Refusal('EMAIL_TAKEN');
    throw error;
  }
};

const insertAccount = async (account: NewAccount): Promise<OpenedUser> => {
  const row = await (await db()).user.create({ data: account, select: OPENED });
  return { user: toUser(row), version: row.sessionVersion };
};

/** Ends every session of a person. */
export const endSessions = async (user: User): Promise<void> => {
  await (
    await db()
  ).user.update({
    where: { id: user.id },
    data: { sessionVersion: { increment: 1 } },
    select: { id: true },
  });
};

/** The hash of a signed-in person's own password; `null` where they sign in by a provider only. */
export const ownPasswordHash = async (user: User): Promise<string | null> => {
  const row = await (await db()).user.findUnique({ where: { id: user.id }, select: { passwordHash: true } });
  return row?.passwordHash ?? null;
};

/** Sets a new password and ends every session opened under the old one; the answer opens the next. */
export const replacePassword = async (user: User, passwordHash: string): Promise<OpenedUser> => {
  const row = await (
    await db()
  ).user.update({
    where: { id: user.id },
    data: { passwordHash, sessionVersion: { increment: 1 } },
    select: OPENED,
  });
  return { user: toUser(row), version: row.sessionVersion };
};

/**
 * Deletes a person with everything that is theirs; a class that others teach too passes to them. Deleted already (by
 * another tab) is deleted.
 */
export const deleteUser = async (user: User): Promise<void> => {
  await (
    await db()
  ).$transaction(async (transaction) => {
    await transaction.signInFailure.deleteMany({ where: { key: accountKey(user.email ?? user.id) } });
    await handOnClasses(transaction, user);
    await transaction.user.deleteMany({ where: { id: user.id } });
  });
};

/** Sets the zone of an account that a provider has just made: providers tell none. */
export const setFirstZone = async (user: User, zone: string): Promise<void> => {
  await (await db()).user.updateMany({ where: { id: user.id }, data: { zone } });
};

/** Gives all that a visitor made to the account they signed in to, and removes the visitor's row. */
export const adoptGuest = async (guest: User, owner: User): Promise<void> => {
  if (guest.email !== null || guest.id === owner.id) return;
  await (
    await db()
  ).$transaction(async (transaction: Transaction) => {
    const where = { userId: guest.id };
    const data = { userId: owner.id };
    const from = await holdMemories(transaction, guest);
    const to = await holdMemories(transaction, owner);
    // What was learnt under other weights is replayed by those of the one who has it now.
    if (String(from.learner.weights) !== String(to.learner.weights)) {
      await transaction.user.updateMany({ where: { id: owner.id }, data: { staleSince: new Date() } });
    }
    await transaction.deck.updateMany({ where, data });
    const shared = await partShared(transaction, from, to);
    await transaction.memory.updateMany({ where, data });
    await transaction.review.updateMany({ where, data });
    await moveHours(transaction, guest, owner);
    await joinShared(transaction, to, shared);
    await transaction.quiz.updateMany({ where, data });
    await transaction.attempt.updateMany({ where, data });
    await moveClassWork(transaction, guest, owner);
    // One that runs was begun for the visitor, and ends with them.
    await transaction.weightFit.updateMany({ where: { ...where, state: { not: 'running' } }, data });
    await transaction.examPlan.updateMany({ where, data });
    const taken = await transaction.media.findMany({ where: { userId: owner.id }, select: { name: true } });
    const names = taken.map(({ name }) => name);
    await transaction.media.updateMany({ where: { ...where, name: { notIn: names } }, data });
    await transaction.user.deleteMany({ where: { id: guest.id, email: null } });
  });
};

/**
 * Does what `adoptGuest` does at a sign-in, but for a visitor who belongs to a class: a school's computers are used by
 * many, and whoever signs in next need not be that pupil. What was done in class is brought by its resume code.
 */
export const adoptPassingGuest = async (guest: User, owner: User): Promise<void> => {
  const places = await (await db()).classMember.count({ where: { userId: guest.id } });
  if (places === 0) await adoptGuest(guest, owner);
};

/** Removes the visitors whom nobody has seen since `before`, with what they made; not the pupils of a class. */
export const sweepGuests = async (before: Date): Promise<number> => {
  const { count } = await (
    await db()
  ).user.deleteMany({ where: { email: null, seenAt: { lt: before }, memberships: { none: {} } } });
  return count;
};

/** Notes that a visitor is still there. */
export const noteSeen = async (user: User, at: Date): Promise<void> => {
  await (await db()).user.updateMany({ where: { id: user.id }, data: { seenAt: at } });
};

export type Settings = { readonly name: string | null; readonly zone: string; readonly dayStart: number };

/** Changes what a person is called and what the schedule must know of them. */
export const changeSettings = async (user: User, settings: Settings): Promise<void> => {
  await (await db()).user.update({ where: { id: user.id }, data: settings, select: { id: true } });
};

/** Changes how a person studies; what else stands in the settings stays. */
export const changeStudySettings = async (user: User, study: StudySettings): Promise<void> => {
  const users = (await db()).user;
  const where = { id: user.id };
  const row = await users.findUnique({ where, select: { settings: true } });
  const others = z.record(z.string(), z.json()).catch({}).parse(row?.settings);
  await users.update({ where, data: { settings: { ...others, study } }, select: { id: true } });
};

const isUniqueClash = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'P2002';
