'use client';
import { useState, useTransition, type ReactNode } from 'react';
import { REFUSALS, type Refused } from '@/lib/refusal';
import controls from './controls.module.css';
import { Dialog } from './dialog';

type ConfirmButtonProps = {
  /** What the button says that opens the question, and that of the dialog which does it. */
  readonly label: string;
  readonly confirm: string;
  readonly title: string;
  /** What happens then. */
  readonly children: ReactNode;
  /** Comes back only with a refusal. */
  readonly act: () => Promise<Refused>;
};

/** Does something that cannot be undone, once that is confirmed. */
export const ConfirmButton = ({ label, confirm, title, children, act }: ConfirmButtonProps) => {
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  return (
    <>
      <button
        type="button"
        className={controls.button}
        onClick={() => {
          setOpen(true);
        }}
      >
        {label}
      </button>
      {open && (
        <Dialog
          title={title}
          onClose={() => {
            setOpen(false);
          }}
        >
          <div className={controls.stack}>
            <p>{children}</p>
            {problem !== null && (
              <p className={controls.error} role="alert">
                {problem}
              </p>
            )}
            <div className={controls.row}>
              <button
                type="button"
                className={`${controls.button} ${controls.danger}`}
                aria-disabled={pending}
                onClick={() => {
                  if (pending) return;
                  start(async () => {
                    setProblem(REFUSALS[(await act()).code]);
                  });
                }}
              >
                {confirm}
              </button>
              <button
                type="button"
                className={controls.button}
                onClick={() => {
                  setOpen(false);
                }}
              >
                Cancel
              </button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
};
