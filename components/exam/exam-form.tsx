'use client';
import account from '@/components/account/account.module.css';
import { ActionForm } from '@/components/account/action-form';
import { Field } from '@/components/account/field';
import type { FormAction } from '@/components/account/form-state';
import { WEEKDAYS } from '@/lib/memory/weekdays';
import classes from './exam.module.css';

type ExamFormProps = {
  readonly action: FormAction;
  readonly submit: string;
  readonly decks: readonly { readonly id: string; readonly title: string }[];
  /** What stands in the fields at first. */
  readonly title: string;
  /** As `2026-12-24`, or `''`. */
  readonly date: string;
  /** The first day that can be chosen, as `2026-12-24`. */
  readonly earliest: string;
  readonly deckIds: readonly string[];
  /** By weekday, Monday first. */
  readonly minutes: readonly number[];
};

const MINUTES_HINT = 'The most you want to give on one day. Less is planned where less will do.';

/** What an exam is: its name, its day, what it asks, and how much time there is. */
export const ExamForm = ({
  action,
  submit,
  decks,
  title,
  date,
  earliest,
  deckIds,
  minutes,
}: ExamFormProps) => {
  const usual = minutes[0] ?? 0;
  return (
    <ActionForm action={action} submit={submit} submitting="Planning …">
      {({ refused, typed }) => {
        const chosen = typed.decks === undefined ? deckIds : typed.decks.split(' ');
        const differing = WEEKDAYS.some(
          (_, index) => (typed[`minutes${index}`] ?? '') !== '' || minutes[index] !== usual,
        );
        return (
          <>
            <Field
              name="title"
              label="Name"
              maxLength={120}
              placeholder="History, final exam"
              defaultValue={typed.title ?? title}
              error={refused?.fields?.title}
            />
            <Field
              name="date"
              type="date"
              label="Day of the exam"
              min={earliest}
              defaultValue={typed.date ?? date}
              error={refused?.fields?.date}
            />
            <fieldset
              className={classes.decks}
              aria-describedby={refused?.fields?.deckIds === undefined ? undefined : 'decks-error'}
            >
              <legend className={account.label}>Decks it asks about</legend>
              {decks.map((deck) => (
                <label key={deck.id} className={classes.deck}>
                  <input
                    type="checkbox"
                    name="deck"
                    value={deck.id}
                    defaultChecked={chosen.includes(deck.id)}
                  />
                  <span>{deck.title}</span>
                </label>
              ))}
              {refused?.fields?.deckIds !== undefined && (
                <p id="decks-error" className={account.error}>
                  {refused.fields.deckIds}
                </p>
              )}
            </fieldset>
            <Field
              name="minutes"
              type="number"
              inputMode="numeric"
              min={0}
              max={600}
              label="Minutes a day"
              hint={MINUTES_HINT}
              defaultValue={typed.minutes ?? usual}
              error={refused?.fields?.minutes}
            />
            <details open={differing}>
              <summary className={classes.summary}>Other minutes on some weekdays</summary>
              <div className={classes.weekdays}>
                {WEEKDAYS.map((weekday, index) => (
                  <Field
                    key={weekday}
                    name={`minutes${index}`}
                    type="number"
                    inputMode="numeric"
                    min={0}
                    max={600}
                    label={weekday}
                    placeholder="as above"
                    defaultValue={
                      typed[`minutes${index}`] ?? (minutes[index] === usual ? '' : minutes[index])
                    }
                    error={refused?.fields?.[`minutes${index}`]}
                  />
                ))}
              </div>
            </details>
          </>
        );
      }}
    </ActionForm>
  );
};
