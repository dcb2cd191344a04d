'use client';
import { useRouter } from 'next/navigation';
import Link from 'next/link';
import { useActionState, useId, useState } from 'react';
import controls from '@/components/controls/controls.module.css';
import { submitKept } from '@/components/controls/submit-kept';
import { MOST_QUESTIONS } from '@/lib/quiz/most-questions';
import type { QuizSettings } from '@/lib/quiz/settings';
import { fieldsOfForm, quizLink } from '@/lib/quiz/settings-link';
import { REFUSALS, type Refused } from '@/lib/refusal';
import { CopyLink } from './copy-link';
import { DeckChoice, type DeckChoices } from './deck-choice';
import classes from './quiz.module.css';
import { SettingsFields, type QuizSources } from './settings-fields';

export type StartFormProps = {
  readonly deckId: string;
  /** As they stand at first: the usual ones, or those of the link by which one came. */
  readonly settings: QuizSettings;
  /** Of that link: whether it says anything, and whether part of it means nothing here. */
  readonly told: { readonly isSaid: boolean; readonly isPartWrong: boolean; readonly isPartGone: boolean };
  /** Facts that can be asked. */
  readonly available: number;
  /** Decks beside the first. */
  readonly decks: DeckChoices;
  readonly sources: QuizSources;
  /** A quiz on this deck that is not handed in. */
  readonly open: { readonly id: string; readonly answered: number; readonly total: number } | null;
  readonly start: (before: Refused | null, form: FormData) => Promise<Refused>;
};

/** How many questions, and off. It works before its script has come. */
export const StartForm = (props: StartFormProps) => {
  const { deckId, settings, told, available, decks, sources, open, start } = props;
  const [refused, send, pending] = useActionState(start, null);
  // What another deck brings must not open what was closed.
  const [isSaid] = useState(told.isSaid);
  const router = useRouter();
  const id = useId();
  const most = Math.min(available, MOST_QUESTIONS);
  const wrong = refused === null ? null : (refused.fields?.count ?? REFUSALS[refused.code]);
  const isWrongInside = Object.keys(refused?.fields ?? {}).some((field) => field !== 'count');
  /** Brings the articles and kinds of fact of the decks that are ticked now; what is filled in stays. */
  const bring = (form: HTMLFormElement): void => {
    const data = new FormData(form);
    for (const field of ['articleIds', 'articleIdsOffered', 'kinds', 'kindsOffered']) data.delete(field);
    const fields = fieldsOfForm(data);
    router.replace(quizLink(deckId, fields), { scroll: false });
  };
  return (
    <>
      {open !== null && (
        <p className={classes.resume}>
          <span>
            A quiz on this deck is not handed in: {open.answered} of {open.total} answered.
          </span>
          <Link href={`/attempts/${open.id}`} className={controls.button}>
            Go on with it
          </Link>
        </p>
      )}
      {(told.isPartWrong || told.isPartGone) && (
        <p role="status" className={classes.partly}>
          {told.isPartWrong && 'Part of this link is no setting of a quiz; the usual stands in its place. '}
          {told.isPartGone && 'Part of what this link asks about is not here, or not yours, and is left out.'}
        </p>
      )}
      <form action={send} onSubmit={submitKept(send, pending)} className={classes.start}>
        <div className={controls.field}>
          <label htmlFor={id} className={controls.label}>
            Number of questions
          </label>
          <input
            id={id}
            name="count"
            type="number"
            inputMode="numeric"
            min={1}
            max={MOST_QUESTIONS}
            defaultValue={isSaid ? settings.count : Math.max(1, Math.min(settings.count, most))}
            required
            className={controls.input}
            aria-describedby={`${id}-hint`}
            aria-invalid={wrong !== null}
          />
          <p id={`${id}-hint`} className={controls.hint}>
            {mostInWords(most)}
          </p>
        </div>
        <DeckChoice choices={decks} bring={bring} />
        <details className={classes.more} open={isWrongInside || isSaid}>
          <summary>More settings</summary>
          <SettingsFields settings={settings} wrong={refused?.fields ?? {}} sources={sources} />
        </details>
        {wrong !== null && (
          <p role="alert" className={controls.error}>
            {wrong}
          </p>
        )}
        <button type="submit" aria-disabled={pending} className={`${controls.button} ${controls.primary}`}>
          {pending ? 'Starting' : 'Start the quiz'}
        </button>
        <CopyLink linkOf={(form) => quizLink(deckId, fieldsOfForm(new FormData(form)))} />
      </form>
    </>
  );
};

const mostInWords = (most: number): string => {
  if (most === 0) return 'Nothing of this deck can be asked yet; choose another beside it.';
  return most === 1 ? 'One fact can be asked.' : `Up to ${most}, each on another fact.`;
};
