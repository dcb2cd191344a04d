/** A year of days as a calendar shows it: weeks from Monday to Sunday, months by name, answers in steps. */

/** What was done on one of the learner's days, numbered from 1970-01-01. */
export type YearDay = { readonly day: number; readonly answers: number; readonly elapsedMs: number };

/** A week: seven days from Monday on; `null` for those after today. */
export type Week = { readonly monday: number; readonly days: readonly (YearDay | null)[] };

const DAY_MS = 86_400_000;

/** 0 for a Monday, 6 for a Sunday; 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** The last `count` weeks, the one of `today` last; days without an answer stand with zeros. */
export const lastWeeks = (days: readonly YearDay[], today: number, count: number): Week[] => {
  const known = new Map(days.map((entry) => [entry.day, entry]));
  const monday = today - weekdayOf(today);
  return Array.from({ length: count }, (_, index) => {
    const start = monday - (count - 1 - index) * 7;
    return {
      monday: start,
      days: Array.from({ length: 7 }, (_unused, weekday) => {
        const day = start + weekday;
        return day > today ? null : (known.get(day) ?? { day, answers: 0, elapsedMs: 0 });
      }),
    };
  });
};

const monthOf = (day: number): number => new Date(day * DAY_MS).getUTCMonth();

/** The weeks at which the name of a month is written: those that hold its first day, by their index. */
export const monthStarts = (weeks: readonly Week[]): { readonly index: number; readonly day: number }[] =>
  weeks.flatMap(({ monday }, index) => {
    const sunday = monday + 6;
    // A month that begins on a Monday begins in its own week, any other in the week of the Sunday after it.
    return monthOf(monday) !== monthOf(sunday) || new Date(monday * DAY_MS).getUTCDate() === 1
      ? [{ index, day: sunday }]
      : [];
  });

/** Steps of answers a day above none. */
const STEPS = 4;

/**
 * The least answers of each step, ascending and all different: quarters of the days on which anything was done, so
 * that one long day does not make all others look idle. Fewer steps where there are fewer different days.
 */
export const answerSteps = (days: readonly { readonly answers: number }[]): number[] => {
  const counts = days.flatMap(({ answers }) => (answers > 0 ? [answers] : [])).sort((a, b) => a - b);
  const bounds = Array.from(
    { length: STEPS },
    (_, step) => counts[Math.floor((counts.length * step) / STEPS)],
  );
  return [...new Set(bounds.flatMap((bound, step) => (bound === undefined ? [] : [step === 0 ? 1 : bound])))];
};

/** Which step so many answers are: 0 for none, 1 for the lowest. */
export const stepOf = (answers: number, steps: readonly number[]): number =>
  answers <= 0 ? 0 : steps.filter((least) => answers >= least).length;
