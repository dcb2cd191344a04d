import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/server/db';
import {
  adoptGuest,
  changeSettings,
  createAccount,
  createGuest,
  deleteUser,
  endSessions,
  noteSeen,
  openUser,
  ownPasswordHash,
  passwordOf,
  replacePassword,
  setFirstZone,
  sweepGuests,
  userOfSession,
} from '@/lib/server/data/users';
import { onEveryDatabase } from '../support/databases';
import { newMember, newVisitor } from '../support/people';
import { countRows, rowsEverywhere } from '../support/rows';

const account = (email = `${randomUUID()}@example.org`) => ({
  email,
  name: null,
  passwordHash: 'hash',
  zone: 'Europe/Berlin',
});
const DAY_MS = 24 * 60 * 60_000;

onEveryDatabase(() => {
  test('an account is found by its email, with its hash', async () => {
    const made = account();
    const { user } = await createAccount(null, made);
    expect(user).toMatchObject({ email: made.email, hasPassword: true, learner: { zone: 'Europe/Berlin' } });
    expect(await passwordOf(made.email)).toEqual({ id: user.id, passwordHash: 'hash' });
    expect(await passwordOf('nobody@example.org')).toBeNull();
  });

  test('an email is taken once, by a visitor and by a newcomer', async () => {
    const made = account();
    await createAccount(null, made);
    await expect(createAccount(null, made)).rejects.toMatchObject({ code: 'EMAIL_TAKEN' });
    await expect(createAccount(await newVisitor(), made)).rejects.toMatchObject({ code: 'EMAIL_TAKEN' });
  });

  test('of ten who want one email at once one gets it', async () => {
    const made = account();
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => createAccount(null, made)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const tried of tries) {
      if (tried.status === 'rejected') expect(tried.reason).toMatchObject({ code: 'EMAIL_TAKEN' });
    }
  });

  test('a visitor who signs up keeps what they made, and the old session ends', async () => {
    const guest = await createGuest('UTC');
    const { deckId } = await rowsEverywhere(guest.user);
    const opened = await createAccount(guest.user, account());
    expect(opened.user.id).toBe(guest.user.id);
    expect(opened.user.learner.zone).toBe('Europe/Berlin');
    expect(await userOfSession(guest.user.id, guest.version)).toBeNull();
    expect(await userOfSession(opened.user.id, opened.version)).not.toBeNull();
    const deck = await (await db()).deck.findUnique({ where: { id: deckId } });
    expect(deck?.userId).toBe(opened.user.id);
  });

  test('of two sign-ups at once with one visitor, one gets their things and both get an account', async () => {
    const guest = await newVisitor();
    const { deckId } = await rowsEverywhere(guest);
    const [one, other] = await Promise.all([
      createAccount(guest, account()),
      createAccount(guest, account()),
    ]);
    expect(one.user.id).not.toBe(other.user.id);
    expect([one.user.id, other.user.id]).toContain(guest.id);
    const deck = await (await db()).deck.findUnique({ where: { id: deckId } });
    expect(deck?.userId).toBe(guest.id);
  });

  test('a visitor who signs in brings what they made, and their row goes', async () => {
    const owner = await newMember();
    const guest = await createGuest('UTC');
    await rowsEverywhere(owner);
    const { deckId } = await rowsEverywhere(guest.user);
    const before = await countRows();
    await adoptGuest(guest.user, owner);
    const after = await countRows();
    // The visitor's row goes with the two that hang on it and name no thing of theirs.
    expect(after).toEqual({
      ...before,
      users: (before.users ?? 0) - 1,
      accounts: (before.accounts ?? 0) - 1,
      sessions: (before.sessions ?? 0) - 1,
    });
    const database = await db();
    expect((await database.deck.findUnique({ where: { id: deckId } }))?.userId).toBe(owner.id);
    for (const left of [
      await database.memory.count({ where: { userId: guest.user.id } }),
      await database.review.count({ where: { userId: guest.user.id } }),
      await database.attempt.count({ where: { userId: guest.user.id } }),
      await database.quiz.count({ where: { userId: guest.user.id } }),
    ]) {
      expect(left).toBe(0);
    }
    expect(await userOfSession(guest.user.id, guest.version)).toBeNull();
  });

  test('a member is never adopted', async () => {
    const [owner, member] = [await newMember(), await newMember()];
    await rowsEverywhere(member);
    const before = await countRows();
    await adoptGuest(member, owner);
    expect(await countRows()).toEqual(before);
    expect(await (await db()).deck.count({ where: { userId: member.id } })).toBe(1);
  });

  test('sessions end at sign-out and at a change of password; the new one counts', async () => {
    const { user, version } = await createAccount(null, account());
    expect((await userOfSession(user.id, version))?.user.id).toBe(user.id);
    await endSessions(user);
    expect(await userOfSession(user.id, version)).toBeNull();
    const { version: second } = await openUser(user.id);
    const { version: third } = await replacePassword(user, 'another hash');
    expect(await userOfSession(user.id, second)).toBeNull();
    expect(await userOfSession(user.id, third)).not.toBeNull();
    expect(await ownPasswordHash(user)).toBe('another hash');
  });

  test('deleting an account deletes everything of its own and nothing of others', async () => {
    await rowsEverywhere(await newMember());
    const before = await countRows();
    const opened = await createAccount(null, account());
    await rowsEverywhere(opened.user);
    const database = await db();
    const key = `account:${opened.user.email ?? ''}`;
    await database.signInFailure.create({ data: { key, at: new Date() } });
    for (const [table, count] of Object.entries(await countRows())) {
      expect(count, table).toBeGreaterThan(before[table] ?? 0);
    }
    await deleteUser(opened.user);
    expect(await countRows()).toEqual(before);
    expect(await database.signInFailure.count({ where: { key } })).toBe(0);
    expect(await userOfSession(opened.user.id, opened.version)).toBeNull();
    await deleteUser(opened.user); // a second tab, late
    await expect(openUser(opened.user.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('visitors whom nobody has seen are swept with what they made; members stay', async () => {
    const database = await db();
    const [old, recent, member] = [await newVisitor(), await newVisitor(), await newMember()];
    const { deckId } = await rowsEverywhere(old);
    const now = Date.now();
    for (const user of [old, member]) await noteSeen(user, new Date(now - 31 * DAY_MS));
    await noteSeen(recent, new Date(now - 29 * DAY_MS));
    expect(await sweepGuests(new Date(now - 30 * DAY_MS))).toBe(1);
    const left = await database.user.findMany({
      where: { id: { in: [old.id, recent.id, member.id] } },
      select: { id: true },
    });
    expect(left.map(({ id }) => id).sort()).toEqual([recent.id, member.id].sort());
    expect(await database.deck.findUnique({ where: { id: deckId } })).toBeNull();
  });

  test('settings are changed for their owner alone', async () => {
    const [one, other] = [await newMember(), await newMember()];
    await changeSettings(one, { name: 'Ada', zone: 'Asia/Tokyo', dayStart: 6 });
    await setFirstZone(other, 'Europe/Paris');
    expect((await openUser(one.id)).user).toMatchObject({
      name: 'Ada',
      learner: { zone: 'Asia/Tokyo', dayStart: 6 },
    });
    expect((await openUser(other.id)).user).toMatchObject({
      name: null,
      learner: { zone: 'Europe/Paris', dayStart: 4 },
    });
  });
});
