/**
 * Dates, amounts and countries in a language that we have no rules for: the patterns are made from what `Intl` knows
 * of the language, so that nothing English is read into it.
 */
import type { AnswerType, Span } from '@/lib/model';

export type NeutralValue = Span & { readonly text: string; readonly type: AnswerType };

type Pattern = { readonly type: AnswerType; readonly pattern: RegExp };

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

const FRONT = String.raw`(?<![\p{L}\p{N}.,/$£€¥₹-])`;
/** Where words are not parted by spaces, a letter beside a figure says nothing. */
const UNSPACED = /^(?:ja|zh|th|lo|km|my)(?:-|$)/iu;
const EDGE = String.raw`(?![\p{L}\p{N}%‰]|[.,:/-]\p{N})`;
const AMOUNT = String.raw`\d{1,3}(?:[.,\u00a0\u202f ']\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?`;
const YEAR = '(?:1[0-9]{3}|20[0-9]{2})';

/** Any day will do: only the shape is used, and months are put in by name. */
const ANY_DAY = new Date(Date.UTC(2000, 0, 28));

const monthsOf = (language: string): string[] => {
  const names = new Set<string>();
  for (let month = 0; month < 12; month++) {
    const date = new Date(Date.UTC(2001, month, 15));
    // In a date a month may be bent: Polish "maja" beside "maj".
    for (const options of [
      { month: 'long', timeZone: 'UTC' },
      { day: 'numeric', month: 'long', timeZone: 'UTC' },
    ] as const)
      for (const { type, value } of new Intl.DateTimeFormat(language, options).formatToParts(date))
        if (type === 'month' && /\p{L}/u.test(value)) names.add(value);
  }
  return [...names].sort((a, b) => b.length - a.length);
};

/** How the language writes a whole date: "28. Januar 2000", "28 de enero de 2000", "2000年1月28日". */
const dateSource = (language: string): string => {
  const months = monthsOf(language).map(escape).join('|');
  const parts = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  }).formatToParts(ANY_DAY);
  return parts
    .map(({ type, value }) => {
      if (type === 'day') return '(?:3[01]|[12][0-9]|0?[1-9])(?:er|º|°)?';
      if (type === 'month')
        return /\p{L}/u.test(value) && months !== ''
          ? `(?:${months})`
          : String.raw`\d{1,2}${escape(value.replace(/\d+/u, ''))}`;
      if (type === 'year') return YEAR;
      return escape(value).replace(/\s+/gu, String.raw`\s`);
    })
    .join('');
};

const countriesOf = (language: string): string[] => {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  return letters
    .flatMap((first) => letters.map((second) => names.of(first + second) ?? ''))
    .filter((name) => name.length > 3 && /^\p{L}[\p{L}\p{M} '’-]*$/u.test(name))
    .sort((a, b) => b.length - a.length);
};

const makePatterns = (language: string): Pattern[] => {
  const known = language === 'und' ? [] : [language];
  return [
    ...known.map((tag): Pattern => ({
      type: 'date',
      pattern: new RegExp(
        UNSPACED.test(tag)
          ? `(?<!\\d)${dateSource(tag)}(?!\\d)`
          : `${FRONT}${dateSource(tag)}(?![\\p{L}\\p{N}])`,
        'giu',
      ),
    })),
    {
      type: 'percentage',
      pattern: new RegExp(String.raw`${FRONT}(?:${AMOUNT})[\s\u00a0\u202f]?[%‰](?![\p{L}\p{N}])`, 'gu'),
    },
    {
      type: 'money',
      pattern: new RegExp(
        String.raw`${FRONT}(?:[$£€¥₹]\s?(?:${AMOUNT})|(?:${AMOUNT})[\s\u00a0\u202f]?[$£€¥₹])(?![\p{L}\p{N}])`,
        'gu',
      ),
    },
    { type: 'year', pattern: new RegExp(`${FRONT}${YEAR}${EDGE}`, 'gu') },
    ...known
      .map(countriesOf)
      .filter((names) => names.length > 0)
      .map((names): Pattern => ({
        type: 'place',
        pattern: new RegExp(
          String.raw`(?<![\p{L}\p{N}-])(?:${names.map(escape).join('|')})(?![\p{L}\p{N}-])`,
          'gu',
        ),
      })),
  ];
};

const made = new Map<string, readonly Pattern[]>();

/** Languages that write every noun with a capital, in which two capitals are no name. */
const CAPITAL_NOUNS = /^(?:de|lb)(?:-|$)/iu;
const NAME = /(?<=[\p{Ll},]\s)\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)+(?![\p{L}\p{N}])/gu;

/**
 * The dates, years, percentages, sums of money, countries and, where capitals mark names, names of two words or more
 * of a stretch, in order, none inside another. `language` is a BCP 47 tag; `und` gives figures alone. Never throws.
 */
export const readNeutralValues = (text: string, span: Span, language: string): NeutralValue[] => {
  const patterns = made.get(language) ?? makePatterns(language);
  made.set(language, patterns);
  const all =
    CAPITAL_NOUNS.test(language) || language === 'und'
      ? patterns
      : [...patterns, { type: 'name' as const, pattern: NAME }];
  const stretch = text.slice(span.start, span.end);
  const found: NeutralValue[] = [];
  for (const { type, pattern } of all)
    for (const match of stretch.matchAll(pattern)) {
      const start = span.start + match.index;
      const value = { start, end: start + match[0].length, text: match[0], type };
      if (!found.some((other) => other.start < value.end && value.start < other.end)) found.push(value);
    }
  return found.sort((a, b) => a.start - b.start);
};
