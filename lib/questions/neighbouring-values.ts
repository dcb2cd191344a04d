/** Values beside a date or an amount, written as it is written: wrong answers that look like right ones. */
import { readDates } from '@/lib/language/dates';
import { readNumbers } from '@/lib/language/numbers';
import type { AnswerType, DraftFact } from '@/lib/model';
import { seededRandom } from './seeded-random';

/** `value`, as `valueOf` has it, says which of two is more. */
export type NearValue = { readonly text: string; readonly value: number };

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const SPELLED =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const TENS = 'ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

type Day = { readonly year: number; readonly month: number; readonly day: number };

/** Days in order; what is not known counts as nothing. */
export const placeInTime = ({ year, month, day }: Day): number => year * 372 + month * 31 + day;

/** What a date or an amount comes to, by which answers of one type are put in order; `null` where it cannot be told. */
export const valueOf = (text: string, type: AnswerType): number | null => {
  if (type === 'year') return placeInTime({ year: Number.parseInt(text, 10), month: 0, day: 0 });
  if (type === 'money' || type === 'percentage' || type === 'quantity')
    return readNumbers(`${text} things`)[0]?.value ?? null;
  const date = type === 'date' ? readDates(text)[0] : undefined;
  if (date === undefined) return null;
  const century = date.form === 'century' ? 100 * Number.parseInt(/\d+/u.exec(text)?.[0] ?? '0', 10) : 0;
  return placeInTime({ year: date.year ?? century, month: date.month ?? 0, day: date.day ?? 0 });
};

/** So many on either side, of which a question shows three in all. */
const STEPS = [1, 2, 3];

/** Up to this year, what is told as past may have been. */
const SURELY_PAST = 2020;

/** How far off a year may be and still be confused with the right one: the further back, the further. */
export const yearStep = (year: number, latest: number): number =>
  Math.max(2, Math.min(25, Math.round((latest - year) / 12)));

const yearsNear = (year: number, latest: number, random: () => number): NearValue[] => {
  const step = yearStep(year, Math.max(latest, 2000));
  const jitter = (times: number): number => step * times + Math.floor(random() * Math.max(1, step * 0.6));
  return STEPS.flatMap((times) => [year - jitter(times), year + jitter(times)])
    .filter(
      (near) =>
        near > 0 &&
        near <= Math.max(latest, year, SURELY_PAST) &&
        String(near).length === String(year).length,
    )
    .map((near) => ({ text: String(near), value: placeInTime({ year: near, month: 0, day: 0 }) }));
};

/** The year of the `by`-th neighbour of a date: not all of one year, or only the month would be asked. */
const yearBeside = (year: number, by: number, latest: number): number =>
  year === 0
    ? 0
    : Math.min(Math.max(year, latest, SURELY_PAST), year + Math.sign(by) * Math.ceil(Math.abs(by) / 2));

/** Days of other months, no two with the month or the day of another: then the one that shares most is not the key. */
const daysNear = (answer: string, own: Day, latest: number, random: () => number): NearValue[] => {
  const { year, month, day } = own;
  const name = MONTHS[month - 1];
  if (name === undefined || !answer.includes(name)) return [];
  const figures = new RegExp(`(?<!\\d)${day}(?!\\d)`, 'u');
  // Strides without a factor of 28, by which ten steps never meet.
  const stride = [3, 5, 9][Math.floor(random() * 3)] ?? 3;
  return [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5]
    .map((by) => ({ by, at: month - 1 + by }))
    .filter(({ at }) => at >= 0 && at < 12)
    .map(({ by, at }) => {
      const other = ((day - 1 + by * stride + 28 * 2) % 28) + 1;
      const near = yearBeside(year, by, latest);
      return {
        text: answer
          .replace(name, MONTHS[at] ?? name)
          .replace(figures, String(other))
          .replace(String(year), String(near)),
        value: placeInTime({ year: near, month: at + 1, day: other }),
      };
    });
};

const monthsNear = (answer: string, year: number, month: number, latest: number): NearValue[] => {
  const name = MONTHS[month - 1];
  if (name === undefined || !answer.includes(name)) return [];
  return [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5]
    .map((by) => ({ by, at: month - 1 + by }))
    .filter(({ at }) => at >= 0 && at < 12)
    .map(({ by, at }) => {
      const near = yearBeside(year, by, latest);
      return {
        text: answer.replace(name, MONTHS[at] ?? name).replace(String(year), String(near)),
        value: placeInTime({ year: near, month: at + 1, day: 0 }),
      };
    });
};

const erasNear = (answer: string, latest: number): NearValue[] => {
  const decade = /(\d{3}0)s/u.exec(answer)?.[1];
  if (decade !== undefined) {
    const own = Number.parseInt(decade, 10);
    return [-3, -2, -1, 1, 2, 3]
      .map((by) => own + 10 * by)
      .filter((near) => near <= Math.max(latest, own, SURELY_PAST))
      .map((near) => ({
        text: answer.replace(decade, String(near)),
        value: placeInTime({ year: near, month: 0, day: 0 }),
      }));
  }
  const century = /(\d{1,2})(?:st|nd|rd|th)/u.exec(answer);
  if (century === null) return [];
  const own = Number.parseInt(century[1] ?? '', 10);
  const ending = (number: number): string =>
    number > 3 && number < 21 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return [-2, -1, 1, 2, -3, 3]
    .map((by) => own + by)
    .filter((near) => near > 0 && near <= Math.max(own, 20))
    .map((near) => ({
      text: answer.replace(century[0], `${near}${ending(near)}`),
      value: placeInTime({ year: 100 * near, month: 0, day: 0 }),
    }));
};

const decimalsOf = (figures: string): number => /\.(\d+)$/u.exec(figures)?.[1]?.length ?? 0;

const zerosOf = (figures: string): number =>
  decimalsOf(figures) > 0 ? 0 : (/0+$/u.exec(figures.replaceAll(',', ''))?.[0].length ?? 0);

const writeLike = (value: number, figures: string): string => {
  const fixed = value.toFixed(decimalsOf(figures));
  const plain = /^\d{4,}/u.test(figures);
  return value >= 1000 && !plain ? fixed.replace(/\B(?=(?:\d{3})+(?!\d))/gu, ',') : fixed;
};

/** As round as `figures` is and no rounder: 1,200 has neighbours like 1,500, never 1,530 or 2,000; 37 has none like 40. */
const roundLike = (value: number, figures: string): number => {
  const unit = decimalsOf(figures) > 0 ? 10 ** -decimalsOf(figures) : 10 ** zerosOf(figures);
  const count = Math.round(value / unit);
  const rounder = count % 10 === 0 && /[1-9]0*$/u.test(figures) && count >= 10;
  return (rounder ? count + 1 : count) * unit;
};

const spelledNear = (answer: string): NearValue[] => {
  const low = answer.toLowerCase();
  const isTen = TENS.indexOf(low) > 0;
  const scale = isTen ? TENS : SPELLED;
  const own = scale.indexOf(low);
  if (own < 2) return [];
  const least = isTen ? 0 : 2;
  return [-3, -2, -1, 1, 2, 3].flatMap((by): NearValue[] => {
    const word = own + by < least ? undefined : scale[own + by];
    if (word === undefined) return [];
    const text = /^\p{Lu}/u.test(answer) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
    return [{ text, value: (own + by) * (isTen ? 10 : 1) }];
  });
};

const amountsNear = (answer: string, most: number, random: () => number): NearValue[] => {
  const [figures, ...others] = answer.match(/\d[\d,]*(?:\.\d+)?/gu) ?? [];
  // "27-30%" and "5 ft 6 in" are more than one number; "9000 BP" is no amount.
  if (others.length > 0 || /\b(?:BP|BCE?|CE|AD)$/u.test(answer)) return [];
  if (figures === undefined) return spelledNear(answer);
  const value = Number.parseFloat(figures.replaceAll(',', ''));
  // "2.4" of "2.4 million".
  const whole = readNumbers(`${answer} things`)[0]?.value ?? value;
  const small = decimalsOf(figures) === 0 && zerosOf(figures) === 0 && value < 15;
  const near = small
    ? STEPS.flatMap((by) => [value - by, value + by])
    : STEPS.flatMap((times) => [
        value * (1 - 0.17 * times - 0.04 * random()),
        value * (1 + 0.27 * times + 0.08 * random()),
      ]).map((other) => roundLike(other, figures));
  return near
    .filter((other) => other >= (small ? 2 : 0) && other > 0 && other !== value && other < most)
    .map((other) => ({
      text: answer.replace(figures, writeLike(other, figures)),
      value: (other * whole) / value,
    }));
};

/** What sets forms of writing apart: "12 May 1900" and "4 June 1855" share one, "May 1900" has another. */
export const formOf = (answer: string): string =>
  answer
    .replace(new RegExp(`\\b(?:${MONTHS.join('|')})\\b`, 'gu'), 'M')
    .replace(/\d[\d,]*(?:\.\d+)?/gu, (figures) => {
      if (/^\d{4}$/u.test(figures)) return 'Y';
      return decimalsOf(figures) > 0 ? `9.${decimalsOf(figures)}` : '9';
    })
    .replace(/(?<=9)(?:st|nd|rd|th)\b/gu, 'th');

/**
 * Values near the answer of a date or an amount, up to a few on either side, nearest first; empty for any other
 * type. `latest`: the last year the article knows. The same fact has the same neighbours.
 */
export const valuesNear = ({ key, answer, answerType }: DraftFact, latest: number): NearValue[] => {
  const random = seededRandom(`near/${key}`);
  const distinct = (near: readonly NearValue[]): NearValue[] =>
    near.filter(({ text }, index) => near.findIndex((other) => other.text === text) === index);
  if (answerType === 'year')
    return /^\d{3,4}$/u.test(answer) ? distinct(yearsNear(Number.parseInt(answer, 10), latest, random)) : [];
  if (answerType === 'date') {
    const { day = null, month = null, year = null, form = null } = readDates(answer)[0] ?? {};
    if (form === 'day' && day !== null && month !== null)
      return daysNear(answer, { year: year ?? 0, month, day }, latest, random);
    if (form === 'month' && month !== null) return monthsNear(answer, year ?? 0, month, latest);
    return form === 'decade' || form === 'century' ? erasNear(answer, latest) : [];
  }
  if (answerType === 'money' || answerType === 'quantity')
    return distinct(amountsNear(answer, Infinity, random));
  return answerType === 'percentage' ? distinct(amountsNear(answer, 100, random)) : [];
};
