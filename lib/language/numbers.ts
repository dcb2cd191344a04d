/** Amounts in English prose: money, percentages, measures, counts and ordinals. */
import type { Span } from '@/lib/model';

export type NumberKind = 'money' | 'percentage' | 'measure' | 'count' | 'ordinal';

/**
 * `unit` is the currency, the measure's unit or the counted noun; empty for percentages and ordinals. The span
 * of a count is the number alone (its noun stays in view); that of any other takes in the unit.
 */
export type NumberValue = Span & {
  readonly text: string;
  readonly kind: NumberKind;
  readonly value: number;
  readonly unit: string;
  /** As it is written: figures, figures with a magnitude, or words. */
  readonly style: 'figures' | 'magnitude' | 'words';
};

const SPELLED: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const MAGNITUDES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  b: 1e9,
  tn: 1e12,
};
const CURRENCIES: Readonly<Record<string, string>> = {
  $: 'US$',
  us$: 'US$',
  '£': '£',
  '€': '€',
  '¥': '¥',
  '₹': '₹',
  a$: 'A$',
  c$: 'C$',
  dollars: 'dollars',
  dollar: 'dollars',
  euros: 'euros',
  pounds: 'pounds',
  rupees: 'rupees',
  yen: 'yen',
  yuan: 'yuan',
  rubles: 'rubles',
  roubles: 'rubles',
  francs: 'francs',
  pence: 'pence',
  cents: 'cents',
};

const FIGURES = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const WORDS = `(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)|${Object.keys(SPELLED).join('|')})`;
const MAGNITUDE = String.raw`(?:\s(?:thousand|million|billion|trillion)|(?:k|m|mn|bn|b|tn)(?![\p{L}]))`;
const UNITS =
  'kilometres|kilometers|kilometre|kilometer|km²|km2|km|metres|meters|metre|meter|centimetres|centimeters|cm|millimetres|millimeters|mm|miles|mile|feet|foot|ft|inches|inch|yards|acres|hectares|ha|square kilometres|square kilometers|square miles|square feet|square metres|square meters|cubic metres|cubic meters|kilograms|kg|grams|tonnes|metric tons|tons|pounds|lb|lbs|litres|liters|gallons|barrels|megawatts|gigawatts|MW|GW|kW|kWh|mph|km/h|kph|knots|°C|°F|degrees Celsius|degrees Fahrenheit|degrees';
const EDGE = String.raw`(?![\p{L}\p{N}])`;
const FRONT = String.raw`(?<![\p{L}\p{N}.,/$£€-])`;

const MONEY = new RegExp(
  String.raw`${FRONT}(?<sign>US\$|A\$|C\$|[$£€¥₹])\s?(?<number>${FIGURES})(?<magnitude>${MAGNITUDE})?${EDGE}`,
  'giu',
);
const MONEY_WORDS = new RegExp(
  String.raw`${FRONT}(?<number>${FIGURES}|${WORDS})(?<magnitude>${MAGNITUDE})?\s(?:US\s)?(?<sign>dollars|euros|rupees|yen|yuan|rubles|roubles|francs)${EDGE}`,
  'giu',
);
const PERCENT = new RegExp(
  String.raw`${FRONT}(?<number>${FIGURES}|${WORDS})(?:\s?%|\s?per\s?cent${EDGE})(?!\s?points?)`,
  'giu',
);
const MEASURE = new RegExp(
  String.raw`${FRONT}(?<number>${FIGURES}|${WORDS})(?<magnitude>${MAGNITUDE})?[\s-]?(?<unit>${UNITS})${EDGE}`,
  'gu',
);
const ORDINAL = new RegExp(String.raw`${FRONT}(?<number>\d+)(?:st|nd|rd|th)${EDGE}(?!\scentury)`, 'gu');
const COUNT = new RegExp(
  String.raw`${FRONT}(?<number>${FIGURES}|${WORDS})(?<magnitude>\s(?:thousand|million|billion|trillion))?(?=\s(?<noun>(?:[\p{Ll}’'-]+\s){0,2}?[\p{Ll}-]*[\p{Ll}])${EDGE})`,
  'giu',
);

/** What a number spelled in figures or in words comes to. */
const valueOf = (number: string, magnitude: string | undefined): number => {
  const low = number.toLowerCase();
  const [tens, ones] = low.split('-');
  const spelled = (SPELLED[tens ?? ''] ?? 0) + (ones === 'one' ? 1 : (SPELLED[ones ?? ''] ?? 0));
  const base = /\d/u.test(low) ? Number.parseFloat(low.replaceAll(',', '')) : spelled;
  return base * (MAGNITUDES[magnitude?.trim().toLowerCase() ?? ''] ?? 1);
};

const IRREGULAR = new Set([
  'people',
  'men',
  'women',
  'children',
  'fish',
  'sheep',
  'species',
  'teeth',
  'mice',
  'geese',
  'deer',
  'aircraft',
  'bacteria',
  'phyla',
]);
const NOT_NOUNS = new Set([
  'is',
  'was',
  'has',
  'as',
  'its',
  'his',
  'this',
  'us',
  'across',
  'versus',
  'plus',
  'less',
  'times',
  'others',
  'does',
  'years',
  'months',
  'weeks',
  'days',
  'hours',
  'minutes',
  'seconds',
  'decades',
  'centuries',
  'ones',
  'was',
  'thus',
  'always',
  'perhaps',
  'sometimes',
  'besides',
  'yes',
  'percent',
]);
const FUNCTION_WORDS = new Set(
  'of the a an in on at by for from to with and or but that which who as than into over under per about after before since when while where if because not no out up off down it he she they we'.split(
    ' ',
  ),
);

/** The noun that is counted: the first plural among the next words, with nothing but adjectives before it. */
const countedNoun = (after: string): string | null => {
  const words = /^(?:\s[\p{Ll}’'-]+){1,4}/u.exec(after)?.[0].trim().split(/\s/u) ?? [];
  for (const word of words.slice(0, 3)) {
    // An adverb shows that the noun was left out: "all three apparently lacked tentacles".
    if (FUNCTION_WORDS.has(word) || NOT_NOUNS.has(word) || word.endsWith('ly')) return null;
    if (IRREGULAR.has(word) || /[^sui’']s$/u.test(word)) return word;
  }
  return null;
};

const toValue = (match: RegExpExecArray, offset: number, kind: NumberKind): NumberValue => {
  const { number = '', magnitude, sign, unit = '' } = match.groups ?? {};
  const start = offset + match.index;
  const style = magnitude !== undefined ? 'magnitude' : /\d/u.test(number) ? 'figures' : 'words';
  return {
    start,
    end: start + match[0].length,
    text: match[0],
    kind,
    value: valueOf(number, magnitude),
    unit: sign === undefined ? unit : (CURRENCIES[sign.toLowerCase()] ?? sign),
    style,
  };
};

const readCounts = (text: string, offset: number): NumberValue[] =>
  [...text.matchAll(COUNT)].flatMap((match) => {
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 80);
    const noun = countedNoun(after);
    // A number after a capital is part of a name: "Article 50", "Boeing 737".
    const named =
      /\p{Lu}[\p{L}.]*\s$/u.test(text.slice(Math.max(0, match.index - 24), match.index)) && match.index > 0;
    // Figures like these are more often a year than a count.
    if (/^(?:1[1-9]|20)\d\d$/u.test(match[0])) return [];
    const startsWithCapital = /^\p{Lu}/u.test(match[0]);
    if (
      noun === null ||
      (named &&
        !startsWithCapital &&
        !/(?:^|\s)(?:The|In|With|About|Over|Some|Only|At|For|All|By|Its|These|Of)\s$/u.test(
          text.slice(Math.max(0, match.index - 24), match.index),
        ))
    )
      return [];
    return [{ ...toValue(match, offset, 'count'), unit: noun }];
  });

/**
 * The amounts between `start` and `end` of `text`, in order, none inside another. Years and the figures of
 * dates are not told apart here: see `readDates`. Never throws.
 */
export const readNumbers = (text: string, start = 0, end = text.length): NumberValue[] => {
  const stretch = text.slice(start, end);
  const patterns: readonly (readonly [RegExp, NumberKind])[] = [
    [MONEY, 'money'],
    [MONEY_WORDS, 'money'],
    [PERCENT, 'percentage'],
    [MEASURE, 'measure'],
    [ORDINAL, 'ordinal'],
  ];
  const found: NumberValue[] = [];
  const typed = patterns.flatMap(([pattern, kind]) =>
    [...stretch.matchAll(pattern)].map((match) => toValue(match, start, kind)),
  );
  for (const value of [...typed, ...readCounts(stretch, start)])
    if (!found.some((other) => other.start < value.end && value.start < other.end)) found.push(value);
  return found.sort((a, b) => a.start - b.start);
};
