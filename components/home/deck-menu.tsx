'use client';
import { useId, useState, type SyntheticEvent } from 'react';
import controls from '@/components/controls/controls.module.css';
import { Dialog } from '@/components/controls/dialog';
import { REFUSALS, type Answered } from '@/lib/refusal';
import classes from './home.module.css';

export type DeckMenuActions = {
  readonly rename: (input: { deckId: string; title: string }) => Promise<Answered<void>>;
  readonly remove: (input: { deckId: string }) => Promise<Answered<void>>;
};

type DeckMenuProps = { readonly deckId: string; readonly title: string; readonly actions: DeckMenuActions };

const style = (...names: (string | undefined)[]): string => names.join(' ');

/** What is done with a deck as a whole and seldom: rename it, or delete it once that is confirmed. */
export const DeckMenu = ({ deckId, title, actions }: DeckMenuProps) => {
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const id = useId();
  const show = (which: 'rename' | 'remove' | null): void => {
    setProblem(null);
    setOpen(which);
  };
  const run = async (work: Promise<Answered<void>>): Promise<void> => {
    setPending(true);
    const answered = await work.catch((): Answered<void> => ({ ok: false, code: 'FAILED' }));
    setPending(false);
    if (answered.ok) show(null);
    else setProblem(answered.fields?.title ?? REFUSALS[answered.code]);
  };
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (open === 'remove') {
      void run(actions.remove({ deckId }));
      return;
    }
    const next = new FormData(event.currentTarget).get('title');
    void run(actions.rename({ deckId, title: typeof next === 'string' ? next : '' }));
  };
  const button = (label: string, to: 'rename' | 'remove' | null, ...names: (string | undefined)[]) => (
    <button
      type="button"
      className={style(controls.button, ...names)}
      onClick={() => {
        show(to);
      }}
    >
      {label}
    </button>
  );

  return (
    <>
      <button
        type="button"
        className={style(controls.button, controls.quiet, classes.menu)}
        aria-label={`More: ${title}`}
        onClick={() => {
          show('rename');
        }}
      >
        More
      </button>
      {open !== null && (
        <Dialog
          key={open}
          title={open === 'rename' ? 'Rename the deck' : 'Delete the deck?'}
          onClose={() => {
            show(null);
          }}
        >
          <form onSubmit={submit}>
            {open === 'rename' ? (
              <div className={controls.field}>
                <label htmlFor={id} className={controls.label}>
                  Title
                </label>
                <input
                  id={id}
                  name="title"
                  className={controls.input}
                  defaultValue={title}
                  required
                  maxLength={200}
                />
              </div>
            ) : (
              <p className={classes.warning}>
                “{title}” goes with its articles, facts and questions, and with what you have learned of them.
                This cannot be undone.
              </p>
            )}
            {problem !== null && (
              <p className={controls.error} role="alert">
                {problem}
              </p>
            )}
            <div className={controls.row}>
              <button
                type="submit"
                disabled={pending}
                className={style(controls.button, open === 'rename' ? controls.primary : controls.danger)}
              >
                {open === 'rename' ? 'Rename' : 'Delete the deck'}
              </button>
              {button('Cancel', null)}
              {open === 'rename' && button('Delete …', 'remove', controls.quiet, classes.remove)}
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
};
