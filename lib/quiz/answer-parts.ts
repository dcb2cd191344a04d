/**
 * Reads an answer into parts that can be compared. What may be written in several ways is brought to one: case,
 * accents, punctuation, thousand separators, numbers in words, money, per cent, dates.
 */
import { isoDate, withDates, type AnswerPart, type Part } from './answer-dates';

type Token = { readonly kind: 'word' | 'number' | 'ordinal' | 'minus' | 'symbol'; readonly text: string };

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const SMALL_ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth';
const TENS_ORDINALS = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth';

const numbered = (words: string, from: number, by: number): [string, number][] =>
  words.split(' ').map((word, index) => [word, from + index * by]);

const CARDINALS = new Map([...numbered(SMALL, 0, 1), ...numbered(TENS, 20, 10)]);
const ORDINALS = new Map([...numbered(SMALL_ORDINALS, 1, 1), ...numbered(TENS_ORDINALS, 20, 10)]);

/** Powers of ten that stand alone or after a number. */
const SCALES = new Map([
  ['hundred', 2],
  ['thousand', 3],
  ['lakh', 5],
  ['million', 6],
  ['crore', 7],
  ['billion', 9],
  ['trillion', 12],
]);
/** Short forms of them, only after a number; a bare m or b only where money is counted, as metres have an m too. */
const SHORT_SCALES = new Map([
  ['k', 3],
  ['mn', 6],
  ['mln', 6],
  ['bn', 9],
  ['bln', 9],
  ['tn', 12],
  ['trn', 12],
]);
const MONEY_SCALES = new Map([
  ['m', 6],
  ['b', 9],
]);

const CURRENCIES = new Map([
  ...['$', 'usd', 'dollar', 'dollars'].map((name): [string, string] => [name, '$']),
  ...['€', 'eur', 'euro', 'euros'].map((name): [string, string] => [name, '€']),
  ...['£', 'gbp', 'pound', 'pounds'].map((name): [string, string] => [name, '£']),
  ...['₹', 'inr', 'rs', 'rupee', 'rupees'].map((name): [string, string] => [name, '₹']),
  ...['¥', 'jpy', 'yen'].map((name): [string, string] => [name, '¥']),
]);

const SAME_WORDS = new Map([
  ['percent', '%'],
  ['pct', '%'],
  ['&', 'and'],
  ['bce', 'bc'],
  ['ce', 'ad'],
]);

/** Letters without what is forgiven; case is kept, since capitals tell an acronym. */
const folded = (answer: string): string =>
  answer
    .replace(/\p{Cf}|[™®©]/gu, '')
    .replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, '')
    // Ten squared is not a hundred and two, and two and a half is not twenty-one halves.
    .replace(/(?<=\d)(?=[⁰¹²³⁴-⁹⁻])/gu, '^')
    .replace(/(?<=\d)(?=[¼-¾⅐-⅞])/gu, ' ')
    .normalize('NFKD')
    // Only the accents of the alphabets that drop them; the vowel signs of others are letters.
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/[đðĐÐ]/g, 'd')
    .replace(/ß/g, 'ss')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[œŒ]/g, 'oe')
    .replace(/[þÞ]/g, 'th')
    .replace(/[\u2212\u2010\u2011]/g, '-')
    .replace(/⁄/g, '/')
    .replace(/°\s*(?=[CFK]\b)/gi, ' ')
    .replace(/°/g, ' degrees ')
    .replace(/(?<!\p{L})(\p{L})\./gu, '$1')
    .replace(/\bUS\s?(?=\$|dollars?\b)/gi, '')
    .replace(/\bper[ -]cent\b/gi, '%')
    .replace(/\bhalf an? (?=[mb]illion\b|trillion\b)/gi, '0.5 ')
    .replace(/^[^\p{L}\p{N}]*(?:the|an?)\s+(?=[^\s])/iu, '');

const ungrouped = (text: string): string =>
  text
    .replace(/(?<![\d.,])\d{1,3}([,' ’])\d{3}(?:\1\d{3})*(?!\d)/g, (number) => number.replace(/\D/g, ''))
    .replace(/(?<![\d.,])\d{1,2}(?:,\d{2})+,\d{3}(?!\d)/g, (number) => number.replace(/\D/g, ''))
    .replace(/(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?!\d)/g, (number) => number.replace(/\D/g, ''));

const TOKEN =
  /(?<ordinal>\d+)(?:st|nd|rd|th)(?!\p{L})|(?<number>\d+(?:\.\d+)?|(?<![\p{L}\p{N}])\.\d+)|(?<word>[\p{L}\p{M}]+[+#]*)|(?<minus>(?<![\p{L}\p{N})])-(?=\p{Sc}?\.?\d))|(?<plus>(?<![\p{L}\p{N}])\+(?=\d))|(?<symbol>[\p{Sm}\p{Sc}\p{So}%^&])/giu;

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(TOKEN)].flatMap(({ groups = {} }): Token[] => {
    for (const kind of ['ordinal', 'number', 'word', 'minus', 'symbol'] as const) {
      const found = groups[kind];
      if (found !== undefined) return [{ kind, text: found }];
    }
    return [];
  });

/** A decimal number times a power of ten, exactly, however long it is. */
const scaled = (decimal: string, power: number): string => {
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = fraction.padEnd(power, '0');
  const rest = digits.slice(power).replace(/0+$/, '');
  const front = (whole + digits.slice(0, power)).replace(/^0+(?=\d)/, '') || '0';
  return rest === '' ? front : `${front}.${rest}`;
};

type Numeral = { readonly decimal: string; readonly ordinal: boolean; readonly next: number };

const lowerAt = (tokens: readonly Token[], index: number): string => tokens[index]?.text.toLowerCase() ?? '';

/** A number below a hundred in words: "five", "twenty-one"; `null` where none begins. */
const belowHundredAt = (tokens: readonly Token[], index: number): Numeral | null => {
  const cardinal = CARDINALS.get(lowerAt(tokens, index));
  if (cardinal === undefined) return null;
  const following = lowerAt(tokens, index + 1);
  const unit = CARDINALS.get(following) ?? ORDINALS.get(following) ?? 0;
  if (cardinal < 20 || unit < 1 || unit > 9)
    return { decimal: String(cardinal), ordinal: false, next: index + 1 };
  return { decimal: String(cardinal + unit), ordinal: ORDINALS.has(following), next: index + 2 };
};

/** "two hundred and five": hundreds with what is counted beyond them; `null` for round hundreds. */
const hundredsAt = (tokens: readonly Token[], index: number): Numeral | null => {
  const first = lowerAt(tokens, index);
  const hundreds = first === 'hundred' ? 1 : (CARDINALS.get(first) ?? 0);
  const at = first === 'hundred' ? index + 1 : index + 2;
  if (hundreds < 1 || hundreds > 9 || lowerAt(tokens, at - 1) !== 'hundred') return null;
  const rest = belowHundredAt(tokens, lowerAt(tokens, at) === 'and' ? at + 1 : at);
  // In "two hundred and three hundred" the three begins a number of its own.
  if (rest === null || rest.ordinal || lowerAt(tokens, rest.next) === 'hundred') return null;
  return { ...rest, decimal: String(hundreds * 100 + Number(rest.decimal)) };
};

/** The number that begins at a token, in figures or in words; `null` where none does. */
const numeralAt = (tokens: readonly Token[], index: number): Numeral | null => {
  const token = tokens[index];
  if (!token) return null;
  if (token.kind === 'number') return { decimal: token.text, ordinal: false, next: index + 1 };
  if (token.kind === 'ordinal') return { decimal: token.text, ordinal: true, next: index + 1 };
  const word = token.text.toLowerCase();
  const ordinal = ORDINALS.get(word);
  if (ordinal !== undefined) return { decimal: String(ordinal), ordinal: true, next: index + 1 };
  const inWords = hundredsAt(tokens, index) ?? belowHundredAt(tokens, index);
  // A hundred alone is one hundred; the scale itself is read after it.
  return inWords ?? (SCALES.has(word) ? { decimal: '1', ordinal: false, next: index } : null);
};

/** The currency that a sign or a code before a number names; names such as "dollars" come after it. */
const currencyBefore = (token: Token | undefined): string | undefined =>
  token && token.text.length <= 3 ? CURRENCIES.get(token.text.toLowerCase()) : undefined;

/** The number at a token with its sign, its scale and the currency before it, and where the next part begins. */
const amountAt = (tokens: readonly Token[], start: number): { parts: Part[]; next: number } | null => {
  const first = tokens[start];
  const signed = first?.kind === 'minus' || first?.text.toLowerCase() === 'minus';
  const afterSign = signed ? start + 1 : start;
  const before = currencyBefore(tokens[afterSign]);
  const numeral = numeralAt(tokens, before === undefined ? afterSign : afterSign + 1);
  if (!numeral) return null;
  const isMoney = before !== undefined;
  let { next } = numeral;
  let power = 0;
  for (let word = ''; ; next += 1) {
    word = tokens[next]?.text.toLowerCase() ?? '';
    const step = SCALES.get(word) ?? SHORT_SCALES.get(word) ?? (isMoney ? MONEY_SCALES.get(word) : undefined);
    if (step === undefined) break;
    power += step;
  }
  // After a word it may be a name such as "Python 3.10", which is not "Python 3.1".
  const isName = tokens[start - 1]?.kind === 'word' && power === 0 && numeral.decimal.includes('.');
  const value = isName ? numeral.decimal : scaled(numeral.decimal, power);
  const sign = signed && value !== '0' ? '-' : '';
  const isWhole = !signed && !isMoney && power === 0 && !value.includes('.');
  const part: Part = {
    text: `${sign}${value}${numeral.ordinal ? '.' : ''}`,
    exact: true,
    ...(isWhole && { whole: value }),
  };
  return { parts: before === undefined ? [part] : [part, { text: before, exact: true }], next };
};

const wordPart = ({ kind, text }: Token): Part => {
  const lower = text.toLowerCase();
  const same = CURRENCIES.get(lower) ?? SAME_WORDS.get(lower) ?? lower;
  const isAcronym = Array.from(text).length > 1 && text === text.toUpperCase() && text !== lower;
  return { text: same, exact: kind !== 'word' || isAcronym || !/^[\p{L}\p{M}]+$/u.test(same) };
};

const partsOf = (tokens: readonly Token[]): Part[] => {
  const parts: Part[] = [];
  for (let index = 0; index < tokens.length;) {
    const amount = amountAt(tokens, index);
    const token = tokens[index];
    if (amount) parts.push(...amount.parts);
    else if (token) parts.push(wordPart(token));
    index = amount ? amount.next : index + 1;
  }
  return parts;
};

/** The parts of an answer in their order. Never throws; punctuation alone has no part. */
export const readAnswer = (answer: string): AnswerPart[] => {
  const date = isoDate(answer);
  if (date) return [date];
  return withDates(partsOf(tokensOf(ungrouped(folded(answer))))).map(({ text, exact }) => ({ text, exact }));
};
