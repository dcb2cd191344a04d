import 'server-only';
import { cache } from 'react';
import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { noteSeen, userOfSession, type OpenedUser } from '@/lib/server/data/users';
import { baseUrl } from '@/lib/server/env';
import type { Incoming } from '@/lib/server/incoming';
import { authSecret } from '@/lib/server/secret';
import type { User } from '@/lib/server/user';

export const SESSION_COOKIE = 'quizwright.session';
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** A visitor has no password to come back with: their cookie lasts as long as browsers keep one. */
const VISITOR_SECONDS = 400 * 24 * 60 * 60;

const claimSchema = z.object({ sub: z.string(), version: z.number(), exp: z.number() });

/** How the cookie is set, by next-auth for a provider and by us for a password: secure wherever we are reached by https. */
export const sessionCookieOptions = () =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: baseUrl().startsWith('https:') }) as const;

/** Starts a session for someone whose identity has just been proven: sets the cookie. */
export const startSession = async ({ user, version }: OpenedUser): Promise<void> => {
  const maxAge = user.email === null ? VISITOR_SECONDS : SESSION_SECONDS;
  const token = await encode({ token: { sub: user.id, version }, secret: authSecret(), maxAge });
  (await cookies()).set(SESSION_COOKIE, token, { ...sessionCookieOptions(), maxAge });
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
export const currentUser = cache(async (): Promise<User | null> =>
  userOfToken((await cookies()).get(SESSION_COOKIE)?.value),
);

/** Who sends this request, or `null`: as `currentUser`, where Next is not asked. */
export const userOfRequest = (request: Incoming): Promise<User | null> => {
  const start = `${SESSION_COOKIE}=`;
  const cookie = request.headers
    .get('cookie')
    ?.split(/; */)
    .find((each) => each.startsWith(start));
  return userOfToken(cookie?.slice(start.length));
};

const userOfToken = async (token: string | undefined): Promise<User | null> => {
  if (token === undefined) return null;
  const claim = await claimOf(token);
  if (claim === null) return null;
  const found = await userOfSession(claim.sub, claim.version);
  if (found === null) return null;
  const { user, seenAt } = found;
  const now = new Date();
  if (user.email === null && now.getTime() - seenAt.getTime() > HOUR_MS) await noteSeen(user, now);
  return user;
};

type Claim = z.output<typeof claimSchema>;

/** What tokens claim, by token: to decrypt one takes longer than to look its account up. Whether a claim still holds is asked each time. */
const claims = new Map<string, Claim>();
const MOST_CLAIMS = 2000;

const claimOf = async (token: string): Promise<Claim | null> => {
  const kept = claims.get(token);
  if (kept !== undefined && kept.exp * 1000 > Date.now()) return kept;
  const read = claimSchema.safeParse(await readToken(token));
  if (!read.success) return null;
  if (claims.size >= MOST_CLAIMS) claims.clear();
  claims.set(token, read.data);
  return read.data;
};

const readToken = async (token: string): Promise<unknown> => {
  try {
    return await decode({ token, secret: authSecret() });
  } catch {
    // A token that does not decrypt (forged, truncated, of an older secret) is no session: the person signs in.
    return null;
  }
};
