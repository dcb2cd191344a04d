'use client';
import { ActionForm } from '@/components/account/action-form';
import { Field } from '@/components/account/field';
import type { FormAction } from '@/components/account/form-state';
import { LONGEST_NAME } from '@/lib/classes/member-name';
import classes from './classes.module.css';

type NewClassProps = { readonly action: FormAction; readonly teacher: string };

/** Makes a class: what it is called, and what its pupils call the teacher. */
export const NewClassForm = ({ action, teacher }: NewClassProps) => (
  <ActionForm action={action} submit="Make the class" submitting="Making it …">
    {({ refused, typed }) => (
      <>
        <Field
          name="name"
          label="Name of the class"
          placeholder="History 7b"
          maxLength={80}
          defaultValue={typed.name ?? ''}
          error={refused?.fields?.name}
        />
        <Field
          name="teacher"
          label="What pupils call you"
          placeholder="Ms Okafor"
          maxLength={LONGEST_NAME}
          defaultValue={typed.teacher ?? teacher}
          error={refused?.fields?.teacher}
        />
      </>
    )}
  </ActionForm>
);

/** Goes to the class of a code that somebody was told. */
export const CodeForm = ({ action }: { readonly action: FormAction }) => (
  <ActionForm action={action} submit="Find the class" submitting="Looking …">
    {({ refused, typed }) => (
      <Field
        name="code"
        label="Code of the class"
        hint="Your teacher has it: eight letters and digits."
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        defaultValue={typed.code ?? ''}
        error={refused?.fields?.code}
      />
    )}
  </ActionForm>
);

type ComeBackProps = { readonly action: FormAction; readonly hasAccount: boolean };

/** Comes back by a resume code, or brings what was done under it into an account. */
export const ComeBackForm = ({ action, hasAccount }: ComeBackProps) => (
  <ActionForm
    action={action}
    submit={hasAccount ? 'Bring it into my account' : 'Come back'}
    submitting="One moment …"
  >
    {({ refused, typed }) => (
      <Field
        name="resume"
        label="Your resume code"
        hint="Sixteen letters and digits, which you got when you joined."
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
        defaultValue={typed.resume ?? ''}
        error={refused?.fields?.resume}
      />
    )}
  </ActionForm>
);

type NameFormProps = {
  readonly action: FormAction;
  readonly label: string;
  readonly name: string;
  readonly maxLength: number;
};

/** Gives something another name. */
export const NameForm = ({ action, label, name, maxLength }: NameFormProps) => (
  <div className={classes.form}>
    <ActionForm action={action} submit="Rename" submitting="Renaming …" quiet>
      {({ refused, typed }) => (
        <Field
          name="name"
          label={label}
          maxLength={maxLength}
          defaultValue={typed.name ?? name}
          error={refused?.fields?.name}
        />
      )}
    </ActionForm>
  </div>
);

type MoreTimeProps = { readonly action: FormAction; readonly moreTime: number };

/** How much longer than others a pupil has. */
export const MoreTimeForm = ({ action, moreTime }: MoreTimeProps) => (
  <div className={classes.form}>
    <ActionForm action={action} submit="Save" submitting="Saving …" quiet>
      {({ refused, typed }) => (
        <Field
          name="moreTime"
          type="number"
          inputMode="numeric"
          min={0}
          max={300}
          label="More time, in percent"
          hint="Where a quiz has a time limit; from the next one that is begun. 25 makes 20 minutes 25."
          defaultValue={typed.moreTime ?? moreTime}
          error={refused?.fields?.moreTime}
        />
      )}
    </ActionForm>
  </div>
);
