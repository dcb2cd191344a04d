'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import controls from '@/components/controls/controls.module.css';
import { keep, useKept } from '@/components/controls/kept';
import { DRAFT_KEY, NO_DRAFT, toDraft, withTitle, type ArticleDraft } from './article-draft';
import classes from './article.module.css';
import { CorrectForm, type DeckOption } from './correct-form';
import { ModelChoice } from './model-choice';
import { PasteBox } from './paste-box';
import { ReadingProgress } from './reading-progress';
import { useReading } from './use-reading';

type ArticleImporterProps = {
  readonly decks: readonly DeckOption[];
  /** The deck that the person came from. */
  readonly deckId: string | null;
  /** What the language model is called that may be asked, if there is one. */
  readonly model: string | null;
};

/** An article's way in: paste or choose it, correct what was taken over, have it read. */
export const ArticleImporter = ({ decks, deckId, model }: ArticleImporterProps) => {
  const router = useRouter();
  const kept = useKept('session', DRAFT_KEY, toDraft);
  const chosen = kept.deckId ?? deckId ?? '';
  const draft = { ...kept, deckId: decks.some((deck) => deck.id === chosen) ? chosen : '' };
  const change = (next: ArticleDraft): void => {
    keep('session', DRAFT_KEY, next);
  };

  // What was typed is forgotten on leaving, not on saving: until the deck opens it stays in view.
  const added = useRef(false);
  useEffect(
    () => () => {
      if (added.current) keep('session', DRAFT_KEY, null);
    },
    [],
  );
  const reading = useReading((newDeckId, hasWords) => {
    const [next, ...waiting] = draft.waiting;
    if (next !== undefined) {
      // The others that were brought in with it follow it into its deck.
      const { amount, withModel } = draft;
      change({ ...next, amount, withModel, waiting, deckId: newDeckId });
      router.replace(`/new?deck=${newDeckId}`);
      return 'next';
    }
    added.current = true;
    sessionStorage.removeItem(DRAFT_KEY);
    if (!hasWords) router.push(`/decks/${newDeckId}`);
    return 'done';
  });

  const read = (text: string, again: boolean): void => {
    const title = draft.title.trim();
    void reading.start({
      title,
      text,
      source: draft.source,
      origin: draft.origin,
      deck: draft.deckId === '' ? { name: 'new', title } : { name: 'existing', id: draft.deckId },
      amount: draft.amount,
      model: model !== null && draft.withModel,
      again,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  };

  const { state } = reading;
  if (state.name === 'told') {
    return (
      <div className={controls.stack}>
        <p className={controls.notice} role="status">
          {state.words}
        </p>
        <Link
          href={`/decks/${state.deckId}`}
          className={`${controls.button ?? ''} ${controls.primary ?? ''} ${classes.open ?? ''}`}
        >
          Open the deck
        </Link>
      </div>
    );
  }
  if (draft.step === 'paste') {
    return (
      <PasteBox
        rows={18}
        text={draft.text}
        onType={(text) => {
          change({ ...draft, text, deckId: kept.deckId });
        }}
        onDraft={(next) => {
          change({ ...next, deckId: kept.deckId });
        }}
      />
    );
  }
  return (
    <CorrectForm
      draft={draft}
      decks={decks}
      busy={state.name === 'reading'}
      onChange={change}
      onRead={(text) => {
        read(text, state.name === 'known');
      }}
    >
      {state.name === 'reading' ? (
        <ReadingProgress progress={state.progress} onCancel={reading.cancel} />
      ) : (
        <>
          {state.name === 'refused' && (
            <p className={controls.notice} role="alert">
              {state.message}
            </p>
          )}
          {state.name === 'known' && (
            <p className={controls.notice} role="alert">
              You have this article already, in the deck{' '}
              <Link href={`/decks/${state.deckId}`} className={classes.link}>
                {state.title}
              </Link>
              . You can read it again all the same.
            </p>
          )}
          {model !== null && (
            <ModelChoice
              model={model}
              checked={draft.withModel}
              onChange={(withModel) => {
                change({ ...draft, withModel });
              }}
            />
          )}
          <div className={controls.row}>
            <button type="submit" className={`${controls.button ?? ''} ${controls.primary ?? ''}`}>
              {state.name === 'known' ? 'Read it again' : 'Read it'}
            </button>
            <button
              type="button"
              className={controls.button}
              onClick={() => {
                change({ ...NO_DRAFT, text: withTitle(draft), deckId: kept.deckId });
              }}
            >
              Back
            </button>
          </div>
        </>
      )}
    </CorrectForm>
  );
};
