'use client';
import { useActionState } from 'react';
import controls from '@/components/controls/controls.module.css';
import { REFUSALS, type Refused } from '@/lib/refusal';

type DemoButtonProps = { readonly openDemo: () => Promise<Refused> };

/** Adds the deck that we wrote ourselves and opens it. */
export const DemoButton = ({ openDemo }: DemoButtonProps) => {
  const [refused, submit, pending] = useActionState<Refused | null>(() => openDemo(), null);
  return (
    <form action={submit}>
      <button className={controls.button} disabled={pending}>
        {pending ? 'Adding the demo deck' : 'Add the demo deck'}
      </button>
      {refused !== null && (
        <p className={controls.error} role="alert">
          {REFUSALS[refused.code]}
        </p>
      )}
    </form>
  );
};
