'use client';
import { useId, useState } from 'react';
import { REFUSALS, type Answered } from '@/lib/refusal';
import classes from './account.module.css';

type Outcome =
  | {
      readonly name: 'done';
      readonly decks: number;
      readonly facts: number;
      readonly reviews: number;
      readonly leftOut: number;
    }
  | { readonly name: 'unreadable'; readonly words: string };

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

const wordsOf = (answered: Answered<Outcome>): string => {
  if (!answered.ok) {
    if (answered.code === 'SAME_ARTICLE')
      return 'This account holds these decks already; nothing was changed.';
    return answered.code === 'TOO_LARGE' ? 'A file may have at most 64 MB.' : REFUSALS[answered.code];
  }
  if (answered.value.name === 'unreadable') return answered.value.words;
  const { decks, facts, reviews, leftOut } = answered.value;
  const rest =
    leftOut === 0 ? '' : ` Left out, since they hang on what is somebody else’s: ${counted(leftOut, 'row')}.`;
  return `Brought in: ${counted(decks, 'deck')}, ${counted(facts, 'fact')}, ${counted(reviews, 'row')} of the review log.${rest}`;
};

/** Brings a file of all data into this account. */
export const DataImport = () => {
  const id = useId();
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const bringIn = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setBusy(true);
    setSaid(null);
    try {
      const response = await fetch('/api/account/import', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: file,
      });
      setSaid(wordsOf((await response.json()) as Answered<Outcome>));
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
      setSaid('The server did not answer. Check the connection and try again.');
    }
    setBusy(false);
  };
  return (
    <div>
      <label htmlFor={id}>Bring in a file of all data, from here or from another server</label>
      <input
        id={id}
        type="file"
        accept=".json"
        disabled={busy}
        className={classes.file}
        onChange={(event) => {
          void bringIn(event.target.files?.[0]);
        }}
      />
      <p role="status">{busy ? 'Bringing it in …' : said}</p>
    </div>
  );
};
