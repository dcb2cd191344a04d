import type { ReactNode } from 'react';
import controls from '@/components/controls/controls.module.css';
import { choosesOne, isTyped } from '@/lib/forms';
import type { QuestionForm } from '@/lib/model';
import type { EditProblems, QuestionEdit } from '@/lib/questions/check-edit';

type KeyFieldsProps = {
  readonly form: QuestionForm;
  /** Without `accepted`, what passes besides the answer is not asked. */
  readonly edit: Pick<QuestionEdit, 'answer' | 'others' | 'accepted'>;
  readonly problems: EditProblems;
  /** Begins the ids of the fields. */
  readonly id: string;
  readonly onChange: (part: Partial<Pick<QuestionEdit, 'answer' | 'others' | 'accepted'>>) => void;
};

/** What the answer is called and how it is written, by form; the others have an answer of one line. */
const ANSWERS: Partial<Record<QuestionForm, { readonly label: string; readonly hint?: string }>> = {
  several: { label: 'Right options, one a line' },
  order: { label: 'In the right order, one a line', hint: 'They are shown in another order each time.' },
  match: {
    label: 'What belongs together, one pair a line',
    hint: 'With an equals sign between: France = Paris',
  },
  number: { label: 'Answer, a number', hint: 'If you like with a unit and how far off passes: 330 ± 5 m' },
  date: { label: 'Answer, a date', hint: 'As much of it as is asked for: 18 February 2025, February 2025' },
};

const LINES: readonly QuestionForm[] = ['several', 'order', 'match'];

/** A pair stands as "left = right" before the person who writes it, and with a tab where it is kept. */
const shown = (form: QuestionForm, answer: string): string =>
  form === 'match' ? answer.replaceAll('\t', ' = ') : answer;
const kept = (form: QuestionForm, text: string): string =>
  form === 'match' ? text.replaceAll(' = ', '\t') : text;

/** The answer of a question and its wrong options, in fields that suit its form. */
export const KeyFields = ({ form, edit, problems, id, onChange }: KeyFieldsProps) => {
  const { label, hint } = ANSWERS[form] ?? { label: 'Answer' };
  const described = (field: 'answer' | 'others' | 'accepted') => ({
    id: `${id}-${field}`,
    className: controls.input,
    'aria-invalid': problems[field] !== undefined,
    'aria-describedby': `${id}-${field}-problem`,
  });
  const about = (field: 'answer' | 'others' | 'accepted', words?: string): ReactNode => (
    <p
      id={`${id}-${field}-problem`}
      className={problems[field] === undefined ? controls.hint : controls.error}
      aria-live="polite"
    >
      {problems[field] ?? words}
    </p>
  );
  return (
    <>
      <div className={controls.field}>
        <label htmlFor={`${id}-answer`} className={controls.label}>
          {label}
        </label>
        {form === 'true-false' ? (
          <select
            {...described('answer')}
            value={edit.answer}
            onChange={({ target: { value: answer } }) => {
              onChange({ answer, others: [answer === 'True' ? 'False' : 'True'] });
            }}
          >
            <option>True</option>
            <option>False</option>
          </select>
        ) : LINES.includes(form) ? (
          <textarea
            {...described('answer')}
            rows={4}
            value={shown(form, edit.answer)}
            onChange={(event) => {
              onChange({ answer: kept(form, event.target.value) });
            }}
          />
        ) : (
          <input
            {...described('answer')}
            value={edit.answer}
            onChange={(event) => {
              onChange({ answer: event.target.value });
            }}
          />
        )}
        {about('answer', hint)}
      </div>
      {(form === 'several' || form === 'match' || (choosesOne(form) && form !== 'true-false')) && (
        <div className={controls.field}>
          <label htmlFor={`${id}-others`} className={controls.label}>
            {form === 'match'
              ? 'Options that belong to none of them, one a line'
              : 'Wrong options, one a line'}
          </label>
          <textarea
            {...described('others')}
            rows={3}
            value={edit.others.join('\n')}
            onChange={(event) => {
              onChange({ others: event.target.value.split('\n') });
            }}
          />
          {about('others', form === 'match' ? 'May be left out.' : undefined)}
        </div>
      )}
      {edit.accepted !== undefined && isTyped(form) && (
        <div className={controls.field}>
          <label htmlFor={`${id}-accepted`} className={controls.label}>
            Also right, one a line
          </label>
          <textarea
            {...described('accepted')}
            rows={2}
            value={edit.accepted.join('\n')}
            onChange={(event) => {
              onChange({ accepted: event.target.value.split('\n') });
            }}
          />
          {about(
            'accepted',
            'Case, accents and small slips are forgiven anyway. Past answers are marked again.',
          )}
        </div>
      )}
    </>
  );
};
