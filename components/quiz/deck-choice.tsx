'use client';
import { useState } from 'react';
import controls from '@/components/controls/controls.module.css';
import classes from './quiz.module.css';

type Deck = { readonly id: string; readonly title: string };

export type DeckChoices = {
  /** Those that are asked of beside the first. */
  readonly chosen: readonly Deck[];
  /** More that could be. */
  readonly others: readonly Deck[];
};

type DeckChoiceProps = {
  readonly choices: DeckChoices;
  /** Called with the form when the choice changes. */
  readonly bring: (form: HTMLFormElement) => void;
};

/** Which other decks a quiz asks of as well; nothing where there is only one. */
export const DeckChoice = ({ choices: { chosen, others }, bring }: DeckChoiceProps) => {
  // In an order that does not change with what is ticked.
  const decks = [...chosen, ...others].sort(
    (a, b) => a.title.localeCompare(b.title) || (a.id < b.id ? -1 : 1),
  );
  // Unticking the last one must not close it under the pointer.
  const [isOpen] = useState(chosen.length > 0);
  const ticked = new Set(chosen.map(({ id }) => id));
  if (decks.length === 0) return null;
  return (
    <details className={classes.more} open={isOpen}>
      <summary>{chosen.length === 0 ? 'From other decks too' : `From ${chosen.length + 1} decks`}</summary>
      <fieldset className={classes.decks}>
        <legend className={controls.label}>Also from these decks</legend>
        {decks.map(({ id, title }) => (
          <label key={id} className={classes.tick}>
            <input
              type="checkbox"
              name="also"
              value={id}
              defaultChecked={ticked.has(id)}
              onChange={({ currentTarget: { form } }) => {
                if (form !== null) bring(form);
              }}
            />{' '}
            {title}
          </label>
        ))}
      </fieldset>
    </details>
  );
};
