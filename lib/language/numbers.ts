/** Amounts in English prose: money, percentages, measures, counts, shares and ordinals. */
import type { Span } from '@/lib/model';
import { countedNoun } from './counts';
import { FRACTION, valueOfFraction } from './fractions';
import { CURRENCY_IN_BULK, CURRENCY_NAME, CURRENCY_SIGN, currencyOf } from './money';
import { EDGE, FIGURES, FRONT, MAGNITUDE, NUMBER, RANGE_JOINT, valueOfNumber } from './number-words';
import { ORDINAL, valueOfOrdinal } from './ordinals';
import { DURATION_UNIT, MEASURE_UNIT } from './units';

export type NumberKind = 'money' | 'percentage' | 'measure' | 'count' | 'fraction' | 'multiple' | 'ordinal';

/** "More than", "up to" and "about": on which side of the number the truth lies. */
export type Bound = 'over' | 'under' | 'about';

/**
 * `unit` is the currency, the measure's unit or the counted noun; empty where there is none. The span of a count or a
 * share is the number alone (its noun stays in view); that of any other takes in the unit.
 */
export type NumberValue = Span & {
  readonly text: string;
  readonly kind: NumberKind;
  /** In the unit as it is written: 65e9 for "$65 billion", 38 for "38 percent"; of a range the lower end. */
  readonly value: number;
  /** The upper end of a range. */
  readonly high: number | null;
  readonly bound: Bound | null;
  readonly unit: string;
  /** As it is written: figures, figures with a magnitude, or words. */
  readonly style: 'figures' | 'magnitude' | 'words';
};

/** A number, or two as the ends of a range: the ends of "between 40 and 50" make one amount with their small words. */
const AMOUNT = String.raw`(?:(?<!\bfrom\s)(?<low>${NUMBER})(?<lowMagnitude>${MAGNITUDE})?${RANGE_JOINT}(?<high>${NUMBER})|between\s(?<least>${NUMBER})(?<leastMagnitude>${MAGNITUDE})?\sand\s(?<most>${NUMBER})|(?<number>${NUMBER}))(?<magnitude>${MAGNITUDE})?`;
const MONEY_RANGE = String.raw`(?<sign>${CURRENCY_SIGN})\s?(?<number>${FIGURES})(?<magnitude>${MAGNITUDE})?(?:(?<=[\d\p{L}])(?<!\bfrom\s[^\s]{1,12})${RANGE_JOINT}(?:${CURRENCY_SIGN})?\s?(?<high>${FIGURES})(?<highMagnitude>${MAGNITUDE})?)?`;

const pattern = (source: string, flags = 'giu'): RegExp => new RegExp(FRONT + source, flags);

const MONEY = pattern(`${MONEY_RANGE}${EDGE}`);
const MONEY_WORDS = pattern(String.raw`${AMOUNT}\s(?<sign>${CURRENCY_NAME})${EDGE}`);
const MONEY_IN_BULK = pattern(
  String.raw`(?<number>${NUMBER})(?<magnitude>${MAGNITUDE})\s(?<sign>${CURRENCY_IN_BULK})${EDGE}`,
);
const PERCENT = pattern(
  String.raw`${AMOUNT}(?:\s?%|\s?per\s?cent${EDGE})(?!\s?points?)`.replace(
    RANGE_JOINT,
    String.raw`(?:\s?%)?${RANGE_JOINT}`,
  ),
);
const MEASURE = pattern(String.raw`${AMOUNT}[\s-]?(?<unit>${MEASURE_UNIT})${EDGE}(?!['’])`, 'gu');
const DURATION = pattern(String.raw`${AMOUNT}\s(?<unit>${DURATION_UNIT})${EDGE}(?!['’])`);
const AGES_AGO = pattern(String.raw`${AMOUNT}\s(?<unit>years\sago|years\sBP|BP|ka)${EDGE}`);
const MULTIPLE = pattern(String.raw`(?<number>${NUMBER})\stimes${EDGE}|\b(?:twice|thrice)(?=\sas\s|\sthe\s)`);
const SHARE = pattern(FRACTION);
const ORDER = pattern(ORDINAL);
const COUNT = pattern(String.raw`${AMOUNT}(?=\s\p{L})`);

const word = (source: string, flags = 'iu'): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, flags);

/** Patterns in the order in which they may claim a stretch, each with what none of its matches can be without: they are slow. */
const PATTERNS: readonly (readonly [RegExp, NumberKind, RegExp])[] = [
  [MONEY, 'money', new RegExp(CURRENCY_SIGN, 'iu')],
  [MONEY_WORDS, 'money', word(CURRENCY_NAME)],
  [MONEY_IN_BULK, 'money', word(CURRENCY_IN_BULK)],
  [PERCENT, 'percentage', /%|\bper\s?cent/iu],
  [AGES_AGO, 'measure', word('ago|BP|ka')],
  [MEASURE, 'measure', word(MEASURE_UNIT, 'u')],
  [DURATION, 'measure', word(DURATION_UNIT)],
  [MULTIPLE, 'multiple', word('times|twice|thrice')],
  [SHARE, 'fraction', /./u],
  [ORDER, 'ordinal', /./u],
];

const OVER =
  /\b(?:(?:more|greater|higher|larger|longer|older|better)\sthan|over|at\sleast|above|exceed(?:s|ed|ing)?|upwards\sof|no\s(?:fewer|less)\sthan|a\sminimum\sof)\s$/iu;
const UNDER =
  /\b(?:(?:less|fewer|lower|smaller|shorter)\sthan|under|up\sto|at\smost|below|nearly|almost|no\smore\sthan|as\s(?:much|many|little|few)\sas|a\smaximum\sof|just\sshort\sof)\s$/iu;
const ABOUT =
  /\b(?:about|around|some|roughly|approximately|circa|estimated|c\.|ca\.|close\sto|an?\saverage\sof)\s$/iu;

const boundOf = (before: string): Bound | null => {
  if (/\bno\s(?:fewer|less)\sthan\s$/iu.test(before)) return 'over';
  if (/\bno\smore\sthan\s$/iu.test(before) || UNDER.test(before)) return 'under';
  if (OVER.test(before)) return 'over';
  return ABOUT.test(before) ? 'about' : null;
};

const figuresOf = (match: RegExpExecArray, kind: NumberKind): { value: number; high: number | null } => {
  if (kind === 'ordinal') return { value: valueOfOrdinal(match[0]), high: null };
  if (kind === 'fraction') return { value: valueOfFraction(match[0]), high: null };
  const groups = match.groups ?? {};
  const { number, magnitude } = groups;
  const top = groups.high ?? groups.most;
  const bottom = groups.low ?? groups.least ?? number;
  if (bottom === undefined) return { value: /^thrice/iu.test(match[0]) ? 3 : 2, high: null };
  const upper = groups.highMagnitude ?? (number === undefined ? magnitude : undefined);
  // In "5 to 6 million" both are millions.
  const lower = groups.lowMagnitude ?? groups.leastMagnitude ?? magnitude ?? upper;
  return {
    value: valueOfNumber(bottom, lower),
    high: top === undefined ? null : valueOfNumber(top, upper ?? lower),
  };
};

const toValue = (text: string, match: RegExpExecArray, offset: number, kind: NumberKind): NumberValue => {
  const { magnitude, highMagnitude, sign, unit = '' } = match.groups ?? {};
  const hasMagnitude = (magnitude ?? highMagnitude) !== undefined;
  const start = offset + match.index;
  return {
    start,
    end: start + match[0].length,
    text: match[0],
    kind,
    ...figuresOf(match, kind),
    bound: boundOf(text.slice(Math.max(0, start - 24), start)),
    unit: sign === undefined ? unit : currencyOf(sign),
    style: hasMagnitude ? 'magnitude' : /\d/u.test(match[0]) ? 'figures' : 'words',
  };
};

const OPENERS =
  /(?:^|\s)(?:The|In|With|About|Over|Some|Only|At|For|All|By|Its|These|Of|More|Nearly|Almost|Around)\s$/u;

/** A number after a capital is part of a name: "Article 50", "Boeing 737"; figures like years are years more often. */
const isName = (text: string, match: RegExpExecArray): boolean => {
  if (/^(?:1[1-9]|20)\d\d$/u.test(match[0])) return true;
  const before = text.slice(Math.max(0, match.index - 24), match.index);
  if (match.index === 0 || /^\p{Lu}/u.test(match[0]) || OPENERS.test(before)) return false;
  return /\p{Lu}[\p{L}.]*\s$/u.test(before);
};

const readCounts = (text: string, stretch: string, offset: number): NumberValue[] =>
  [...stretch.matchAll(COUNT)].flatMap((match) => {
    const behind = match.index + match[0].length;
    const noun = countedNoun(stretch.slice(behind, behind + 80));
    if (noun === null || isName(stretch, match)) return [];
    return [{ ...toValue(text, match, offset, 'count'), unit: noun }];
  });

/** Without a figure or a word of number there is no amount: looked at first, since the patterns are slow. */
const MAY_COUNT =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|\p{L}+t(?:y|ieth)|hundreds?|thousands?|million|billion|trillion|half|halves|third|thirds|quarters?|fifths?|tenths?|dozens?|twice|double|triple|couple|once|first|second|fourth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\p{L}+(?:teen|tie|hundred|thousand|million)th)\b/iu;

/**
 * The amounts between `start` and `end` of `text`, in order, none inside another. Years and the figures of
 * dates are not told apart here: see `readDates`. Never throws.
 */
export const readNumbers = (text: string, start = 0, end = text.length): NumberValue[] => {
  const stretch = text.slice(start, end);
  if (!MAY_COUNT.test(stretch)) return [];
  const found: NumberValue[] = [];
  const typed = PATTERNS.flatMap(([source, kind, hint]) =>
    hint.test(stretch) ? [...stretch.matchAll(source)].map((match) => toValue(text, match, start, kind)) : [],
  );
  for (const value of [...typed, ...readCounts(text, stretch, start)])
    if (!found.some((other) => other.start < value.end && value.start < other.end)) found.push(value);
  return found.sort((a, b) => a.start - b.start);
};
