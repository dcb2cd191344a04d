'use client';
import { useDeferredValue, useId, useMemo, useRef, type ReactNode } from 'react';
import controls from '@/components/controls/controls.module.css';
import { AMOUNTS, mostFacts, type Amount } from '@/lib/facts/amount';
import { findClutter, removeSpans } from '@/lib/formats/clutter';
import { countWords, MAX_WORDS } from '@/lib/formats/read-text';
import { REFUSALS } from '@/lib/refusal';
import type { ArticleDraft } from './article-draft';
import classes from './article.module.css';
import { BroughtInNotes } from './brought-in-notes';
import { ClutterList } from './clutter-list';

export type DeckOption = { readonly id: string; readonly title: string };

type CorrectFormProps = {
  readonly draft: ArticleDraft;
  readonly decks: readonly DeckOption[];
  readonly busy: boolean;
  readonly onChange: (draft: ArticleDraft) => void;
  /** The text as it is to be read: corrected, without the clutter. */
  readonly onRead: (text: string) => void;
  /** What stands where the buttons are: them, or how far the reading has come. */
  readonly children: ReactNode;
};

const AMOUNT_WORDS: Readonly<Record<Amount, string>> = {
  best: 'The best ones',
  fewer: 'Fewer',
  more: 'More',
  all: 'All that are found',
};

/** The amount in words, with the number that it comes to in a text of `words` words. */
const amountInWords = (amount: Amount, words: number): string => {
  const most = mostFacts(amount, words);
  return Number.isFinite(most) && most > 0 ? `${AMOUNT_WORDS[amount]}, up to ${most}` : AMOUNT_WORDS[amount];
};

/** In a short text "fewer" and "more" may come to the same number as "the best": then they say nothing. */
const offeredAmounts = (words: number, chosen: Amount): readonly Amount[] =>
  AMOUNTS.filter(
    (amount) =>
      amount === chosen ||
      amount === 'best' ||
      AMOUNTS.every((other) => other === amount || mostFacts(other, words) !== mostFacts(amount, words)),
  );

const clutterOf = (text: string, keptLines: readonly string[]) =>
  findClutter(text).map(({ span, kind }) => {
    const line = text.slice(span.start, span.end);
    return { text: line, kind, span, removed: !keptLines.includes(line) };
  });

/** The text before it is read: its title, where it goes, what is taken out, and the text itself to be mended. */
export const CorrectForm = ({ draft, decks, busy, onChange, onRead, children }: CorrectFormProps) => {
  const id = useId();
  const text = useDeferredValue(draft.text);
  const clutter = useMemo(() => clutterOf(text, draft.keptLines), [text, draft.keptLines]);
  const words = useMemo(
    () =>
      countWords(
        removeSpans(
          text,
          clutter.filter((line) => line.removed).map((line) => line.span),
        ),
      ),
    [text, clutter],
  );
  const lines = useMemo(() => [...new Map(clutter.map((line) => [line.text, line])).values()], [clutter]);
  const problem = words === 0 ? REFUSALS.EMPTY_TEXT : words > MAX_WORDS ? REFUSALS.TOO_LONG : null;
  const textArea = useRef<HTMLTextAreaElement>(null);

  const read = (): void => {
    if (busy) return;
    if (problem !== null) {
      textArea.current?.focus();
      return;
    }
    const removed = clutterOf(draft.text, draft.keptLines).filter((line) => line.removed);
    onRead(
      removeSpans(
        draft.text,
        removed.map((line) => line.span),
      ),
    );
  };

  return (
    <form
      className={controls.stack}
      onSubmit={(event) => {
        event.preventDefault();
        read();
      }}
    >
      <BroughtInNotes draft={draft} />
      <div className={classes.heads}>
        <div className={controls.field}>
          <label htmlFor={`${id}-title`} className={controls.label}>
            Title
          </label>
          <input
            id={`${id}-title`}
            className={controls.input}
            required
            maxLength={200}
            readOnly={busy}
            value={draft.title}
            onChange={(event) => {
              onChange({ ...draft, title: event.target.value });
            }}
          />
        </div>
        <div className={controls.field}>
          <label htmlFor={`${id}-amount`} className={controls.label}>
            How many facts?
          </label>
          <select
            id={`${id}-amount`}
            className={controls.input}
            disabled={busy}
            value={draft.amount}
            onChange={(event) => {
              const amount = AMOUNTS.find((known) => known === event.target.value);
              if (amount !== undefined) onChange({ ...draft, amount });
            }}
          >
            {offeredAmounts(words, draft.amount).map((amount) => (
              <option key={amount} value={amount}>
                {amountInWords(amount, words)}
              </option>
            ))}
          </select>
        </div>
        <div className={controls.field}>
          <label htmlFor={`${id}-deck`} className={controls.label}>
            Deck
          </label>
          <select
            id={`${id}-deck`}
            className={controls.input}
            disabled={busy}
            value={draft.deckId ?? ''}
            onChange={(event) => {
              onChange({ ...draft, deckId: event.target.value });
            }}
          >
            <option value="">New deck with this title</option>
            {decks.map((deck) => (
              <option key={deck.id} value={deck.id}>
                {deck.title}
              </option>
            ))}
          </select>
        </div>
      </div>
      {lines.length > 0 && (
        <ClutterList
          lines={lines}
          onToggle={(line) => {
            const others = draft.keptLines.filter((keptLine) => keptLine !== line);
            const keptLines = others.length < draft.keptLines.length ? others : [...others, line];
            onChange({ ...draft, keptLines });
          }}
        />
      )}
      <div className={controls.field}>
        <label htmlFor={`${id}-text`} className={controls.label}>
          Text
        </label>
        <textarea
          ref={textArea}
          id={`${id}-text`}
          className={`${controls.input ?? ''} ${classes.text ?? ''}`}
          readOnly={busy}
          value={draft.text}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-words`}
          onChange={(event) => {
            onChange({ ...draft, text: event.target.value });
          }}
        />
        <p id={`${id}-words`} className={problem === null ? controls.hint : controls.error}>
          {problem ?? `${words.toLocaleString('en')} ${words === 1 ? 'word' : 'words'} will be read.`}
        </p>
      </div>
      <div className={classes.foot}>{children}</div>
    </form>
  );
};
