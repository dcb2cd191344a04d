import { useId } from 'react';
import controls from '@/components/controls/controls.module.css';
import { kindWords } from '@/components/history/kind-words';
import type { FirstAnswerCounts } from '@/lib/quiz/first-answers';
import type { Preference, QuizSettings } from '@/lib/quiz/settings';
import { GROUP_WORDS } from './group-words';
import classes from './quiz.module.css';

type SettingsFieldsProps = {
  /** As they stand at first. */
  readonly settings: QuizSettings;
  /** What was wrong with which field the last time. */
  readonly wrong: Readonly<Record<string, string>>;
  /** What the facts of its decks are of. */
  readonly sources: QuizSources;
};

export type QuizSources = {
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  readonly kinds: readonly string[];
  /** Facts that can be asked, and how many of them were answered before. */
  readonly available: number;
  readonly firstAnswers: FirstAnswerCounts;
};

const PREFERENCE: readonly (readonly [Preference, string])[] = [
  ['any', 'Any, by chance'],
  ['weakest', 'What you know least'],
  ['easier', 'Easier ones first'],
  ['harder', 'Harder ones first'],
];

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
export const SettingsFields = ({ settings, wrong, sources }: SettingsFieldsProps) => (
  <div className={classes.settings}>
    <fieldset
      className={classes.group}
      aria-describedby={wrong.groups === undefined ? undefined : 'wrong-groups'}
    >
      <legend className={controls.label}>Kinds of question</legend>
      {GROUP_WORDS.map(([group, words]) => (
        <label key={group} className={classes.tick}>
          <input
            type="checkbox"
            name="groups"
            value={group}
            defaultChecked={settings.groups.includes(group)}
          />{' '}
          {words}
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
      chosen={settings.articleIds}
      wrong={wrong.articleIds}
    />
    <Ticks
      name="kinds"
      label="Kinds of fact"
      choices={sources.kinds.map((kind) => [kind, kindWords(kind)])}
      chosen={settings.kinds}
      wrong={wrong.kinds}
    />
    <fieldset className={classes.group} aria-describedby="by-first-answers">
      <legend className={controls.label}>Which facts</legend>
      {PREFERENCE.map(([prefer, words]) => (
        <label key={prefer} className={classes.tick}>
          <input type="radio" name="prefer" value={prefer} defaultChecked={prefer === settings.prefer} />{' '}
          {words}
        </label>
      ))}
      <p id="by-first-answers" className={controls.hint}>
        {firstAnswersInWords(sources)}
      </p>
    </fieldset>
    <fieldset className={classes.group}>
      <legend className={controls.label}>The right answers are shown</legend>
      {FEEDBACK.map(([feedback, words]) => (
        <label key={feedback} className={classes.tick}>
          <input
            type="radio"
            name="feedback"
            value={feedback}
            defaultChecked={feedback === settings.feedback}
          />{' '}
          {words}
        </label>
      ))}
    </fieldset>
    <fieldset className={classes.group}>
      <legend className={controls.label}>Order</legend>
      <label className={classes.tick}>
        <input type="checkbox" name="keepsQuestions" defaultChecked={!settings.shuffleQuestions} /> Questions
        in the order of the article
      </label>
      <label className={classes.tick}>
        <input type="checkbox" name="keepsOptions" defaultChecked={!settings.shuffleOptions} /> Options in one
        order for every attempt
      </label>
    </fieldset>
    <fieldset className={classes.group}>
      <legend className={controls.label}>How sure one is</legend>
      {CERTAINTY.map(([certainty, words]) => (
        <label key={certainty} className={classes.tick}>
          <input
            type="radio"
            name="certainty"
            value={certainty}
            defaultChecked={certainty === settings.certainty}
          />{' '}
          {words}
        </label>
      ))}
    </fieldset>
    <fieldset className={classes.group}>
      <legend className={controls.label}>Answers of several parts</legend>
      <label className={classes.tick}>
        <input type="checkbox" name="wholeOnly" defaultChecked={!settings.partial} /> Count only where every
        part is right, not for their share
      </label>
    </fieldset>
    <NumberField
      name="penalty"
      label="What a wrong answer costs, in percent of a point"
      hint="Empty: nothing. An answer left empty never costs anything."
      most={100}
      value={settings.penalty === 0 ? null : settings.penalty}
      wrong={wrong.penalty}
    />
    <NumberField
      name="minutes"
      label="Time limit, in minutes"
      hint="Empty: as long as it takes. It ends by the server’s clock."
      most={600}
      value={settings.minutes}
      wrong={wrong.minutes}
    />
    <NumberField
      name="passMark"
      label="Pass mark, in percent"
      hint="Empty: there is no passing."
      most={100}
      value={settings.passMark}
      wrong={wrong.passMark}
    />
    <NumberField
      name="attempts"
      label="How often it may be taken"
      hint="Empty: as often as you like, in other words each time."
      most={100}
      value={settings.attempts}
      wrong={wrong.attempts}
    />
  </div>
);

/** How much there is to go by where easier or harder ones are wanted. */
const firstAnswersInWords = ({ available, firstAnswers: { any, enough } }: QuizSources): string => {
  const by = 'Easier and harder go by first answers, yours and those that others gave you in quizzes.';
  if (any === 0) return `${by} There are none yet, so chance decides.`;
  return `${by} Of ${available} facts ${any} ${any === 1 ? 'has' : 'have'} any, ${enough} five or more; the others count as middling.`;
};

type TicksProps = {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly (readonly [value: string, words: string])[];
  /** Those that are ticked; `null`, or none that is here: all. */
  readonly chosen: readonly string[] | null;
  readonly wrong: string | undefined;
};

/** Some of several; nothing where there is no choice. */
const Ticks = ({ name, label, choices, chosen, wrong }: TicksProps) => {
  const here = new Set(choices.flatMap(([value]) => (chosen?.includes(value) === true ? value : [])));
  if (choices.length < 2) return null;
  return (
    <fieldset className={classes.group} aria-describedby={wrong === undefined ? undefined : `wrong-${name}`}>
      <legend className={controls.label}>{label}</legend>
      <input type="hidden" name={`${name}Offered`} value={choices.length} />
      {choices.map(([value, words]) => (
        <label key={value} className={classes.tick}>
          <input
            type="checkbox"
            name={name}
            value={value}
            defaultChecked={here.size === 0 || here.has(value)}
          />{' '}
          {words}
        </label>
      ))}
      {wrong !== undefined && (
        <p id={`wrong-${name}`} className={controls.error}>
          {wrong}
        </p>
      )}
    </fieldset>
  );
};

type NumberFieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly most: number;
  readonly value: number | null;
  readonly wrong: string | undefined;
};

const NumberField = ({ name, label, hint, most, value, wrong }: NumberFieldProps) => {
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
        defaultValue={value ?? undefined}
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
