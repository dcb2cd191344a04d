/** Values beside a date or an amount, written as it is written: wrong answers that look like right ones. */
import { readDates } from '@/lib/language/dates';
import type { DraftFact } from '@/lib/model';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const yearsNear = (year: number, latest: number): string[] => {
  // The further back, the rougher our idea of when.
  const step = year >= 1990 ? 1 : year >= 1900 ? 3 : year >= 1700 ? 8 : 20;
  return [-1, 1, -2, 2, -3, 3, -4]
    .map((times) => year + times * step + (Math.abs(times) > 2 ? Math.sign(times) : 0))
    .filter((near) => near <= Math.max(latest, year))
    .map(String);
};

const daysNear = (answer: string, day: number, month: number): string[] => {
  const name = MONTHS[month - 1];
  if (name === undefined || !answer.includes(name)) return [];
  const otherMonth = (by: number): string => MONTHS[(month - 1 + by + 12) % 12] ?? name;
  const figures = new RegExp(`(?<!\\d)${day}(?!\\d)`, 'u');
  const otherDay = (by: number): string => String(((day - 1 + by + 28) % 28) + 1);
  return [
    answer.replace(name, otherMonth(1)),
    answer.replace(figures, otherDay(9)),
    answer.replace(name, otherMonth(-2)).replace(figures, otherDay(5)),
    answer.replace(name, otherMonth(3)),
  ];
};

const decimalsOf = (figures: string): number => /\.(\d+)$/u.exec(figures)?.[1]?.length ?? 0;

/** To the same roundness: 1,200 stays a multiple of 100, 37 is any whole number. */
const roundLike = (value: number, figures: string): number => {
  const decimals = decimalsOf(figures);
  const zeros = decimals > 0 ? 0 : (/0+$/u.exec(figures.replaceAll(',', ''))?.[0].length ?? 0);
  const unit = decimals > 0 ? 10 ** -decimals : 10 ** zeros;
  return Math.round(value / unit) * unit;
};

const writeLike = (value: number, figures: string): string => {
  const decimals = decimalsOf(figures);
  const fixed = value.toFixed(decimals);
  const plain = /^\d{4,}/u.test(figures);
  return value >= 1000 && !plain ? fixed.replace(/\B(?=(?:\d{3})+(?!\d))/gu, ',') : fixed;
};

const SPELLED =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' ');

const amountsNear = (answer: string, isShare: boolean): string[] => {
  const figures = /\d[\d,]*(?:\.\d+)?/u.exec(answer)?.[0];
  if (figures === undefined) {
    const value = SPELLED.indexOf(answer.toLowerCase());
    if (value < 3) return [];
    const near = [value + 1, value - 1, value + 2, value - 2, value + 3].flatMap((number) =>
      number > 1 ? (SPELLED[number] ?? []) : [],
    );
    return near.map((word) =>
      /^\p{Lu}/u.test(answer) ? word.charAt(0).toUpperCase() + word.slice(1) : word,
    );
  }
  const value = Number.parseFloat(figures.replaceAll(',', ''));
  return [0.5, 1.5, 0.75, 2, 1.25, 0.6]
    .map((factor) => roundLike(value * factor, figures))
    .filter((near) => near > 0 && near !== value && !(isShare && near >= 100))
    .map((near) => answer.replace(figures, writeLike(near, figures)));
};

/** What sets forms of writing apart: "12 May 1900" and "4 June 1855" share one, "May 1900" has another. */
export const formOf = (answer: string): string =>
  answer
    .replace(new RegExp(`\\b(?:${MONTHS.join('|')})\\b`, 'gu'), 'M')
    .replace(/\d[\d,]*(?:\.\d+)?/gu, (figures) => (/^\d{4}$/u.test(figures) ? 'Y' : '9'))
    .replace(/(?<=9)(?:st|nd|rd|th)\b/gu, 'th');

/** Up to six values near the answer of a date or an amount; empty for any other type. `latest`: the last year the article knows. */
export const valuesNear = ({ answer, answerType }: DraftFact, latest: number): string[] => {
  if (answerType === 'year')
    return /^\d{4}$/u.test(answer) ? yearsNear(Number.parseInt(answer, 10), latest) : [];
  if (answerType === 'date') {
    const { day = null, month = null, form = null } = readDates(answer)[0] ?? {};
    return form === 'day' && day !== null && month !== null ? daysNear(answer, day, month) : [];
  }
  if (answerType === 'money' || answerType === 'quantity') return amountsNear(answer, false);
  return answerType === 'percentage' ? amountsNear(answer, true) : [];
};
