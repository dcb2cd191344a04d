'use client';
import account from '@/components/account/account.module.css';
import { ActionForm } from '@/components/account/action-form';
import { Field, FieldFrame, inputProps } from '@/components/account/field';
import type { FormAction } from '@/components/account/form-state';

type ExtendFormProps = {
  readonly action: FormAction;
  readonly pupils: readonly { readonly id: string; readonly name: string }[];
  readonly until: string;
};

/** Gives one pupil a later closing time, or takes it back. */
export const ExtendForm = ({ action, pupils, until }: ExtendFormProps) => (
  <ActionForm action={action} submit="Save" submitting="Saving …">
    {({ refused, typed }) => (
      <>
        <FieldFrame name="memberId" label="Pupil" error={refused?.fields?.memberId}>
          <select
            {...inputProps('memberId', undefined, refused?.fields?.memberId)}
            name="memberId"
            className={account.input}
            defaultValue={typed.memberId ?? pupils[0]?.id}
          >
            {pupils.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </FieldFrame>
        <Field
          name="until"
          type="datetime-local"
          label="Closes for them"
          hint="Empty: as for everybody. An attempt under way gets the new time."
          defaultValue={typed.until ?? until}
        />
      </>
    )}
  </ActionForm>
);
