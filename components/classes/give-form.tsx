'use client';
import account from '@/components/account/account.module.css';
import { ActionForm } from '@/components/account/action-form';
import { Field, FieldFrame, inputProps } from '@/components/account/field';
import type { FormAction } from '@/components/account/form-state';
import { GROUP_WORDS } from '@/components/quiz/group-words';
import { ASSIGNMENT_FEEDBACKS, type AssignmentFeedback } from '@/lib/classes/feedback';
import { MOST_QUESTIONS } from '@/lib/quiz/most-questions';
import classes from './classes.module.css';
import { FEEDBACK_WORDS } from './work-words';

/** What stands in the fields at first; times as `2026-11-24T08:00` on the teacher's wall, `''` for none. */
export type GivenTerms = {
  readonly title: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly attempts: number | null;
  readonly feedback: AssignmentFeedback;
};

type GiveFormProps = {
  readonly action: FormAction;
  /** What is given: something of one of these decks, or a quiz of theirs as it was last put to them. */
  readonly from:
    | { readonly decks: readonly { readonly id: string; readonly title: string }[] }
    | { readonly quizId: string };
  readonly terms: GivenTerms;
};

type FieldsProps = {
  readonly typed: Readonly<Record<string, string>>;
  readonly wrong: Readonly<Record<string, string>>;
  readonly terms: GivenTerms;
};

/** A quiz or a deck for a class, with its times. */
export const GiveForm = ({ action, from, terms }: GiveFormProps) => (
  <ActionForm action={action} submit="Give it to the class" submitting="Giving it …">
    {({ refused, typed }) => {
      const fields = { typed, wrong: refused?.fields ?? {} };
      if ('quizId' in from) {
        return (
          <>
            <input type="hidden" name="kind" value="taken" />
            <input type="hidden" name="quizId" value={from.quizId} />
            <TermFields {...fields} terms={terms} />
          </>
        );
      }
      return (
        <>
          <WorkFields {...fields} decks={from.decks} />
          <TermFields {...fields} terms={terms} />
          <DrawFields {...fields} />
        </>
      );
    }}
  </ActionForm>
);

type Said = Pick<FieldsProps, 'typed' | 'wrong'>;

const WorkFields = ({
  typed,
  wrong,
  decks,
}: Said & { readonly decks: readonly { id: string; title: string }[] }) => (
  <>
    <FieldFrame name="deckId" label="Deck" error={wrong.deckId}>
      <select
        {...inputProps('deckId', undefined, wrong.deckId)}
        name="deckId"
        className={account.input}
        defaultValue={typed.deckId ?? decks[0]?.id}
      >
        {decks.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </FieldFrame>
    <fieldset className={classes.group}>
      <legend className={account.label}>What they do</legend>
      <label className={classes.tick}>
        <input type="radio" name="kind" value="quiz" defaultChecked={typed.kind !== 'deck'} /> Take a quiz,
        the same questions for all
      </label>
      <label className={classes.tick}>
        <input type="radio" name="kind" value="deck" defaultChecked={typed.kind === 'deck'} /> Study the deck,
        each at their own pace
      </label>
    </fieldset>
  </>
);

/** How a quiz is drawn. */
const DrawFields = ({ typed, wrong }: Said) => (
  <details open={Object.keys(wrong).some((name) => ['count', 'minutes', 'groups'].includes(name))}>
    <summary className={classes.summary}>How the quiz is put</summary>
    <Field
      name="count"
      type="number"
      inputMode="numeric"
      min={1}
      max={MOST_QUESTIONS}
      label="Number of questions"
      defaultValue={typed.count ?? 10}
      error={wrong.count}
    />
    <Field
      name="minutes"
      type="number"
      inputMode="numeric"
      min={1}
      max={600}
      label="Time limit, in minutes"
      hint="Empty: until it closes. A pupil with more time gets more."
      defaultValue={typed.minutes ?? ''}
      error={wrong.minutes}
    />
    <fieldset className={classes.group}>
      <legend className={account.label}>Kinds of question</legend>
      {GROUP_WORDS.map(([group, words]) => (
        <label key={group} className={classes.tick}>
          <input
            type="checkbox"
            name="groups"
            value={group}
            defaultChecked={typed.groups === undefined || typed.groups.split(' ').includes(group)}
          />{' '}
          {words}
        </label>
      ))}
      {wrong.groups !== undefined && <p className={account.error}>{wrong.groups}</p>}
    </fieldset>
  </details>
);

/** Changes the terms of what was given. */
export const TermsForm = ({ action, terms }: { readonly action: FormAction; readonly terms: GivenTerms }) => (
  <ActionForm action={action} submit="Save" submitting="Saving …">
    {({ refused, typed }) => <TermFields typed={typed} wrong={refused?.fields ?? {}} terms={terms} />}
  </ActionForm>
);

const TermFields = ({ typed, wrong, terms }: FieldsProps) => (
  <>
    <Field
      name="title"
      label="Title"
      hint="What pupils see; empty: the name of the deck."
      maxLength={120}
      defaultValue={typed.title ?? terms.title}
      error={wrong.title}
    />
    <Field
      name="opensAt"
      type="datetime-local"
      label="Opens"
      defaultValue={typed.opensAt ?? terms.opensAt}
      error={wrong.opensAt}
    />
    <Field
      name="closesAt"
      type="datetime-local"
      label="Closes"
      hint="Empty: it stays open. What is under way then is handed in as it stands."
      defaultValue={typed.closesAt ?? terms.closesAt}
      error={wrong.closesAt}
    />
    <Field
      name="attempts"
      type="number"
      inputMode="numeric"
      min={1}
      max={100}
      label="How often a quiz may be taken"
      hint="Empty: as often as they like."
      defaultValue={typed.attempts ?? terms.attempts ?? ''}
      error={wrong.attempts}
    />
    <fieldset className={classes.group}>
      <legend className={account.label}>What pupils are told of a quiz</legend>
      {ASSIGNMENT_FEEDBACKS.map((feedback) => (
        <label key={feedback} className={classes.tick}>
          <input
            type="radio"
            name="feedback"
            value={feedback}
            defaultChecked={(typed.feedback ?? terms.feedback) === feedback}
          />{' '}
          {FEEDBACK_WORDS[feedback]}
        </label>
      ))}
    </fieldset>
  </>
);
