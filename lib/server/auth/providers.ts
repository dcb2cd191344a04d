import 'server-only';
import { PrismaAdapter } from '@auth/prisma-adapter';
import NextAuth, { type NextAuthOptions } from 'next-auth';
import GitHub from 'next-auth/providers/github';
import Google from 'next-auth/providers/google';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { adoptGuest, openUser } from '@/lib/server/data/users';
import { db } from '@/lib/server/db';
import { env } from '@/lib/server/env';
import { authSecret } from '@/lib/server/secret';
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

const options = async (): Promise<NextAuthOptions> => ({
  adapter: PrismaAdapter(await db()),
  providers: configured(),
  secret: authSecret(),
  session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
  cookies: { sessionToken: { name: SESSION_COOKIE, options: sessionCookieOptions() } },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  callbacks: {
    // An address is an account's name here, so a provider that gives none cannot open one.
    signIn: ({ user }) => typeof user.email === 'string' && user.email !== '',
    jwt: async ({ token, trigger, user }) => {
      if (trigger !== 'signIn' && trigger !== 'signUp') return token;
      const opened = await openUser(user.id);
      const visitor = await currentUser();
      if (visitor !== null) await adoptGuest(visitor, opened.user);
      return { sub: opened.user.id, version: opened.version };
    },
  },
});

/** Answers next-auth's own addresses under /api/auth: the round trip to a provider and back. */
export const answerProvider = async (
  request: Request,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> => {
  const handler = NextAuth(await options()) as (request: Request, context: unknown) => Promise<Response>;
  return handler(request, context);
};
