'use client';
import { useState } from 'react';
import classes from './account.module.css';
import { FieldFrame, inputProps } from './field';

type PasswordFieldProps = {
  readonly name: string;
  readonly label: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
};

/** A password, which can be looked at while it is typed. */
export const PasswordField = ({ name, label, autoComplete, hint, error }: PasswordFieldProps) => {
  const [shown, setShown] = useState(false);
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error}>
      <div className={classes.wrap}>
        <input
          {...inputProps(name, hint, error)}
          name={name}
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          required
          className={classes.input}
        />
        <button
          type="button"
          className={classes.reveal}
          aria-label={`${shown ? 'Hide' : 'Show'} ${label.toLowerCase()}`}
          onClick={() => {
            setShown(!shown);
          }}
        >
          {shown ? 'Hide' : 'Show'}
        </button>
      </div>
    </FieldFrame>
  );
};
