/** Which year a day without one is of: what the sentence, the title or the whole article says for certain. */
import { lacksYear, type DateValue } from '@/lib/language/dates';
import type { Lean } from '@/lib/model';
import type { ReadSentence, Reading } from './reading';

/** So many dates must name the one year of an article before it stands for the others. */
const FEWEST_WITNESSES = 3;

/** The years that a sentence names one by one; an era names none. */
const yearsIn = ({ dates }: ReadSentence): number[] =>
  dates.flatMap(({ form, year }) => (form === 'century' || form === 'decade' ? [] : (year ?? [])));

const known = new WeakMap<Reading, number | null>();

const findOnlyYear = ({ sentences }: Reading): number | null => {
  const years = sentences.flatMap(yearsIn);
  const [first] = years;
  return years.length >= FEWEST_WITNESSES && new Set(years).size === 1 ? (first ?? null) : null;
};

/** The year that every dated sentence of the article names, or `null`. Linear in the article, once. */
const onlyYearOf = (reading: Reading): number | null => {
  const found = known.get(reading);
  if (found !== undefined) return found;
  const year = findOnlyYear(reading);
  known.set(reading, year);
  return year;
};

/** The lean of a date that names no year, with the year where it is certain; `null` for a date that leans on nothing. */
export const yearLeanOf = (reading: Reading, sentence: ReadSentence, date: DateValue): Lean | null => {
  if (!lacksYear(date)) return null;
  const lean = { kind: 'year', text: date.text, span: { start: date.start, end: date.end } } as const;
  const beside = new Set(yearsIn(sentence));
  const [year] = beside;
  if (beside.size === 1 && year !== undefined)
    return { ...lean, resolvedBy: 'sentence', antecedent: String(year) };
  const titled = /\b(?:1[0-9]|20)\d\d\b/u.exec(reading.article.title ?? '')?.[0];
  if (titled !== undefined) return { ...lean, resolvedBy: 'title', antecedent: titled };
  const only = onlyYearOf(reading);
  return { ...lean, resolvedBy: null, antecedent: only === null ? null : String(only) };
};
