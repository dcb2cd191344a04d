import 'server-only';
import { PrismaAdapter } from '@auth/prisma-adapter';
import NextAuth, { type NextAuthOptions } from 'next-auth';
import type { Adapter, AdapterAccount } from 'next-auth/adapters';
import GitHub from 'next-auth/providers/github';
import Google from 'next-auth/providers/google';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { cookies } from 'next/headers';
import { adoptPassingGuest, endSessions, openUser, setFirstZone } from '@/lib/server/data/users';
import { db } from '@/lib/server/db';
import { env } from '@/lib/server/env';
import { toResponse } from '@/lib/server/endpoint';
import { authSecret } from '@/lib/server/secret';
import { wakeWeights } from '@/lib/server/weights-runner';
import { zoneSchema } from '@/lib/server/zone';
import { currentUser, SESSION_COOKIE, SESSION_SECONDS, sessionCookieOptions } from './session';

type OidcProfile = { sub: string; name?: string; email?: string; picture?: string };

const oidc = (issuer: string, clientId: string, clientSecret: string): OAuthConfig<OidcProfile> => ({
  id: 'oidc',
  name: env().OIDC_NAME ?? 'Single sign-on',
  type: 'oauth',
  wellKnown: `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
  clientId,
  clientSecret,
  idToken: true,
  checks: ['pkce', 'state'],
  authorization: { params: { scope: 'openid email profile' } },
  profile: (profile) => ({
    id: profile.sub,
    name: profile.name ?? null,
    email: profile.email ?? null,
    image: profile.picture ?? null,
  }),
});

const configured = () => {
  const { GITHUB_ID, GITHUB_SECRET, GOOGLE_ID, GOOGLE_SECRET, OIDC_ISSUER, OIDC_ID, OIDC_SECRET } = env();
  return [
    ...(GITHUB_ID && GITHUB_SECRET ? [GitHub({ clientId: GITHUB_ID, clientSecret: GITHUB_SECRET })] : []),
    ...(GOOGLE_ID && GOOGLE_SECRET ? [Google({ clientId: GOOGLE_ID, clientSecret: GOOGLE_SECRET })] : []),
    ...(OIDC_ISSUER && OIDC_ID && OIDC_SECRET ? [oidc(OIDC_ISSUER, OIDC_ID, OIDC_SECRET)] : []),
  ];
};

/** The providers that the environment switches on, as a sign-in page shows them. */
export const signInProviders = (): readonly { id: string; name: string }[] =>
  configured().map(({ id, name }) => ({ id, name }));

/**
 * The adapter, with two of its answers narrowed. next-auth links a new provider to whoever the cookie names,
 * however old the cookie and whoever that is: only a member of a session that still counts may be found so, or
 * an ended session could add a way in, and a visitor would become an account without an address. And a
 * provider's tokens are not kept, since nothing here calls a provider again.
 */
const adapter = async (): Promise<Adapter> => {
  const whole: Adapter = PrismaAdapter(await db());
  const link = whole.linkAccount as (account: AdapterAccount) => Promise<void>;
  return {
    ...whole,
    getUser: async (id) => {
      const user = await currentUser();
      if (user?.id !== id || user.email === null) return null;
      return { id, email: user.email, emailVerified: null, name: user.name };
    },
    linkAccount: ({ userId, type, provider, providerAccountId }: AdapterAccount) =>
      link({ userId, type, provider, providerAccountId }),
  };
};

/** Set by the page before it leaves for a provider. */
const ZONE_COOKIE = 'quizwright.zone';

const options = async (): Promise<NextAuthOptions> => ({
  adapter: await adapter(),
  providers: configured(),
  secret: authSecret(),
  session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
  cookies: { sessionToken: { name: SESSION_COOKIE, options: sessionCookieOptions() } },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  callbacks: {
    // An address is an account's name here, so a provider that gives none, or one that it has not confirmed,
    // cannot open one.
    signIn: ({ user, profile }) =>
      typeof user.email === 'string' &&
      user.email !== '' &&
      !(profile !== undefined && 'email_verified' in profile && profile.email_verified === false),
    jwt: async ({ token, trigger, user }) => {
      if (trigger !== 'signIn' && trigger !== 'signUp') return token;
      const opened = await openUser(user.id);
      const zone = zoneSchema.safeParse((await cookies()).get(ZONE_COOKIE)?.value);
      if (trigger === 'signUp' && zone.success) await setFirstZone(opened.user, zone.data);
      const visitor = await currentUser();
      if (visitor !== null) {
        await adoptPassingGuest(visitor, opened.user);
        wakeWeights();
      }
      return { sub: opened.user.id, version: opened.version };
    },
  },
  events: {
    // Our own button does the same; next-auth's address would only forget the cookie.
    signOut: async () => {
      const user = await currentUser();
      if (user !== null) await endSessions(user);
    },
  },
});

/** Whether a body that calls itself JSON is an object of it; next-auth takes it for one, and fails. */
const isWhole = async (request: Request): Promise<boolean> => {
  if (request.headers.get('content-type')?.includes('json') !== true) return true;
  try {
    const body: unknown = await request.clone().json();
    return typeof body === 'object' && body !== null && !Array.isArray(body);
  } catch {
    return false;
  }
};

/** Answers next-auth's own addresses under /api/auth: the round trip to a provider and back. */
export const answerProvider = async (
  request: Request,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> => {
  if (!(await isWhole(request))) return toResponse({ ok: false, code: 'INVALID' });
  const handler = NextAuth(await options()) as (request: Request, context: unknown) => Promise<Response>;
  return handler(request, context);
};
