'use client';
import { useState, useTransition } from 'react';
import controls from '@/components/controls/controls.module.css';
import { REFUSALS, type Answered } from '@/lib/refusal';
import classes from './exam.module.css';

type FactListProps = {
  readonly label: string;
  readonly facts: readonly { readonly id: string; readonly statement: string; readonly deckTitle: string }[];
  /** What the button of each fact says and whether the fact is then kept. */
  readonly button: string;
  readonly keeps: boolean;
  readonly pin: (input: { factId: string; pinned: boolean }) => Promise<Answered<void>>;
};

/** Facts with their sentences, each with a button that keeps it in the plan or lets it go. */
export const FactList = ({ label, facts, button, keeps, pin }: FactListProps) => {
  const [problem, setProblem] = useState('');
  const [pending, start] = useTransition();
  const press = (factId: string): void => {
    if (pending) return;
    start(async () => {
      const answered = await pin({ factId, pinned: keeps }).catch((): Answered<void> => ({
        ok: false,
        code: 'FAILED',
      }));
      setProblem(answered.ok ? '' : REFUSALS[answered.code]);
    });
  };
  return (
    <>
      <ul className={classes.facts} aria-label={label}>
        {facts.map(({ id, statement, deckTitle }) => (
          <li key={id} className={classes.fact}>
            <div>
              <p id={`fact-${id}`}>{statement}</p>
              <p className={classes.from}>{deckTitle}</p>
            </div>
            <button
              type="button"
              className={`${controls.button} ${controls.small} ${classes.act ?? ''}`}
              aria-describedby={`fact-${id}`}
              aria-disabled={pending}
              onClick={() => {
                press(id);
              }}
            >
              {button}
            </button>
          </li>
        ))}
      </ul>
      <p className={controls.error} role="status">
        {problem}
      </p>
    </>
  );
};
