'use client';
import { useActionState } from 'react';
import controls from '@/components/controls/controls.module.css';
import { REFUSALS, type Answered } from '@/lib/refusal';
import classes from './classes.module.css';
import { ResumeCode } from './resume-code';

type ResumeCodeFormProps = {
  readonly label: string;
  readonly make: () => Promise<Answered<string>>;
};

/** Makes a new resume code and shows it; the one before no longer opens anything. */
export const ResumeCodeForm = ({ label, make }: ResumeCodeFormProps) => {
  const [answered, send, pending] = useActionState<Answered<string> | null>(make, null);
  return (
    <form action={send} className={classes.card}>
      {answered?.ok === true && <ResumeCode code={answered.value} />}
      {answered?.ok === false && (
        <p role="alert" className={controls.error}>
          {REFUSALS[answered.code]}
        </p>
      )}
      <button type="submit" aria-disabled={pending} className={controls.button}>
        {label}
      </button>
    </form>
  );
};
