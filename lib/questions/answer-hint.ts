/** The word in square brackets that says what kind of answer a gap wants. */
import { readDates } from '@/lib/language/dates';
import { readNumbers } from '@/lib/language/numbers';
import type { DraftFact } from '@/lib/model';

const dateHint = (answer: string): string => {
  if (/^\d{4}\D+\d{2,4}$/u.test(answer)) return 'years';
  const date = readDates(answer)[0];
  if (date === undefined) return 'date';
  if (date.form === 'month') return 'month and year';
  if (date.form === 'range') return date.month === null ? 'years' : 'dates';
  return date.form === 'day' ? 'date' : date.form;
};

const amountHint = (answer: string): string => {
  const number = readNumbers(answer)[0];
  if (number === undefined || number.unit === '') return 'number';
  return number.kind === 'money' ? `amount, ${number.unit}` : `amount, in ${number.unit}`;
};

/** What stands in brackets after the gap, brackets not included: "date", "amount, US$", "person" … */
export const hintFor = ({ answer, answerType, kind, statement }: DraftFact): string => {
  if (answerType === 'date') return dateHint(answer);
  if (answerType === 'money' || answerType === 'quantity') return amountHint(answer);
  if (answerType === 'expansion') {
    const acronym = /\((?:the )?([\p{Lu}\d&]{2,9})/u.exec(statement.slice(statement.indexOf(answer)))?.[1];
    return acronym === undefined ? 'in full' : `what ${acronym} stands for`;
  }
  return kind === 'definition' ? 'term' : answerType;
};
