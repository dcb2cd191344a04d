'use client';
import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import controls from '@/components/controls/controls.module.css';
import { keep, useKept } from '@/components/controls/kept';
import type { Question } from '@/lib/model';
import { checkEdit, tidyEdit, type EditProblems, type QuestionEdit } from '@/lib/questions/check-edit';
import classes from './fact-list.module.css';
import { KeyFields } from './key-fields';
import { draftKey, toEdit } from './question-draft';

type QuestionFormProps = {
  readonly question: Question;
  /** @returns what was wrong, or `null` once it is saved. */
  readonly onSave: (question: Question, edit: QuestionEdit) => Promise<string | null>;
  readonly onClose: () => void;
};

/** A question being edited. What is typed is kept in this browser until it is saved or given up. */
export const QuestionForm = ({ question, onSave, onClose }: QuestionFormProps) => {
  const id = useId();
  const key = draftKey(question.id);
  const edit = useKept(
    'local',
    key,
    useCallback((value: unknown) => toEdit(value, question), [question]),
  );
  const [problems, setProblems] = useState<EditProblems>({});
  const [refused, setRefused] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    first.current?.focus();
  }, []);

  const change = (part: Partial<QuestionEdit>): void => {
    keep('local', key, { ...edit, ...part });
  };
  const close = (): void => {
    keep('local', key, null);
    onClose();
  };
  const save = async (): Promise<void> => {
    const tidy = tidyEdit(question.form, edit);
    const found = checkEdit(question.form, tidy);
    setProblems(found);
    setRefused(null);
    if (Object.keys(found).length > 0 || saving) return;
    setSaving(true);
    const wrong = await onSave(question, tidy);
    setSaving(false);
    setRefused(wrong);
    if (wrong === null) close();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
  };
  const described = (field: keyof QuestionEdit) => ({
    id: `${id}-${field}`,
    'aria-invalid': problems[field] !== undefined,
    'aria-describedby': `${id}-${field}-problem`,
  });
  const problem = (field: keyof QuestionEdit) => (
    <p id={`${id}-${field}-problem`} className={controls.error} aria-live="polite">
      {problems[field]}
    </p>
  );

  return (
    <form
      className={classes.edit}
      aria-label="Edit the question"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className={controls.field}>
        <label htmlFor={`${id}-prompt`} className={controls.label}>
          Prompt
        </label>
        <textarea
          ref={first}
          {...described('prompt')}
          className={controls.input}
          rows={3}
          value={edit.prompt}
          onChange={(event) => {
            change({ prompt: event.target.value });
          }}
        />
        {problem('prompt')}
      </div>
      <KeyFields form={question.form} edit={edit} problems={problems} id={id} onChange={change} />
      {refused !== null && (
        <p className={controls.notice} role="alert">
          {refused}
        </p>
      )}
      <div className={controls.row}>
        <button
          type="submit"
          disabled={saving}
          className={`${controls.button ?? ''} ${controls.small ?? ''} ${controls.primary ?? ''}`}
        >
          {saving ? 'Saving' : 'Save'}
        </button>
        <button type="button" className={`${controls.button ?? ''} ${controls.small ?? ''}`} onClick={close}>
          Cancel
        </button>
        <span className={controls.hint}>Ctrl Enter saves, Esc cancels</span>
      </div>
    </form>
  );
};
