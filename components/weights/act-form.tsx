'use client';
import { ActionForm } from '@/components/account/action-form';
import type { FormAction } from '@/components/account/form-state';

type ActFormProps = {
  readonly action: FormAction;
  readonly submit: string;
  readonly submitting: string;
  /** What is sent along, by name. */
  readonly fields?: Readonly<Record<string, string>>;
};

/** A form that is one button. */
export const ActForm = ({ action, submit, submitting, fields = {} }: ActFormProps) => (
  <ActionForm action={action} submit={submit} submitting={submitting}>
    {() =>
      Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))
    }
  </ActionForm>
);
