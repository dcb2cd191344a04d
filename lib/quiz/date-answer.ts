/** Answers that are dates: which parts a key has, and dates in figures. */
import { readAnswer } from './answer-parts';

export const DATE_PARTS = ['day', 'month', 'year'] as const;
export type DatePart = (typeof DATE_PARTS)[number];

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const DATE = /^date (?<year>\d+|\?)-(?<month>\d+)-(?<day>\d+|\?)$/;

export type ReadDate = {
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
};

const numberOf = (part: string | undefined): number | null =>
  part === undefined || part === '?' ? null : Number(part);

/**
 * In figures, the day first: "18.2.2025", "18/2/2025". With strokes it may as well be the month that comes first, so
 * that it is a date only where the other way round there is none.
 */
const inFigures = (text: string): ReadDate | null => {
  const [, first, mark, second, year] = /^\s*(\d{1,2})([./-])(\d{1,2})\2(\d{4})\s*$/.exec(text) ?? [];
  const [one, two] = [Number(first), Number(second)];
  if (year === undefined || one < 1 || two < 1 || one > 31 || two > 31) return null;
  if (mark === '.' && two <= 12) return { day: one, month: two, year: Number(year) };
  if (one === two && one <= 12) return { day: one, month: one, year: Number(year) };
  if (one > 12 && two <= 12) return { day: one, month: two, year: Number(year) };
  if (two > 12 && one <= 12) return { day: two, month: one, year: Number(year) };
  return null;
};

/** The date that a text is, or the year alone; `null` for anything else. */
export const readDate = (text: string): ReadDate | null => {
  const figures = inFigures(text);
  if (figures !== null) return figures;
  const parts = readAnswer(text);
  const [only] = parts;
  if (only === undefined || parts.length > 1) return null;
  if (/^\d{3,4}$/.test(only.text)) return { day: null, month: null, year: Number(only.text) };
  const { year, month, day } = DATE.exec(only.text)?.groups ?? {};
  return month === undefined ? null : { day: numberOf(day), month: numberOf(month), year: numberOf(year) };
};

/** What a date question asks for, by its key: a key without a day asks for none. */
export const datePartsOf = (key: string): DatePart[] => {
  const date = readDate(key);
  return date === null ? [] : DATE_PARTS.filter((part) => date[part] !== null);
};

/** Whether a typed answer is the date of a key, in whatever form both are written. `null`: the key is no date. */
export const isSameDate = (key: string, given: string): boolean | null => {
  const wanted = readDate(key);
  if (wanted === null) return null;
  const date = readDate(given);
  return date !== null && DATE_PARTS.every((part) => date[part] === wanted[part]);
};
