/** When something happened: the dates of a sentence as candidates. */
import { lacksYear, type DateValue } from '@/lib/language/dates';
import { areEquals, isEnclosed, textAfter, textBefore, type Candidate } from './candidate';
import type { ReadSentence, Reading } from './reading';

const SEASONAL = /\b(?:spring|summer|autumn|fall|winter|end|beginning|start|middle)\sof\s$/iu;

const refusalOf = (
  reading: Reading,
  sentence: ReadSentence,
  date: DateValue,
  all: readonly DateValue[],
): string | null => {
  const before = textBefore(sentence, date);
  const after = textAfter(sentence, date);
  const enclosed = isEnclosed(sentence, date);
  if (enclosed !== null) return `a date in ${enclosed}`;
  const yearInView =
    all.some(({ year }) => year !== null) || /\b(?:1[0-9]|20)\d\d\b/u.test(reading.article.title ?? '');
  if (lacksYear(date) && !yearInView) return `“${date.text}” has no year`;
  if (date.form === 'month' && date.year === null) return `“${date.text}” is no whole date`;
  if (/\bof\s$/iu.test(before) && !SEASONAL.test(before))
    return `“${date.text}” belongs to a name or a thing`;
  if (
    (date.form !== 'range' && /\b(?:or|between|either|from)\s$/iu.test(before)) ||
    /^\s?(?:or|to)\b/iu.test(after)
  )
    return `“${date.text}” is one end of a stretch of time`;
  if (
    /\b(?:to|and)\s$/iu.test(before) &&
    all.some((other) => other !== date && areEquals(sentence, other, date))
  )
    return `“${date.text}” is one of several dates side by side`;
  if (all.some((other) => other !== date && areEquals(sentence, other, date)))
    return `“${date.text}” is one of several dates side by side`;
  if (/^(?:[ -](?:based|style|era|old|long|themed|\p{Lu})|['’]s?\s)/u.test(after))
    return `“${date.text}” belongs to a name or a thing`;
  if (
    /\b(?:the|a|an|its|their|his|her)\s$/iu.test(before) &&
    date.form !== 'decade' &&
    date.form !== 'century'
  )
    return `“${date.text}” belongs to a name or a thing`;
  if ((date.form === 'century' || date.form === 'decade') && !/\b(?:the)\s$/iu.test(before))
    return `“${date.text}” belongs to a name or a thing`;
  if (
    date.form === 'century' &&
    /^\s\p{L}/u.test(after) &&
    !/^\s(?:and|when|by|in|with|as|to|the|at|on|for|a|it|he|she|that|which)\b/iu.test(after)
  )
    return `“${date.text}” belongs to a name or a thing`;
  return null;
};

/** The dates of a sentence, each with the reason that speaks against asking for it, if there is one. */
export const findDatedEvents = (reading: Reading, sentence: ReadSentence): Candidate[] => {
  const { dates } = sentence;
  return dates.map((date) => ({
    start: date.start,
    end: date.end,
    kind: 'when',
    answerType: date.form === 'year' ? 'year' : 'date',
    place: null,
    confidence: 0.5,
    weight: date.form === 'day' || date.form === 'year' ? 0.6 : 0.5,
    refusal: dates.length > 3 ? 'too many dates in one sentence' : refusalOf(reading, sentence, date, dates),
  }));
};
