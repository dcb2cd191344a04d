'use client';
import Link from 'next/link';
import { useActionState, type ReactNode } from 'react';
import account from '@/components/account/account.module.css';
import { Field } from '@/components/account/field';
import { FormMessage } from '@/components/account/form-message';
import { UNSENT, type FormState } from '@/components/account/form-state';
import controls from '@/components/controls/controls.module.css';
import { LONGEST_NAME } from '@/lib/classes/member-name';
import { submitKept } from '@/components/controls/submit-kept';
import classes from './classes.module.css';
import { ResumeCode } from './resume-code';

/** After joining without an account: the class, and the code that must be kept. */
export type JoinState = FormState & {
  readonly joined: { readonly classId: string; readonly resumeCode: string } | null;
};
export type JoinAction = (before: JoinState, form: FormData) => Promise<JoinState>;

type JoinFormProps = {
  readonly action: JoinAction;
  readonly as: 'pupil' | 'teacher';
  /** What they are called elsewhere. */
  readonly name: string;
  /** Whether somebody is on this device without an account who may be another person. */
  readonly isShared: boolean;
  /** What to know before one joins. */
  readonly children?: ReactNode;
};

/** Joins a class under a name. It works before its script has come. */
export const JoinForm = ({ action, as, name, isShared, children }: JoinFormProps) => {
  const [state, send, pending] = useActionState(action, { ...UNSENT, joined: null });
  const { refused, typed, joined } = state;
  if (joined !== null) {
    return (
      <div className={classes.card}>
        <ResumeCode code={joined.resumeCode} />
        <Link href={`/classes/${joined.classId}`} className={`${controls.button} ${controls.primary}`}>
          I have kept it, on to the class
        </Link>
      </div>
    );
  }
  return (
    <form action={send} noValidate className={account.form} onSubmit={submitKept(send, pending)}>
      {children}
      <FormMessage state={state} />
      <Field
        name="name"
        label={as === 'pupil' ? 'Your name in class' : 'What pupils call you'}
        hint={as === 'pupil' ? 'Only your teachers see it.' : undefined}
        maxLength={LONGEST_NAME}
        autoComplete="off"
        defaultValue={typed.name ?? name}
        error={refused?.fields?.name}
      />
      {isShared && (
        <label className={controls.row}>
          <input type="checkbox" name="somebodyElse" /> I am not the one who joined a class on this device
          before
        </label>
      )}
      <button type="submit" aria-disabled={pending} className={`${controls.button} ${controls.primary}`}>
        {pending ? 'Joining …' : 'Join'}
      </button>
    </form>
  );
};
