/** Dates in English prose, and what they leave open. */
import type { Span } from '@/lib/model';
import { FULL_MONTH, MONTH, monthOf } from './months';

export type DateForm = 'day' | 'month' | 'year' | 'range' | 'decade' | 'century' | 'season';

/** `month` is 1..12; years before our era are negative; of an era the first; what the text does not say is `null`. */
export type Day = {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
};

/** For a range the figures are those of its beginning; `until` are those of its end, and `null` for any other form. */
export type DateValue = Span &
  Day & { readonly text: string; readonly form: DateForm; readonly until: Day | null };

const YEAR = '(?:1[0-9]{3}|20[0-9]{2})';
const DAY = '(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?';
const DASH = '\\s?[-–—]\\s?';
const ERA = '(?:\\s(?:BCE?|CE|AD))';
const EDGE = '(?![\\p{L}\\p{N}])';
const TO = '\\s(?:to|until|till|through)\\s';
const CENTURY_WORD =
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)';
const PART = '(?:[Ee]arly[ -]|[Ll]ate[ -]|[Mm]id[ -])?';

type Pattern = { readonly form: DateForm; readonly source: string };

const DAY_MONTH = (tail: string): string => `(?<day${tail}>${DAY})\\s(?:of\\s)?(?<month${tail}>${MONTH})`;
const MONTH_DAY = (tail: string): string => `(?<month${tail}>${MONTH})\\s(?<day${tail}>${DAY})(?![:.]\\d)`;
const OF_YEAR = (tail: string): string => `(?:,?\\s(?<year${tail}>${YEAR}))?`;

/** "Between May 1932 and June 1933": two whole dates of one form, with the small words that join them. */
const STRETCHES = [
  ...[DAY_MONTH, MONTH_DAY].map((form) => ({
    from: `${form('')}${OF_YEAR('')}`,
    to: `${form('2')},?\\s(?<year2>${YEAR})`,
  })),
  {
    from: `(?<month>${MONTH})(?:\\s(?<year>${YEAR}))?`,
    to: `(?<month2>${MONTH})\\s(?<year2>${YEAR})`,
  },
  { from: `(?<year>${YEAR})`, to: `(?<year2>${YEAR})` },
].flatMap(({ from, to }): Pattern[] => [
  { form: 'range', source: `[Bb]etween\\s${from}\\sand\\s${to}` },
  { form: 'range', source: `[Ff]rom\\s${from}(?:${TO}|${DASH})${to}` },
]);

/** From the longest to the shortest; named groups say what was found, with a 2 for the end of a range. */
const PATTERNS: readonly Pattern[] = [
  ...STRETCHES,
  {
    form: 'range',
    source: `${DAY_MONTH('')}${OF_YEAR('')}${DASH}${DAY_MONTH('2')},?\\s(?<year2>${YEAR})`,
  },
  {
    form: 'range',
    source: `(?<day>${DAY})(?:${DASH}|\\sto\\s)(?<day2>${DAY})\\s(?<month>${MONTH})${OF_YEAR('')}`,
  },
  { form: 'range', source: `(?<month>${MONTH})\\s(?<day>${DAY})${DASH}(?<day2>${DAY})${OF_YEAR('')}` },
  { form: 'day', source: `${DAY_MONTH('')}${OF_YEAR('')}` },
  { form: 'day', source: `${MONTH_DAY('')}${OF_YEAR('')}` },
  { form: 'day', source: `(?<year>${YEAR})-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12][0-9]|3[01])` },
  { form: 'day', source: `(?<month>0?[1-9]|1[0-2])/(?<day>1[3-9]|2[0-9]|3[01])/(?<year>${YEAR})` },
  { form: 'day', source: `(?<day>1[3-9]|2[0-9]|3[01])/(?<month>0?[1-9]|1[0-2])/(?<year>${YEAR})` },
  { form: 'month', source: `(?<month>${MONTH}),?\\s(?:of\\s)?(?<year>${YEAR})` },
  {
    form: 'season',
    source: `(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\\s(?:of\\s)?(?<year>${YEAR})`,
  },
  { form: 'range', source: `(?<year>${YEAR})${DASH}(?<year2>${YEAR}|[0-9]{2})` },
  { form: 'decade', source: `${PART}(?<year>1[0-9]{2}0|20[0-9]0)s` },
  {
    form: 'century',
    source: `${PART}(?<century>[0-9]{1,2}(?:st|nd|rd|th)|${CENTURY_WORD})[ -]century(?<era>${ERA})?`,
  },
  { form: 'year', source: `(?<bare>[0-9]{1,4})(?<era>${ERA})|(?<era2>AD)\\s(?<bare2>[0-9]{1,4})` },
  { form: 'month', source: `(?<month>${FULL_MONTH})` },
];

const ANY = PATTERNS.map(({ form, source }) => ({
  form,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}.,$£€/-])(?:${source})${EDGE}`, 'gu'),
}));

/** A bare number is a year only after one of these ... */
const BEFORE_YEAR =
  /(?:^|[\s(])(?:in|since|by|until|till|from|to|during|before|after|around|circa|early|late|mid|summer|winter|spring|autumn|fall|of|between|and|through|founded|established|born|died|built)\s$/iu;
/** ... and where what follows is not counted by it. */
const AFTER_YEAR =
  /^(?:[,.;:)!?’'”"]|\s(?:and|or|to|by|the|a|an|in|on|at|of|from|with|when|where|which|who|that|as|for|until|till|through|after|before|because|but|while|is|was|were|are|had|has|have|it|he|she|they|its|his|her|their|this|there|under|over|into|[–—-]|\(|\p{Lu}))|^$/u;
const BARE_YEAR = new RegExp(`(?<![\\p{L}\\p{N}.,$£€/-])${YEAR}(?![\\p{L}\\p{N}%/-])(?![.,][0-9])`, 'gu');

const CENTURIES = CENTURY_WORD.slice(3, -1).split('|');

const numberOf = (figures: string | undefined): number | null =>
  figures === undefined ? null : Number.parseInt(figures, 10);

/** The first year of a century: 1701 for the 18th. */
const beginningOf = (century: string | undefined): number | null => {
  if (century === undefined) return null;
  const ordinal = numberOf(/^\d+/u.exec(century)?.[0]) ?? CENTURIES.indexOf(century) + 1;
  return 100 * (ordinal - 1) + 1;
};

type Groups = Readonly<Record<string, string | undefined>>;

const yearOf = (groups: Groups): number | null => {
  const year = numberOf(groups.year ?? groups.bare ?? groups.bare2) ?? beginningOf(groups.century);
  return year !== null && (groups.era ?? '').includes('BC') ? -year : year;
};

/** "1914-18" ends in 1918, and "December 4-5" in the month that it began in. */
const untilOf = (groups: Groups, form: DateForm): Day | null => {
  if (form !== 'range') return null;
  const written = groups.year2 ?? groups.year;
  const isShort = groups.year2?.length === 2;
  return {
    year: numberOf(isShort ? `${groups.year?.slice(0, 2) ?? ''}${written ?? ''}` : written),
    month: monthOf(groups.month2 ?? groups.month),
    day: numberOf(groups.day2),
  };
};

const readPatterns = (text: string, offset: number): DateValue[] =>
  ANY.flatMap(({ form, pattern }) =>
    [...text.matchAll(pattern)].map((match): DateValue => {
      const start = offset + match.index;
      const groups: Groups = match.groups ?? {};
      const begun = groups.year2?.length === 4 ? numberOf(groups.year2) : null;
      return {
        start,
        end: start + match[0].length,
        text: match[0],
        form,
        year: yearOf(groups) ?? begun,
        month: monthOf(groups.month),
        day: numberOf(groups.day),
        until: untilOf(groups, form),
      };
    }),
  );

const readBareYears = (text: string, offset: number): DateValue[] =>
  [...text.matchAll(BARE_YEAR)]
    .filter(({ 0: year, index }) => {
      const before = text.slice(Math.max(0, index - 16), index);
      const inBrackets = before.endsWith('(') && text[index + year.length] === ')';
      return (
        inBrackets ||
        (BEFORE_YEAR.test(before) &&
          AFTER_YEAR.test(text.slice(index + year.length, index + year.length + 12)))
      );
    })
    .map(({ 0: year, index }) => ({
      start: offset + index,
      end: offset + index + year.length,
      text: year,
      form: 'year',
      year: Number.parseInt(year, 10),
      month: null,
      day: null,
      until: null,
    }));

/**
 * The dates between `start` and `end` of `text`, in order, none inside another. A month alone counts only where
 * it can be nothing else ("May" and "March" are also words). Never throws.
 */
export const readDates = (text: string, start = 0, end = text.length): DateValue[] => {
  const stretch = text.slice(start, end);
  const found: DateValue[] = [];
  for (const date of [...readPatterns(stretch, start), ...readBareYears(stretch, start)])
    if (!found.some((other) => other.start < date.end && date.start < other.end)) found.push(date);
  return found.sort((a, b) => a.start - b.start);
};

/** Whether the date is one of a year that it does not name. */
export const lacksYear = ({ form, year }: DateValue): boolean =>
  year === null && (form === 'day' || form === 'month' || form === 'range');
