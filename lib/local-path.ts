/** Where to go after signing in: a path of this app, or the first page. */

const ELSEWHERE = 'http://here.invalid';

/**
 * `wanted` as a path of this app, or `/` where it is none: another site's address, one that a browser reads as
 * such (`//host`, `/\host`, a tab between the slashes), or a page that would lead round in a circle.
 */
export const localPath = (wanted: unknown): string => {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || !URL.canParse(wanted, ELSEWHERE)) return '/';
  const url = new URL(wanted, ELSEWHERE);
  // `/.//host` is ours to the parser, but its path alone would not be.
  if (url.origin !== ELSEWHERE || url.pathname.startsWith('//')) return '/';
  if (/^\/(sign-in|sign-up|api)(\/|$)/.test(url.pathname)) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
};
