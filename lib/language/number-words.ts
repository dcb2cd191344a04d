/** Numbers as English writes them: in figures, in words, and with a magnitude behind ("4.7 million"). */

const ONES = 'one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const VALUES: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, index) => [word, index + 1] as const),
  ...TEENS.map((word, index) => [word, index + 10] as const),
  ...TENS.map((word, index) => [word, 10 * index + 20] as const),
]);

const MAGNITUDES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  lakh: 1e5,
  million: 1e6,
  crore: 1e7,
  billion: 1e9,
  'lakh crore': 1e12,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  b: 1e9,
  tn: 1e12,
};

const any = (words: readonly string[]): string => `(?:${words.join('|')})`;

const BELOW_HUNDRED = `(?:${any(TENS)}[-\\s]${any(ONES)}|${any([...TENS, ...TEENS])}|${any(ONES)})`;
const HUNDREDS = `(?:${any(ONES)}|an?)\\shundred(?:\\s(?:and\\s)?${BELOW_HUNDRED})?`;
// "One" by itself is rather a pronoun than a number.
const ALONE = `(?:${any(TENS)}[-\\s]${any(ONES)}|${any([...TENS, ...TEENS])}|${any(ONES.slice(1))})`;

/** Sources for patterns that ignore case; they capture nothing. */
export const FIGURES = String.raw`\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?`;
export const SPELLED = `(?:(?:${HUNDREDS}|${BELOW_HUNDRED})\\sthousand(?:\\s(?:and\\s)?(?:${HUNDREDS}|${BELOW_HUNDRED}))?|${HUNDREDS}|one(?=\\s(?:million|billion|trillion)\\b)|${ALONE})`;
export const NUMBER = `(?:${FIGURES}|${SPELLED})`;
/** "40–50", "three to five"; what rises "from 3 to 5" is two numbers. */
export const RANGE_JOINT = String.raw`(?:(?<=\d|%|\d[mbnt]{1,2}|illion)\s?[–—-]\s?(?=\d)|\sto\s)`;
export const MAGNITUDE = String.raw`(?:[\s-](?:thousand|lakh\scrore|lakh|crore|million|billion|trillion)|(?:\s?(?:mn|bn|tn)|[kmb])(?![\p{L}]))`;
/** What may not stand right before a number and right behind it. */
export const FRONT = String.raw`(?<![\p{L}\p{N}.,/$£€–—-])`;
export const EDGE = String.raw`(?![\p{L}\p{N}])`;

const valueOfWords = (words: string): number => {
  let [whole, part] = [0, 0];
  for (const word of words.split(/[\s-]+/u)) {
    if (word === 'hundred') part = (part === 0 ? 1 : part) * 100;
    else if (word === 'thousand') {
      whole += (part === 0 ? 1 : part) * 1000;
      part = 0;
    } else part += VALUES.get(word) ?? (word === 'a' || word === 'an' ? 1 : 0);
  }
  return whole + part;
};

/** What a number comes to: `number` in figures or words, `magnitude` as "million" or "bn" if there is one. */
export const valueOfNumber = (number: string, magnitude: string | undefined): number => {
  const low = number.trim().toLowerCase();
  const base = /\d/u.test(low)
    ? Number.parseFloat(low.replaceAll(',', ''))
    : valueOfWords(low.replace(/\b(an?)\s(?=hundred)/u, 'one '));
  return base * (MAGNITUDES[magnitude?.trim().replace(/^-/u, '').toLowerCase() ?? ''] ?? 1);
};
