import 'server-only';
import { cache } from 'react';
import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { noteSeen, userOfSession, type OpenedUser } from '@/lib/server/data/users';
import { baseUrl } from '@/lib/server/env';
import { authSecret } from '@/lib/server/secret';
import type { User } from '@/lib/server/user';

export const SESSION_COOKIE = 'quizwright.session';
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

const claimSchema = z.object({ sub: z.string(), version: z.number(), iat: z.number() });

/** How the cookie is set, by next-auth for a provider and by us for a password: secure wherever we are reached by https. */
export const sessionCookieOptions = () =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: baseUrl().startsWith('https:') }) as const;

/** Starts a session for someone whose identity has just been proven: sets the cookie. */
export const startSession = async ({ user, version }: OpenedUser): Promise<void> => {
  const token = await encode({
    token: { sub: user.id, version },
    secret: authSecret(),
    maxAge: SESSION_SECONDS,
  });
  (await cookies()).set(SESSION_COOKIE, token, { ...sessionCookieOptions(), maxAge: SESSION_SECONDS });
};

/** Forgets the session in this browser; `endSessions` ends them everywhere. */
export const forgetSession = async (): Promise<void> => {
  (await cookies()).delete(SESSION_COOKIE);
};

const HOUR_MS = 60 * 60_000;

/**
 * Who asks, or `null`: the cookie's claim holds only while the account's session version is the claim's. A
 * visitor counts as someone; `email` is null then. Read once a request.
 */
export const currentUser = cache(async (): Promise<User | null> => {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  if (token === undefined) return null;
  const claim = claimSchema.safeParse(await readToken(token));
  if (!claim.success) return null;
  const user = await userOfSession(claim.data.sub, claim.data.version);
  if (user !== null && user.email === null && Date.now() - claim.data.iat * 1000 > HOUR_MS) {
    await noteSeen(user, new Date());
  }
  return user;
});

const readToken = async (token: string): Promise<unknown> => {
  try {
    return await decode({ token, secret: authSecret() });
  } catch {
    // A token that does not decrypt (forged, truncated, of an older secret) is no session: the person signs in.
    return null;
  }
};
