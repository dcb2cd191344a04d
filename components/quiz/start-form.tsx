'use client';
import Link from 'next/link';
import { useActionState, useId } from 'react';
import controls from '@/components/controls/controls.module.css';
import { submitKept } from '@/components/controls/submit-kept';
import { MOST_QUESTIONS } from '@/lib/quiz/most-questions';
import { REFUSALS, type Refused } from '@/lib/refusal';
import classes from './quiz.module.css';
import { SettingsFields, type QuizSources } from './settings-fields';

export type StartFormProps = {
  /** Facts that can be asked. */
  readonly available: number;
  readonly sources: QuizSources;
  /** A quiz on this deck that is not handed in. */
  readonly open: { readonly id: string; readonly answered: number; readonly total: number } | null;
  readonly start: (before: Refused | null, form: FormData) => Promise<Refused>;
};

const USUAL_COUNT = 10;

/** How many questions, and off. It works before its script has come. */
export const StartForm = ({ available, sources, open, start }: StartFormProps) => {
  const [refused, send, pending] = useActionState(start, null);
  const id = useId();
  const most = Math.min(available, MOST_QUESTIONS);
  const wrong = refused === null ? null : (refused.fields?.count ?? REFUSALS[refused.code]);
  const isWrongInside = Object.keys(refused?.fields ?? {}).some((field) => field !== 'count');
  return (
    <>
      {open !== null && (
        <p className={classes.resume}>
          <span>
            A quiz on this deck is not handed in: {open.answered} of {open.total} answered.
          </span>
          <Link href={`/attempts/${open.id}`} className={controls.button}>
            Go on with it
          </Link>
        </p>
      )}
      <form action={send} onSubmit={submitKept(send, pending)} className={classes.start}>
        <div className={controls.field}>
          <label htmlFor={id} className={controls.label}>
            Number of questions
          </label>
          <input
            id={id}
            name="count"
            type="number"
            inputMode="numeric"
            min={1}
            max={most}
            defaultValue={Math.min(USUAL_COUNT, most)}
            required
            className={controls.input}
            aria-describedby={`${id}-hint`}
            aria-invalid={wrong !== null}
          />
          <p id={`${id}-hint`} className={controls.hint}>
            {most === 1 ? 'One fact can be asked.' : `Up to ${most}, each on another fact.`}
          </p>
        </div>
        <details className={classes.more} open={isWrongInside}>
          <summary>More settings</summary>
          <SettingsFields wrong={refused?.fields ?? {}} sources={sources} />
        </details>
        {wrong !== null && (
          <p role="alert" className={controls.error}>
            {wrong}
          </p>
        )}
        <button type="submit" aria-disabled={pending} className={`${controls.button} ${controls.primary}`}>
          {pending ? 'Starting' : 'Start the quiz'}
        </button>
      </form>
    </>
  );
};
