import 'server-only';
import { z } from 'zod';
import { Refusal } from '@/lib/refusal';
import { countTry } from '@/lib/server/data/sign-in-failures';
import {
  adoptGuest,
  createAccount,
  createGuest,
  endSessions,
  openUser,
  ownPasswordHash,
  passwordOf,
  replacePassword,
} from '@/lib/server/data/users';
import type { User } from '@/lib/server/user';
import { clientAddress } from './address';
import { hashPassword, isPassword } from './password';
import { currentUser, forgetSession, startSession } from './session';
import { zoneSchema } from '@/lib/server/zone';

const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'An email address has at most 254 characters.')
  .pipe(z.email('Write an email address such as ada@example.org.'));
const newPasswordSchema = z
  .string()
  .min(10, 'Use at least 10 characters; a few words in a row are good.')
  .max(200, 'Use at most 200 characters.');

export const signUpSchema = z.object({
  email: emailSchema,
  password: newPasswordSchema,
  name: z.string().trim().max(80, 'Use at most 80 characters.').default(''),
  // A browser that names no zone we know, or none before its script has come, must not keep anyone out.
  zone: zoneSchema.catch('UTC'),
});

/** Signs up and in; what a visitor made before becomes the account's. @throws Refusal EMAIL_TAKEN, TOO_OFTEN */
export const signUp = async (input: z.infer<typeof signUpSchema>): Promise<void> => {
  const now = new Date();
  const tried = await countTry(`new:${input.email}`, await clientAddress(), now);
  if (!tried.allowed) throw new Refusal('TOO_OFTEN');
  const opened = await createAccount(await currentUser(), {
    email: input.email,
    name: input.name === '' ? null : input.name,
    zone: input.zone,
    passwordHash: await hashPassword(input.password),
  });
  await tried.succeed();
  await startSession(opened);
};

export const signInSchema = z.object({
  email: emailSchema,
  password: z.string().min(1, 'Write your password.').max(200, 'A password here has at most 200 characters.'),
});

/**
 * Signs in; what a visitor made before becomes the account's. An unknown address gets the same answer in the
 * same time as a wrong password. @throws Refusal WRONG_SIGN_IN, TOO_OFTEN
 */
export const signIn = async ({ email, password }: z.infer<typeof signInSchema>): Promise<void> => {
  const tried = await countTry(email, await clientAddress(), new Date());
  if (!tried.allowed) throw new Refusal('TOO_OFTEN');
  const account = await passwordOf(email);
  const right = await isPassword(password, account?.passwordHash ?? null);
  if (account === null || !right) throw new Refusal('WRONG_SIGN_IN');
  await tried.succeed();
  const visitor = await currentUser();
  const opened = await openUser(account.id);
  if (visitor !== null) await adoptGuest(visitor, opened.user);
  await startSession(opened);
};

/** Signs out here and, by ending the version that every token carries, everywhere else. */
export const signOut = async (): Promise<void> => {
  const user = await currentUser();
  if (user !== null) await endSessions(user);
  await forgetSession();
};

export const passwordChangeSchema = z.object({ present: z.string().max(200), next: newPasswordSchema });

/** Changes a password; every other session ends. Who signs in by a provider sets a first one without a present one. */
export const changePassword = async (
  user: User,
  { present, next }: z.infer<typeof passwordChangeSchema>,
): Promise<void> => {
  const tried = await countTry(user.email ?? user.id, await clientAddress(), new Date());
  if (!tried.allowed) throw new Refusal('TOO_OFTEN');
  const stored = await ownPasswordHash(user);
  if (stored !== null && !(await isPassword(present, stored))) throw new Refusal('WRONG_PASSWORD');
  await tried.succeed();
  await startSession(await replacePassword(user, await hashPassword(next)));
};

/** Who asks; a newcomer becomes a visitor with a row and a session, so that what they make has an owner. */
export const currentUserOrVisitor = async (zone: string): Promise<User> => {
  const known = await currentUser();
  if (known !== null) return known;
  const opened = await createGuest(zone);
  await startSession(opened);
  return opened.user;
};
