import 'server-only';
import { z } from 'zod';
import { Refusal } from '@/lib/refusal';
import { countNewcomer, countTry } from '@/lib/server/data/sign-in-failures';
import {
  adoptPassingGuest,
  createAccount,
  changeSettings,
  createGuest,
  deleteUser,
  endSessions,
  openUser,
  ownPasswordHash,
  passwordOf,
  replacePassword,
} from '@/lib/server/data/users';
import type { User } from '@/lib/server/user';
import { wakeWeights } from '@/lib/server/weights-runner';
import { zoneSchema } from '@/lib/server/zone';
import { clientAddress } from './address';
import { hashPassword, isPassword } from './password';
import { currentUser, forgetSession, startSession } from './session';

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
  if (visitor !== null) {
    await adoptPassingGuest(visitor, opened.user);
    wakeWeights();
  }
  await startSession(opened);
};

/** Signs out here and, by ending the version that every token carries, everywhere else. */
export const signOut = async (): Promise<void> => {
  const user = await currentUser();
  if (user !== null) await endSessions(user);
  await forgetSession();
};

export const passwordChangeSchema = z.object({ present: z.string().max(200), next: newPasswordSchema });

/**
 * Changes a password; every other session ends. Who signs in by a provider sets a first one without a present
 * one. @throws Refusal WRONG_PASSWORD, TOO_OFTEN; SIGNED_OUT for a visitor, who has no email to use it with
 */
export const changePassword = async (
  user: User,
  { present, next }: z.infer<typeof passwordChangeSchema>,
): Promise<void> => {
  const email = memberEmail(user);
  const stored = await ownPasswordHash(user);
  if (stored !== null) await provePassword(email, present, stored);
  await startSession(await replacePassword(user, await hashPassword(next)));
};

const memberEmail = (user: User): string => {
  if (user.email === null) throw new Refusal('SIGNED_OUT');
  return user.email;
};

const provePassword = async (email: string, password: string, stored: string): Promise<void> => {
  const tried = await countTry(email, await clientAddress(), new Date());
  if (!tried.allowed) throw new Refusal('TOO_OFTEN');
  if (!(await isPassword(password, stored))) throw new Refusal('WRONG_PASSWORD');
  await tried.succeed();
};

export const settingsSchema = z.object({
  name: z.string().trim().max(80, 'Use at most 80 characters.'),
  zone: zoneSchema,
  dayStart: z.coerce.number().pipe(z.int().min(0).max(23)),
});

/** Changes a person's name, zone and the hour at which their day begins. */
export const saveSettings = async (user: User, input: z.infer<typeof settingsSchema>): Promise<void> => {
  await changeSettings(user, { ...input, name: input.name === '' ? null : input.name });
};

export const deletionSchema = z.object({ proof: z.string().max(254) });

/**
 * Deletes an account with everything in it and forgets the session. The proof is the password, or the email of
 * an account that has none. @throws Refusal WRONG_PASSWORD, WRONG_EMAIL, TOO_OFTEN, SIGNED_OUT
 */
export const deleteAccount = async (user: User, { proof }: z.infer<typeof deletionSchema>): Promise<void> => {
  const email = memberEmail(user);
  const stored = await ownPasswordHash(user);
  if (stored !== null) await provePassword(email, proof, stored);
  else if (proof.trim().toLowerCase() !== email) throw new Refusal('WRONG_EMAIL');
  await deleteUser(user);
  await forgetSession();
};

/** Who asks; a newcomer becomes a visitor with a row and a session, so that what they make has an owner. @throws Refusal TOO_OFTEN */
export const currentUserOrVisitor = async (zone: string): Promise<User> => {
  const known = await currentUser();
  if (known !== null) return known;
  if (!(await countNewcomer(await clientAddress(), new Date()))) throw new Refusal('TOO_OFTEN');
  const opened = await createGuest(zone);
  await startSession(opened);
  return opened.user;
};
