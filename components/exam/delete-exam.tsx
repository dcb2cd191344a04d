'use client';
import { useState, useTransition } from 'react';
import controls from '@/components/controls/controls.module.css';
import { Dialog } from '@/components/controls/dialog';
import { REFUSALS, type Refused } from '@/lib/refusal';

type DeleteExamProps = { readonly title: string; readonly remove: () => Promise<Refused> };

/** Deletes a plan once that is confirmed; what was learned stays. */
export const DeleteExam = ({ title, remove }: DeleteExamProps) => {
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
        Delete the plan …
      </button>
      {open && (
        <Dialog
          title="Delete the plan?"
          onClose={() => {
            setOpen(false);
          }}
        >
          <div className={controls.stack}>
            <p>The plan for “{title}” goes. Your decks stay, and so does all that you have learned.</p>
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
                    setProblem(REFUSALS[(await remove()).code]);
                  });
                }}
              >
                Delete the plan
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
