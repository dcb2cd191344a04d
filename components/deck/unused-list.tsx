'use client';
import { useState } from 'react';
import controls from '@/components/controls/controls.module.css';
import classes from './unused-list.module.css';
import type { UnusedSentence } from './unused-sentences';

type UnusedListProps = {
  readonly sentences: readonly UnusedSentence[];
  readonly onUse: (sentence: UnusedSentence) => void;
};

const inWords = (reasons: readonly string[]): string => {
  const all = reasons.map((reason) => reason.replace(/\.$/, '')).join('; ');
  return `${all.slice(0, 1).toUpperCase()}${all.slice(1)}.`;
};

/** An honest list of what was not used and why, folded; from each a question can be made by hand. */
export const UnusedList = ({ sentences, onUse }: UnusedListProps) => {
  const [open, setOpen] = useState(false);
  if (sentences.length === 0) return null;
  return (
    <details
      className={classes.unused}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>Sentences not used ({sentences.length})</summary>
      {/* Drawn once someone wants to see them: a long article has thousands. */}
      {open && (
        <ul aria-label="Sentences not used">
          {sentences.map((sentence) => (
            <li key={sentence.span.start}>
              <p className={classes.sentence}>{sentence.statement}</p>
              <p className={classes.reason}>{inWords(sentence.reasons)}</p>
              <button
                type="button"
                className={`${controls.button ?? ''} ${controls.small ?? ''}`}
                aria-label={`Use it: ${sentence.statement}`}
                onClick={() => {
                  onUse(sentence);
                }}
              >
                Use it
              </button>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
};
