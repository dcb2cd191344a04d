/** Dates among the parts of an answer. */

/** One part; an `exact` one must be met letter by letter: a number, a unit, a date, a word in capitals. */
export type AnswerPart = { readonly text: string; readonly exact: boolean };

export type Part = AnswerPart & {
  /** The whole number that this is, where it may be the day or the year of a date. */
  readonly whole?: string;
};

const MONTHS = 'january february march april may june july august september october november december';

const MONTH_NUMBERS = new Map(
  MONTHS.split(' ').flatMap((name, index): [string, number][] => [
    [name, index + 1],
    [name.slice(0, 3), index + 1],
  ]),
).set('sept', 9);

const isDay = (whole: string): boolean => whole.length <= 2 && Number(whole) >= 1 && Number(whole) <= 31;

const datePart = (year: string | undefined, month: number, day: string | undefined): Part => ({
  text: `date ${year ?? '?'}-${month}-${day ?? '?'}`,
  exact: true,
});

/** Brings "18 February 2025", "Feb 18, 2025" and "2025 February 18" to one; a missing day or year stays missing. */
export const withDates = (parts: readonly Part[]): Part[] => {
  const dated: Part[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (!part) break;
    const month = MONTH_NUMBERS.get(part.text);
    const skipped = dated.at(-1)?.text === 'of' ? -2 : -1;
    const before = dated.at(skipped)?.whole;
    const from = parts[index + 1]?.text === 'the' ? index + 2 : index + 1;
    const [after, later] = [parts[from]?.whole, parts[from + 1]?.whole];
    if (month === undefined || (before === undefined && after === undefined)) {
      dated.push(part);
      continue;
    }
    if (before !== undefined) {
      dated.splice(skipped);
      const startsWithDay = isDay(before);
      const completes = after !== undefined && (startsWithDay || isDay(after));
      dated.push(
        datePart(
          startsWithDay ? after : before,
          month,
          startsWithDay ? before : completes ? after : undefined,
        ),
      );
      index = completes ? from : index;
    } else if (after !== undefined && isDay(after)) {
      dated.push(datePart(later, month, after));
      index = later === undefined ? from : from + 1;
    } else {
      dated.push(datePart(after, month, undefined));
      index = from;
    }
  }
  return dated;
};

const ISO_DATE = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/;

/** The date that an answer such as "2025-02-18" is; `null` for anything else. */
export const isoDate = (answer: string): AnswerPart | null => {
  const [, year, month, day] = ISO_DATE.exec(answer) ?? [];
  return year !== undefined && Number(month) >= 1 && Number(month) <= 12
    ? datePart(year, Number(month), String(Number(day)))
    : null;
};
