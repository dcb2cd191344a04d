/** Dates and lengths of time in words, in the reader's own zone. */

/** `22 Nov 2026, 14:05` on the wall of `zone`. */
export const momentWords = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(at);

/** `22 Nov 2026` on the calendar of `zone`. */
export const dateWords = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: zone }).format(at);

const DAY_MS = 86_400_000;
const dayFormats = {
  long: new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }),
  short: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }),
  weekday: new Intl.DateTimeFormat('en-GB', { weekday: 'narrow', timeZone: 'UTC' }),
  date: new Intl.DateTimeFormat('en-GB', { day: 'numeric', timeZone: 'UTC' }),
} as const;

/** A learner's day, numbered from 1970-01-01, in words. */
export const dayWords = (day: number, form: keyof typeof dayFormats): string =>
  dayFormats[form].format(new Date(day * DAY_MS));

/** How long something took, to the minute; seconds below one. */
export const lengthWords = (ms: number): string => {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} h ${minutes % 60} min` : 'over a day';
};

/** `1 card`, `2 cards`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;
