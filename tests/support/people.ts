import { randomUUID } from 'node:crypto';
import { createAccount, createGuest } from '@/lib/server/data/users';
import type { User } from '@/lib/server/user';

/** A new member with an address of their own. The hash stands for no password: signing in is tested elsewhere. */
export const newMember = async (zone = 'UTC'): Promise<User> => {
  const account = { email: `${randomUUID()}@example.org`, name: null, passwordHash: 'none', zone };
  return (await createAccount(null, account)).user;
};

/** A new visitor. */
export const newVisitor = async (): Promise<User> => (await createGuest('UTC')).user;
