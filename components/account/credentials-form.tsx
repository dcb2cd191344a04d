'use client';
import { ActionForm } from './action-form';
import { Field } from './field';
import type { FormAction } from './form-state';
import { PasswordField } from './password-field';

type CredentialsFormProps = {
  readonly purpose: 'sign-in' | 'sign-up';
  readonly action: FormAction;
  /** Where to go afterwards; checked again by the action. */
  readonly next: string;
};

const WORDS = {
  'sign-in': { submit: 'Sign in', submitting: 'Signing in …' },
  'sign-up': { submit: 'Sign up', submitting: 'Signing up …' },
} as const;

/** Email and password: to sign in, or to sign up. */
export const CredentialsForm = ({ purpose, action, next }: CredentialsFormProps) => (
  <ActionForm action={action} {...WORDS[purpose]}>
    {({ refused, typed }) => (
      <>
        <input type="hidden" name="next" value={next} />
        <Field
          name="email"
          label="Email"
          type="email"
          autoComplete={purpose === 'sign-in' ? 'username' : 'email'}
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={254}
          defaultValue={typed.email}
          error={refused?.fields?.email}
        />
        <PasswordField
          name="password"
          label="Password"
          autoComplete={purpose === 'sign-in' ? 'current-password' : 'new-password'}
          hint={purpose === 'sign-up' ? 'At least 10 characters; a few words in a row are good.' : undefined}
          error={refused?.fields?.password}
        />
      </>
    )}
  </ActionForm>
);
