'use client';
import { useActionState } from 'react';
import controls from '@/components/controls/controls.module.css';
import { REFUSALS, type Refused } from '@/lib/refusal';

type StartTestProps = {
  readonly start: () => Promise<Refused>;
  readonly words: string;
  readonly isMain: boolean;
};

/** Begins a test of a reading loop. */
export const StartTest = ({ start, words, isMain }: StartTestProps) => {
  const [refused, send, pending] = useActionState(start, null);
  return (
    <form action={send}>
      <button
        type="submit"
        aria-disabled={pending}
        className={isMain ? `${controls.button} ${controls.primary}` : controls.button}
      >
        {words}
      </button>
      {refused !== null && (
        <p role="alert" className={controls.error}>
          {REFUSALS[refused.code]}
        </p>
      )}
    </form>
  );
};
