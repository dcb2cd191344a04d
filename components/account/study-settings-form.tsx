'use client';
import type { StudySettings } from '@/lib/memory/study-settings';
import { WEEKDAYS, type DayLoad } from '@/lib/memory/weekdays';
import classes from './account.module.css';
import { ActionForm } from './action-form';
import { Field, FieldFrame, inputProps } from './field';
import type { FormAction } from './form-state';

type StudySettingsFormProps = {
  readonly action: FormAction;
  readonly settings: StudySettings;
  /** The retentions to choose from, in percent, with what each costs in words. */
  readonly retentions: readonly { readonly percent: number; readonly cost: string }[];
};

const RETENTION_HINT =
  'How much of what is due you want to recall. Higher means shorter waits; the cost is against 90%, in a fact’s first year.';
const REVIEWS_HINT = 'What is over it waits, the likeliest forgotten first. Leave it empty for no limit.';
const BUTTONS_HINT = 'Two are enough for a good schedule.';

const LOADS: Readonly<Record<DayLoad, string>> = { normal: 'As usual', fewer: 'Fewer', none: 'None' };

/** How much is studied on a day, how sure one wants to be, and which weekdays are to be light. */
export const StudySettingsForm = ({ action, settings, retentions }: StudySettingsFormProps) => (
  <ActionForm action={action} submit="Save how you study" submitting="Saving …">
    {({ refused, typed }) => (
      <>
        <Field
          name="newPerDay"
          label="New facts a day"
          inputMode="numeric"
          maxLength={3}
          defaultValue={typed.newPerDay ?? settings.newPerDay}
          error={refused?.fields?.newPerDay}
        />
        <Field
          name="reviewsPerDay"
          label="Reviews a day, at most"
          hint={REVIEWS_HINT}
          inputMode="numeric"
          maxLength={4}
          defaultValue={typed.reviewsPerDay ?? settings.reviewsPerDay ?? ''}
          error={refused?.fields?.reviewsPerDay}
        />
        <Choice
          name="retention"
          label="Desired retention"
          hint={RETENTION_HINT}
          value={typed.retention ?? String(Math.round(settings.retention * 100))}
          options={retentions.map(({ percent, cost }) => [String(percent), `${percent}%: ${cost}`])}
        />
        <fieldset className={classes.weekdays}>
          <legend>Reviews on each weekday</legend>
          {WEEKDAYS.map((day, index) => (
            <Choice
              key={day}
              name={day}
              label={day}
              value={typed[day] ?? settings.weekdays[index] ?? 'normal'}
              options={Object.entries(LOADS)}
            />
          ))}
          <p className={classes.hint}>
            Reviews move to other days as far as memory allows: short waits cannot be moved.
          </p>
        </fieldset>
        <Choice
          name="buttons"
          label="Answer buttons"
          hint={BUTTONS_HINT}
          value={typed.buttons ?? settings.buttons}
          options={[
            ['two', 'Two: Forgot, Knew it'],
            ['four', 'Four: Forgot, Hard, Good, Easy'],
          ]}
        />
      </>
    )}
  </ActionForm>
);

type ChoiceProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** Values with their words. */
  readonly options: readonly (readonly [string, string])[];
};

const Choice = ({ name, label, hint, value, options }: ChoiceProps) => (
  <FieldFrame name={name} label={label} hint={hint}>
    <select {...inputProps(name, hint, undefined)} name={name} className={classes.input} defaultValue={value}>
      {options.map(([each, words]) => (
        <option key={each} value={each}>
          {words}
        </option>
      ))}
    </select>
  </FieldFrame>
);
