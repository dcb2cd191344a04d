'use client';
import { ActionForm } from './action-form';
import { Field } from './field';
import type { FormAction } from './form-state';
import { PasswordField } from './password-field';

type DeletionFormProps = { readonly action: FormAction; readonly hasPassword: boolean };

/** Deletes the account once its password (or, where it has none, its email) is typed. */
export const DeletionForm = ({ action, hasPassword }: DeletionFormProps) => (
  <ActionForm action={action} submit="Delete my account" submitting="Deleting …" danger>
    {({ refused }) =>
      hasPassword ? (
        <PasswordField
          name="proof"
          label="Password to confirm"
          autoComplete="current-password"
          error={refused?.code === 'WRONG_PASSWORD' ? 'This is not it.' : undefined}
        />
      ) : (
        <Field
          name="proof"
          label="Your email address to confirm"
          type="email"
          autoComplete="off"
          error={refused?.code === 'WRONG_EMAIL' ? 'This is not it.' : undefined}
        />
      )
    }
  </ActionForm>
);
