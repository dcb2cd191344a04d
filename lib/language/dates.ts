/** Dates in English prose, and what they leave open. */
import type { Span } from '@/lib/model';

export type DateForm = 'day' | 'month' | 'year' | 'range' | 'decade' | 'century';

/** `month` is 1..12; what the text does not say is `null`. For a range, the figures are those of its beginning. */
export type DateValue = Span & {
  readonly text: string;
  readonly form: DateForm;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
};

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.|Apr\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)';
const YEAR = '(?:1[0-9]{3}|20[0-9]{2})';
const DAY = '(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?';
const DASH = '\\s?[-–—]\\s?';
const ERA = '(?:\\s(?:BCE?|CE|AD))';
const EDGE = '(?![\\p{L}\\p{N}])';

type Pattern = { readonly form: DateForm; readonly source: string };

/** From the longest to the shortest; named groups say what was found. */
const PATTERNS: readonly Pattern[] = [
  {
    form: 'range',
    source: `(?<day>${DAY})(?:${DASH}|\\sto\\s)${DAY}\\s(?<month>${MONTH})(?:,?\\s(?<year>${YEAR}))?`,
  },
  { form: 'range', source: `(?<month>${MONTH})\\s(?<day>${DAY})${DASH}${DAY}(?:,?\\s(?<year>${YEAR}))?` },
  { form: 'day', source: `(?<day>${DAY})\\s(?:of\\s)?(?<month>${MONTH})(?:,?\\s(?<year>${YEAR}))?` },
  { form: 'day', source: `(?<month>${MONTH})\\s(?<day>${DAY})(?![:.]\\d)(?:,?\\s(?<year>${YEAR}))?` },
  { form: 'month', source: `(?<month>${MONTH}),?\\s(?:of\\s)?(?<year>${YEAR})` },
  { form: 'range', source: `(?<year>${YEAR})${DASH}(?:${YEAR}|[0-9]{2})` },
  // A stretch of time in words is told by the word before it.
  { form: 'range', source: `(?<=\\b[Ff]rom\\s)(?<year>${YEAR})\\s(?:to|until|till|through)\\s${YEAR}` },
  { form: 'range', source: `(?<=\\b[Bb]etween\\s)(?<year>${YEAR})\\sand\\s${YEAR}` },
  { form: 'decade', source: '(?:early[ -]|late[ -]|mid-)?(?<year>1[0-9]{2}0|20[0-9]0)s' },
  { form: 'century', source: `(?:early[ -]|late[ -]|mid-)?[0-9]{1,2}(?:st|nd|rd|th)[ -]century${ERA}?` },
  { form: 'year', source: `(?<bare>[0-9]{1,4})${ERA}|AD\\s[0-9]{1,4}` },
  {
    form: 'month',
    source: '(?<month>January|February|April|June|July|August|September|October|November|December)',
  },
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
  /^(?:[,.;:)!?’'”"]|\s(?:and|or|to|by|the|a|an|in|on|at|of|from|with|when|where|which|who|that|as|for|until|till|through|after|before|because|but|while|is|was|were|are|had|has|have|it|he|she|they|its|his|her|their|this|[–—-]|\(|\p{Lu}))|^$/u;
const BARE_YEAR = new RegExp(`(?<![\\p{L}\\p{N}.,$£€/-])${YEAR}(?![\\p{L}\\p{N}%/-])(?![.,][0-9])`, 'gu');

const monthOf = (name: string | undefined): number | null => {
  if (name === undefined) return null;
  const short = name.toLowerCase().slice(0, 3);
  return MONTHS.findIndex((month) => month.startsWith(short)) + 1;
};

const numberOf = (figures: string | undefined): number | null =>
  figures === undefined ? null : Number.parseInt(figures, 10);

const readPatterns = (text: string, offset: number): DateValue[] =>
  ANY.flatMap(({ form, pattern }) =>
    [...text.matchAll(pattern)].map((match): DateValue => {
      const start = offset + match.index;
      return {
        start,
        end: start + match[0].length,
        text: match[0],
        form,
        year: numberOf(match.groups?.year),
        month: monthOf(match.groups?.month),
        day: numberOf(match.groups?.day),
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
