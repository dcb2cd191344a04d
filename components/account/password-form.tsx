'use client';
import { ActionForm } from './action-form';
import type { FormAction } from './form-state';
import { PasswordField } from './password-field';

type PasswordFormProps = {
  readonly action: FormAction;
  readonly email: string;
  /** Whether there is a password already; otherwise a first one is set. */
  readonly hasPassword: boolean;
};

/** Changes the password, or sets a first one for someone who signs in by a provider. */
export const PasswordForm = ({ action, email, hasPassword }: PasswordFormProps) => (
  <ActionForm
    action={action}
    submit={hasPassword ? 'Change password' : 'Set password'}
    submitting="Saving …"
    clears
  >
    {({ refused }) => (
      <>
        {/* Tells a password manager whose password this is. */}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        {hasPassword && (
          <PasswordField
            name="present"
            label="Present password"
            autoComplete="current-password"
            error={refused?.code === 'WRONG_PASSWORD' ? 'This is not it.' : undefined}
          />
        )}
        <PasswordField
          name="next"
          label="New password"
          autoComplete="new-password"
          hint="At least 10 characters; a few words in a row are good."
          error={refused?.fields?.next}
        />
      </>
    )}
  </ActionForm>
);
