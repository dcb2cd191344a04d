import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { baseUrl } from '@/lib/server/env';
import { authSecret } from '@/lib/server/secret';

const DAY_SECONDS = 24 * 60 * 60;

/** Who someone is in a session, signed: it goes from here to their own browser and back, and nowhere else. */
const sign = (session: string, player: string): string =>
  createHmac('sha256', authSecret()).update(`live:${session}:${player}`).digest('base64url');

const COOKIE = 'quizwright.live.';
const cookieName = (session: string): string => `${COOKIE}${session}`;

/** The header that makes a browser this player in this session. No script can read it. */
export const playerCookie = (session: string, player: string): string => {
  const secure = baseUrl().startsWith('https:') ? '; Secure' : '';
  return `${cookieName(session)}=${player}.${sign(session, player)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${DAY_SECONDS}${secure}`;
};

/** The player whom a request's cookies prove in `session`; `null` where they prove nobody. */
export const playerOfCookies = (cookies: string | null | undefined, session: string): string | null => {
  const start = `${cookieName(session)}=`;
  const value = cookies
    ?.split(/; */)
    .find((each) => each.startsWith(start))
    ?.slice(start.length);
  const [player, signature] = value?.split('.') ?? [];
  if (player === undefined || signature === undefined) return null;
  const [given, due] = [Buffer.from(signature), Buffer.from(sign(session, player))];
  return given.length === due.length && timingSafeEqual(given, due) ? player : null;
};

/** More sessions than anybody plays in a day are not looked through. */
const MOST_SESSIONS = 20;

/** All sessions in which a request's cookies prove a player, with that player. */
export const playersOfCookies = (
  cookies: string | null | undefined,
): { readonly session: string; readonly player: string }[] =>
  (cookies ?? '')
    .split(/; */)
    .flatMap((each) => (each.startsWith(COOKIE) ? [each.slice(COOKIE.length).split('=')[0] ?? ''] : []))
    .slice(0, MOST_SESSIONS)
    .flatMap((session) => {
      const player = playerOfCookies(cookies, session);
      return player === null ? [] : [{ session, player }];
    });
