'use client';
import { useId, useState } from 'react';
import controls from '@/components/controls/controls.module.css';
import { DATE_PARTS, MONTHS, readDate, type DatePart } from '@/lib/quiz/date-answer';
import fields from './answer.module.css';
import type { AnswerProps } from './answer-props';

type Parts = Readonly<Record<DatePart, string>>;

const LABELS: Parts = { day: 'Day', month: 'Month', year: 'Year' };

const toParts = (answer: string): Parts => {
  const date = readDate(answer);
  return {
    day: date?.day == null ? '' : String(date.day),
    month: date?.month == null ? '' : (MONTHS[date.month - 1] ?? ''),
    year: date?.year == null ? '' : String(date.year),
  };
};

/** A date by the parts that are asked for, so that nobody has to know in which order they are written. */
export const DateField = ({ item, answer, isClosed, onChange }: AnswerProps) => {
  const id = useId();
  // A part that is typed before the others makes no date yet.
  const [parts, setParts] = useState(() => toParts(answer));
  const change = (part: DatePart, text: string): void => {
    const next = { ...parts, [part]: text };
    setParts(next);
    onChange(
      DATE_PARTS.map((each) => next[each].trim())
        .filter((each) => each !== '')
        .join(' '),
      part === 'month' ? 'once' : 'pause',
    );
  };
  return (
    <div className={fields.date}>
      {DATE_PARTS.filter((part) => item.dateParts.includes(part)).map((part) => (
        <div key={part} className={fields.datePart} data-part={part}>
          <label htmlFor={`${id}-${part}`} className={controls.label}>
            {LABELS[part]}
          </label>
          {part === 'month' ? (
            <select
              id={`${id}-${part}`}
              className={controls.input}
              value={parts.month}
              disabled={isClosed}
              onChange={(event) => {
                change(part, event.target.value);
              }}
            >
              <option value="">Choose</option>
              {MONTHS.map((month) => (
                <option key={month}>{month}</option>
              ))}
            </select>
          ) : (
            <input
              id={`${id}-${part}`}
              className={controls.input}
              inputMode="numeric"
              autoComplete="off"
              maxLength={part === 'day' ? 2 : 6}
              value={parts[part]}
              readOnly={isClosed}
              onChange={(event) => {
                change(part, event.target.value);
              }}
            />
          )}
        </div>
      ))}
    </div>
  );
};
