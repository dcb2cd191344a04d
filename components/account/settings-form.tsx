'use client';
import classes from './account.module.css';
import { ActionForm } from './action-form';
import { Field, FieldFrame, inputProps } from './field';
import type { FormAction } from './form-state';

type SettingsFormProps = {
  readonly action: FormAction;
  readonly name: string;
  readonly zone: string;
  readonly dayStart: number;
  /** Every zone to choose from, the present one among them. */
  readonly zones: readonly string[];
};

const ZONE_HINT = 'Decides on which day a card is due and how dates are shown.';
const DAY_HINT = 'Studying after midnight still counts for the day before, until this hour.';

/** What a person is called, where they live by the clock, and when their day begins. */
export const SettingsForm = ({ action, name, zone, dayStart, zones }: SettingsFormProps) => (
  <ActionForm action={action} submit="Save settings" submitting="Saving …">
    {({ refused, typed }) => (
      <>
        <Field
          name="name"
          label="Name"
          autoComplete="name"
          maxLength={80}
          defaultValue={typed.name ?? name}
          error={refused?.fields?.name}
        />
        <FieldFrame name="zone" label="Time zone" hint={ZONE_HINT} error={refused?.fields?.zone}>
          <select
            {...inputProps('zone', ZONE_HINT, refused?.fields?.zone)}
            name="zone"
            className={classes.input}
            defaultValue={typed.zone ?? zone}
          >
            {zones.map((each) => (
              <option key={each} value={each}>
                {each.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
        </FieldFrame>
        <FieldFrame
          name="dayStart"
          label="A new day begins at"
          hint={DAY_HINT}
          error={refused?.fields?.dayStart}
        >
          <select
            {...inputProps('dayStart', DAY_HINT, refused?.fields?.dayStart)}
            name="dayStart"
            className={classes.input}
            defaultValue={typed.dayStart ?? dayStart}
          >
            {Array.from({ length: 24 }, (_, hour) => (
              <option key={hour} value={hour}>
                {String(hour).padStart(2, '0')}:00
              </option>
            ))}
          </select>
        </FieldFrame>
      </>
    )}
  </ActionForm>
);
