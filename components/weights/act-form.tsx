'use client';
import { ActionForm } from '@/components/account/action-form';
import type { FormAction } from '@/components/account/form-state';

type ActFormProps = {
  readonly action: FormAction;
  readonly submit: string;
  readonly submitting: string;
  readonly quiet?: boolean;
  /** What is sent along, by name. */
  readonly fields?: Readonly<Record<string, string>>;
};

/** A form that is one button. */
export const ActForm = ({ fields = {}, ...form }: ActFormProps) => (
  <ActionForm {...form}>
    {() =>
      Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))
    }
  </ActionForm>
);
