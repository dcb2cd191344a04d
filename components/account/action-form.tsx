'use client';
import { useActionState, useEffect, useRef, type ReactNode } from 'react';
import { submitKept } from '@/components/controls/submit-kept';
import classes from './account.module.css';
import { FormMessage } from './form-message';
import { UNSENT, type FormAction, type FormState } from './form-state';

type ActionFormProps = {
  readonly action: FormAction;
  /** What the button says, and while the form is on its way. */
  readonly submit: string;
  readonly submitting: string;
  readonly danger?: boolean;
  /** One act among others on its page, not what the page is for. */
  readonly quiet?: boolean;
  /** Whether the fields are emptied once it is done: for passwords. */
  readonly clears?: boolean;
  readonly children: (state: FormState) => ReactNode;
};

/**
 * A form over a server action. It works before its script has come (the browser posts it); with the script it
 * stays in the page, so what was typed stays where it is, and the first field in error takes the focus.
 */
export const ActionForm = (props: ActionFormProps) => {
  const { action, submit, submitting, danger, quiet, clears, children } = props;
  const [state, send, pending] = useActionState(action, UNSENT);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (state.done !== null && clears === true) form.current?.reset();
    if (state.refused !== null) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }, [state, clears]);

  return (
    <form ref={form} action={send} noValidate className={classes.form} onSubmit={submitKept(send, pending)}>
      <FormMessage state={state} />
      {children(state)}
      <button
        type="submit"
        aria-disabled={pending}
        className={`${classes.button} ${danger === true ? classes.danger : ''} ${quiet === true ? classes.plain : ''}`}
      >
        {pending ? submitting : submit}
      </button>
    </form>
  );
};
