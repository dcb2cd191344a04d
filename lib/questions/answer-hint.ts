/** The words in square brackets that say what kind of answer a gap wants, without saying any of the answer. */
import { holdsAnswer, holdsPart } from '@/lib/facts/answer-leaks';
import type { FoundFact } from '@/lib/facts/candidate';
import { readDates } from '@/lib/language/dates';
import { readNumbers } from '@/lib/language/numbers';
import type { DraftFact } from '@/lib/model';

const dateHint = (answer: string): string => {
  if (/^\d{4}\D+\d{2,4}$/u.test(answer)) return 'years';
  const date = readDates(answer)[0];
  if (date === undefined) return 'date';
  if (date.form === 'month') return date.year === null ? 'month' : 'month and year';
  // "Early 1920s" is no decade.
  if (/^(?:early|mid|late)\b/iu.test(answer)) return `part of a ${date.form}`;
  if (date.form === 'range') return date.month === null ? 'years' : 'dates';
  return date.form === 'day' ? 'date' : date.form;
};

const PLURALS: Readonly<Record<string, string>> = { foot: 'feet', inch: 'inches' };

/** "358-acre" has its unit in the singular. */
const unitOf = (answer: string, unit: string): string =>
  /-\p{Ll}{3,}$/u.test(answer) && !unit.endsWith('s') ? (PLURALS[unit] ?? `${unit}s`) : unit;

const amountHint = (answer: string): string => {
  const number = readNumbers(answer)[0];
  if (number === undefined || number.unit === '') return 'number';
  return number.kind === 'money' ? `amount, ${number.unit}` : `amount, in ${unitOf(answer, number.unit)}`;
};

const acronymOf = ({ statement, answer }: DraftFact): string | undefined =>
  /\((?:the )?([\p{Lu}\d&]{2,9})/u.exec(statement.slice(statement.indexOf(answer)))?.[1];

/** Of more words than this, the number helps nobody. */
const MOST_COUNTED = 4;

const wordsIn = (answer: string): string => {
  const count = answer.trim().split(/\s+/u).length;
  return count === 1 ? '1 word' : `${count} words`;
};

const phraseHint = ({ kind, place, answer }: FoundFact): string => {
  if (kind === 'cause' || place?.role === 'reason') return 'reason';
  if (kind === 'purpose' || place?.role === 'purpose') return 'purpose';
  if (place?.role === 'means') return 'how';
  if (kind === 'where' || place?.role === 'where') return 'where';
  if (kind === 'when' || place?.role === 'when') return 'when';
  if (answer.trim().split(/\s+/u).length <= MOST_COUNTED) return wordsIn(answer);
  return place?.role === 'subject' || place?.role === 'agent' ? 'who or what' : 'what';
};

const typedHint = (fact: FoundFact): string => {
  const { answer, answerType, kind } = fact;
  switch (answerType) {
    case 'date':
      return dateHint(answer);
    case 'money':
    case 'quantity':
      return amountHint(answer);
    case 'expansion': {
      const acronym = acronymOf(fact);
      return acronym === undefined ? 'in full' : `what ${acronym} stands for`;
    }
    case 'phrase':
      return phraseHint(fact);
    case 'term':
      return kind === 'definition' ? 'term' : wordsIn(answer);
    case 'year':
    case 'time':
    case 'percentage':
    case 'ordinal':
    case 'person':
    case 'organisation':
    case 'place':
    case 'name':
    case 'acronym':
      return answerType;
  }
};

/** What stands in brackets after the gap, brackets not included: "date", "amount, US$", "reason", "2 words" … */
export const hintFor = (fact: FoundFact): string => {
  const hint = typedHint(fact);
  // A unit or a century is asked for, not given away.
  if (hint.startsWith('amount') || fact.answerType === 'date') return hint;
  return holdsAnswer(hint, fact.answer) || holdsPart(hint, fact.answer) ? wordsIn(fact.answer) : hint;
};
