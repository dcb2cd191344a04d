import type { ComponentProps, ReactNode } from 'react';
import classes from './account.module.css';

type FieldProps = Omit<ComponentProps<'input'>, 'id' | 'className'> & {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with it, in words. */
  readonly error?: string | undefined;
};

/** A labelled input with its hint and its error: native, so that a page before sign-in loads no widget library. */
export const Field = ({ label, hint, error, ...input }: FieldProps) => (
  <FieldFrame name={input.name} label={label} hint={hint} error={error}>
    <input {...inputProps(input.name, hint, error)} {...input} className={classes.input} />
  </FieldFrame>
);

type FrameProps = Pick<FieldProps, 'name' | 'label' | 'hint' | 'error'> & { readonly children: ReactNode };

/** What stands around an input: its label above, its hint and its error below. */
export const FieldFrame = ({ name, label, hint, error, children }: FrameProps) => (
  <div className={classes.field}>
    <label htmlFor={name} className={classes.label}>
      {label}
    </label>
    {children}
    {hint !== undefined && (
      <p id={`${name}-hint`} className={classes.hint}>
        {hint}
      </p>
    )}
    {error !== undefined && (
      <p id={`${name}-error`} className={classes.error}>
        {error}
      </p>
    )}
  </div>
);

/** What ties an input to its label, hint and error. */
export const inputProps = (name: string, hint: string | undefined, error: string | undefined) => ({
  id: name,
  'aria-invalid': error === undefined ? undefined : true,
  'aria-describedby':
    [hint === undefined ? [] : [`${name}-hint`], error === undefined ? [] : [`${name}-error`]]
      .flat()
      .join(' ') || undefined,
});
