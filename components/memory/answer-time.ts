/** How long answers took, over spans of days and by week. */
import { lastWeeks } from './year';

/** `timed` of the answers of a day were measured and took `elapsedMs` together. */
export type TimedDay = {
  readonly day: number;
  readonly answers: number;
  readonly timed: number;
  readonly elapsedMs: number;
};

/** What was measured; `meanMs` is `null` where nothing was. */
export type AnswerTime = {
  readonly timed: number;
  readonly elapsedMs: number;
  readonly meanMs: number | null;
};

const timeOf = (days: readonly TimedDay[]): AnswerTime => {
  const timed = days.reduce((sum, day) => sum + day.timed, 0);
  const elapsedMs = days.reduce((sum, day) => sum + day.elapsedMs, 0);
  return { timed, elapsedMs, meanMs: timed > 0 ? elapsedMs / timed : null };
};

/** Over each of the spans of days, `today` the last of each. */
export const timeBySpan = (
  days: readonly TimedDay[],
  today: number,
  spans: readonly number[],
): (AnswerTime & { readonly days: number })[] =>
  spans.map((span) => ({
    days: span,
    ...timeOf(days.filter(({ day }) => day > today - span && day <= today)),
  }));

/** In each of the last `count` weeks from Monday on, the one of `today` last. */
export const timeByWeek = (
  days: readonly TimedDay[],
  today: number,
  count: number,
): (AnswerTime & { readonly monday: number })[] =>
  lastWeeks([], today, count).map(({ monday }) => ({
    monday,
    ...timeOf(days.filter(({ day }) => day >= monday && day < monday + 7 && day <= today)),
  }));

/** `4.2 s`; whole seconds from ten on. */
export const secondsWords = (ms: number): string => {
  const seconds = ms / 1000;
  return `${seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds)} s`;
};
