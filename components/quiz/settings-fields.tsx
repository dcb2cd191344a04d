import { useId } from 'react';
import controls from '@/components/controls/controls.module.css';
import { kindWords } from '@/components/history/kind-words';
import { GROUP_WORDS } from './group-words';
import classes from './quiz.module.css';

type SettingsFieldsProps = {
  /** What was wrong with which field the last time. */
  readonly wrong: Readonly<Record<string, string>>;
  /** What the facts of the deck are of. */
  readonly sources: QuizSources;
};

export type QuizSources = {
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  readonly kinds: readonly string[];
};

const FEEDBACK = [
  ['end', 'All at the end'],
  ['each', 'After each question'],
  ['score', 'The score alone'],
] as const;

const CERTAINTY = [
  ['off', 'Is not asked'],
  ['asked', 'Is asked, to see where you are too sure or not sure enough'],
  ['counts', 'Counts: sure and right is worth most, sure and wrong costs most'],
] as const;

/** How a quiz is put, beyond how long it is; each has a default that makes a good quiz. */
export const SettingsFields = ({ wrong, sources }: SettingsFieldsProps) => (
  <div className={classes.settings}>
    <fieldset
      className={classes.group}
      aria-describedby={wrong.groups === undefined ? undefined : 'wrong-groups'}
    >
      <legend className={controls.label}>Kinds of question</legend>
      {GROUP_WORDS.map(([group, words]) => (
        <label key={group} className={classes.tick}>
          <input type="checkbox" name="groups" value={group} defaultChecked /> {words}
        </label>
      ))}
      {wrong.groups !== undefined && (
        <p id="wrong-groups" className={controls.error}>
          {wrong.groups}
        </p>
      )}
    </fieldset>
    <Ticks
      name="articleIds"
      label="Articles"
      choices={sources.articles.map(({ id, title }) => [id, title])}
      wrong={wrong.articleIds}
    />
    <Ticks
      name="kinds"
      label="Kinds of fact"
      choices={sources.kinds.map((kind) => [kind, kindWords(kind)])}
      wrong={wrong.kinds}
    />
    <fieldset className={classes.group}>
      <legend className={controls.label}>Which facts</legend>
      <label className={classes.tick}>
        <input type="radio" name="prefer" value="any" defaultChecked /> Any, by chance
      </label>
      <label className={classes.tick}>
        <input type="radio" name="prefer" value="weakest" /> What you know least
      </label>
    </fieldset>
    <fieldset className={classes.group}>
      <legend className={controls.label}>The right answers are shown</legend>
      {FEEDBACK.map(([feedback, words]) => (
        <label key={feedback} className={classes.tick}>
          <input type="radio" name="feedback" value={feedback} defaultChecked={feedback === 'end'} /> {words}
        </label>
      ))}
    </fieldset>
    <fieldset className={classes.group}>
      <legend className={controls.label}>Order</legend>
      <label className={classes.tick}>
        <input type="checkbox" name="keepsQuestions" /> Questions in the order of the article
      </label>
      <label className={classes.tick}>
        <input type="checkbox" name="keepsOptions" /> Options in one order for every attempt
      </label>
    </fieldset>
    <fieldset className={classes.group}>
      <legend className={controls.label}>How sure one is</legend>
      {CERTAINTY.map(([certainty, words]) => (
        <label key={certainty} className={classes.tick}>
          <input type="radio" name="certainty" value={certainty} defaultChecked={certainty === 'off'} />{' '}
          {words}
        </label>
      ))}
    </fieldset>
    <fieldset className={classes.group}>
      <legend className={controls.label}>Answers of several parts</legend>
      <label className={classes.tick}>
        <input type="checkbox" name="partial" defaultChecked /> Count for as much as is right of them
      </label>
    </fieldset>
    <NumberField
      name="penalty"
      label="What a wrong answer costs, in percent of a point"
      hint="Empty: nothing. An answer left empty never costs anything."
      most={100}
      wrong={wrong.penalty}
    />
    <NumberField
      name="minutes"
      label="Time limit, in minutes"
      hint="Empty: as long as it takes. It ends by the server’s clock."
      most={600}
      wrong={wrong.minutes}
    />
    <NumberField
      name="passMark"
      label="Pass mark, in percent"
      hint="Empty: there is no passing."
      most={100}
      wrong={wrong.passMark}
    />
    <NumberField
      name="attempts"
      label="How often it may be taken"
      hint="Empty: as often as you like, with other questions each time."
      most={100}
      wrong={wrong.attempts}
    />
  </div>
);

type TicksProps = {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly (readonly [value: string, words: string])[];
  readonly wrong: string | undefined;
};

/** Some of several, all of them at first; nothing where there is no choice. */
const Ticks = ({ name, label, choices, wrong }: TicksProps) =>
  choices.length > 1 && (
    <fieldset className={classes.group} aria-describedby={wrong === undefined ? undefined : `wrong-${name}`}>
      <legend className={controls.label}>{label}</legend>
      <input type="hidden" name={`${name}Offered`} value={choices.length} />
      {choices.map(([value, words]) => (
        <label key={value} className={classes.tick}>
          <input type="checkbox" name={name} value={value} defaultChecked /> {words}
        </label>
      ))}
      {wrong !== undefined && (
        <p id={`wrong-${name}`} className={controls.error}>
          {wrong}
        </p>
      )}
    </fieldset>
  );

type NumberFieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly most: number;
  readonly wrong: string | undefined;
};

const NumberField = ({ name, label, hint, most, wrong }: NumberFieldProps) => {
  const id = useId();
  return (
    <div className={controls.field}>
      <label htmlFor={id} className={controls.label}>
        {label}
      </label>
      <input
        id={id}
        name={name}
        type="number"
        inputMode="numeric"
        min={1}
        max={most}
        className={controls.input}
        aria-describedby={`${id}-hint`}
        aria-invalid={wrong !== undefined}
      />
      <p id={`${id}-hint`} className={wrong === undefined ? controls.hint : controls.error}>
        {wrong ?? hint}
      </p>
    </div>
  );
};
