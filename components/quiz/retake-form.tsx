'use client';
import { useActionState } from 'react';
import controls from '@/components/controls/controls.module.css';
import { REFUSALS, type Refused } from '@/lib/refusal';

type RetakeFormProps = {
  readonly retake: () => Promise<Refused>;
  /** How often it may still be taken; `null`: as often as one likes. */
  readonly left: number | null;
};

/** Takes the same quiz again: the same facts, asked in other words where there are any. */
export const RetakeForm = ({ retake, left }: RetakeFormProps) => {
  const [refused, send, pending] = useActionState(retake, null);
  return (
    <form action={send}>
      <button type="submit" aria-disabled={pending} className={controls.button}>
        {left === null ? 'Take it again' : `Take it again (${left} left)`}
      </button>
      {refused !== null && (
        <p role="alert" className={controls.error}>
          {REFUSALS[refused.code]}
        </p>
      )}
    </form>
  );
};
