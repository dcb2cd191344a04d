/** Answers that are numbers, with how far off still passes and a unit. */
import { readAnswer } from './answer-parts';
import { isSameAnswer } from './typed-answer';
import { measureOf } from './units';

/** An amount as it was written: `unit` as `readAnswer` brings it to one, `''` where there is none. */
export type Amount = { readonly value: number; readonly unit: string };

/** What a question wants; `tolerance` is what may be added or taken away, in its unit. */
export type NumberKey = Amount & {
  readonly tolerance: number;
  /** The unit in the words of the key; `null` where there is none. */
  readonly unitWords: string | null;
};

const NUMBER = /^-?\d+(?:\.\d+)?$/;
const TOLERANCE = /^(?<value>.*?)(?:±|\+\s*\/\s*-|\+-)\s*(?<tolerance>.*)$/u;
const SHARE = /^(?<number>\d+(?:[.,]\d+)?)\s*(?:%|per\s?cent|percent)$/iu;

/** The one number of a text and the unit before or after it; `null` where there is none, or more than one. */
export const readAmount = (text: string): Amount | null => {
  const parts = readAnswer(text).map(({ text: part }) => part);
  const at = parts.findIndex((part) => NUMBER.test(part));
  const value = Number(parts[at]);
  if (at === -1 || !Number.isFinite(value)) return null;
  const rest = parts.toSpliced(at, 1);
  // In "m2" the figure belongs to the unit; any other second number makes it no amount.
  const isUnit = rest.every((part, index) => !NUMBER.test(part) || (index > 0 && /^[23]$/.test(part)));
  return isUnit ? { value, unit: rest.join(' ') } : null;
};

/** The size of a number is for whoever answers to say, or "in million people" would tell it. */
const SCALE = /^(?:(?:hundred|thousand|million|billion|trillion|lakh|crore|k|mn|bn|tn)\b\s*)+/iu;

/** The words behind the number in the text of a key, as they are shown beside its field. */
const unitWordsOf = (text: string): string | null => {
  const sign = /^\s*(\p{Sc})/u.exec(text)?.[1];
  const words = text
    .replace(/^[^\d]*[\d.,\u00a0\u202f ’']*/u, '')
    .trim()
    .replace(SCALE, '')
    .trim();
  return sign ?? (words === '' ? null : words);
};

/**
 * Reads the key of a number question as people write it: "330", "330 m", "330 ± 5 m", "330 m ± 5 %", "$3.5 billion ±
 * 10 %". A share is one of the value, but of a value that is itself per cent it is points. `null` where it is no number.
 */
export const readNumberKey = (answer: string): NumberKey | null => {
  const { value: before = answer, tolerance: after = '' } = TOLERANCE.exec(answer.trim())?.groups ?? {};
  const whole = readAmount(before);
  if (whole === null) return null;
  if (after === '') return { ...whole, tolerance: 0, unitWords: unitWordsOf(before) };
  const share = SHARE.exec(after)?.groups?.number;
  if (share !== undefined && whole.unit !== '%') {
    const part = Number(share.replace(',', '.')) / 100;
    return { ...whole, tolerance: Math.abs(whole.value) * part, unitWords: unitWordsOf(before) };
  }
  const off = readAmount(after);
  if (off === null || off.value < 0) return null;
  // "330 ± 5 m" says its unit once, at the end.
  if (whole.unit === '')
    return { value: whole.value, unit: off.unit, tolerance: off.value, unitWords: unitWordsOf(after) };
  const tolerance = off.unit === '' ? off.value : inUnit(off, whole.unit);
  return tolerance === null ? null : { ...whole, tolerance, unitWords: unitWordsOf(before) };
};

/** An amount in another unit; `null` where that measures something else. */
const inUnit = ({ value, unit }: Amount, wanted: string): number | null => {
  if (unit === wanted) return value;
  const [from, to] = [measureOf(unit), measureOf(wanted)];
  if (from !== null && to !== null) return from.of === to.of ? (value * from.factor) / to.factor : null;
  // Neither is a measure: what is counted, in the one form or the other ("goal", "goals").
  return from === null && to === null && isSameAnswer(wanted, unit) ? value : null;
};

/** What reckoning in floating point may add to a difference, as a share of the value. */
const ROUNDING = 1e-9;

/**
 * Whether a typed answer is the number of a key, within its tolerance. Without a unit it is taken in the unit that is
 * asked for; in another unit of the same measure it is reckoned over, and any other unit is wrong.
 */
export const isWithin = (key: NumberKey, given: string): boolean => {
  const amount = readAmount(given);
  if (amount === null) return false;
  const value = amount.unit === '' ? amount.value : inUnit(amount, key.unit);
  if (value === null) return false;
  const off = Math.abs(value - key.value);
  return off <= key.tolerance + ROUNDING * Math.max(Math.abs(key.value), Math.abs(key.tolerance));
};
