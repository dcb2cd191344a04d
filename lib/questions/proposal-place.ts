/** Where in an article a proposed quote and answer stand, and what sort of answer it is; only white space may differ. */
import type { ReadSentence } from '@/lib/facts/reading';
import { readDates } from '@/lib/language/dates';
import type { NumberKind } from '@/lib/language/numbers';
import type { AnswerType, Span } from '@/lib/model';

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** Where `words` stand in `text` between `within`, as whole words; white space stands for any other. */
export const placesOf = (text: string, words: string, within: Span): Span[] => {
  const wanted = words
    .trim()
    .split(/\s+/u)
    .map(escape)
    .join(String.raw`\s+`);
  if (wanted === '') return [];
  const whole = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${wanted}(?![\\p{L}\\p{M}\\p{N}])`, 'gu');
  return [...text.slice(within.start, within.end).matchAll(whole)].map((match) => {
    const start = within.start + match.index;
    return { start, end: start + match[0].length };
  });
};

const NUMBER_TYPES: Readonly<Record<NumberKind, AnswerType>> = {
  money: 'money',
  percentage: 'percentage',
  measure: 'quantity',
  count: 'quantity',
  fraction: 'quantity',
  multiple: 'quantity',
  ordinal: 'ordinal',
};

const cuts = (answer: Span, whole: Span): boolean =>
  whole.start < answer.end &&
  answer.start < whole.end &&
  (whole.start < answer.start || answer.end < whole.end);

/** The name, date or number that the answer takes only a part of, or has grown into; `null` where there is none. */
export const cutBy = ({ names, dates, numbers }: ReadSentence, answer: Span): string | null =>
  [...dates, ...numbers, ...names.filter(({ words }) => words.length > 1)].find((whole) =>
    cuts(answer, whole),
  )?.text ?? null;

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The type of the answer as the sentence shows it, whatever anyone says of it. */
export const answerTypeAt = (sentence: ReadSentence, answer: Span): AnswerType => {
  const { statement, start, dates, numbers, names } = sentence;
  const text = statement.slice(answer.start - start, answer.end - start);
  const bare = answer.start + (/^(?:the|an?)\s+/iu.exec(text)?.[0].length ?? 0);
  const date = dates.find((one) => holds(answer, one) && one.start <= bare);
  if (date !== undefined) return date.form === 'year' && readDates(text)[0]?.text === text ? 'year' : 'date';
  const number = numbers.find((one) => holds(answer, one) && one.start <= bare);
  if (number !== undefined) return NUMBER_TYPES[number.kind];
  return (
    names.find((one) => (one.start === answer.start || one.start === bare) && one.end === answer.end)?.kind ??
    'phrase'
  );
};
