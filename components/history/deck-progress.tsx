import type { Route } from 'next';
import Link from 'next/link';
import classes from './history.module.css';
import { count } from './moments';

export type DeckStanding = {
  readonly deckId: string;
  readonly title: string;
  readonly fresh: number;
  readonly learning: number;
  readonly known: number;
};

const KINDS = [
  { name: 'known', label: 'Known' },
  { name: 'learning', label: 'Learning' },
  { name: 'fresh', label: 'New' },
] as const;

/** How many facts of each deck are known, being learned and new: a bar with its numbers, and a table. */
export const DeckProgress = ({ decks }: { decks: readonly DeckStanding[] }) => (
  <>
    <p className={classes.legend} aria-hidden="true">
      {KINDS.map(({ name, label }) => (
        <span key={name}>
          <svg width="14" height="14">
            <rect x="0.5" y="0.5" width="13" height="13" rx="3" className={classes[name]} />
          </svg>
          {label}
        </span>
      ))}
    </p>
    <ul className={classes.decks}>
      {decks.map((deck) => (
        <li key={deck.deckId}>
          <div className={classes.deckHead}>
            <Link href={`/decks/${deck.deckId}` as Route}>{deck.title}</Link>
            <span>{standingWords(deck)}</span>
          </div>
          <StackedBar deck={deck} />
        </li>
      ))}
    </ul>
    <details className={classes.details}>
      <summary>Facts by deck as a table</summary>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Deck</th>
            {KINDS.map(({ name, label }) => (
              <th key={name} scope="col" className={classes.number}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {decks.map((deck) => (
            <tr key={deck.deckId}>
              <th scope="row">{deck.title}</th>
              {KINDS.map(({ name }) => (
                <td key={name} className={classes.number}>
                  {deck[name]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  </>
);

const standingWords = ({ fresh, learning, known }: DeckStanding): string =>
  fresh + learning + known === 0
    ? 'no facts kept yet'
    : `${known} known, ${learning} learning, ${fresh} new of ${count(fresh + learning + known, 'fact')}`;

const StackedBar = ({ deck }: { deck: DeckStanding }) => {
  const all = Math.max(1, deck.fresh + deck.learning + deck.known);
  const parts = KINDS.map(({ name }, index) => ({
    name,
    from: KINDS.slice(0, index).reduce((sum, kind) => sum + deck[kind.name], 0),
    size: deck[name],
  }));
  return (
    <svg className={classes.stack} aria-hidden="true">
      {parts.map(({ name, from, size }) =>
        size === 0 ? null : (
          <rect
            key={name}
            x={`${(from / all) * 100}%`}
            width={`${(size / all) * 100}%`}
            height="100%"
            className={classes[name]}
          />
        ),
      )}
      {parts.every(({ size }) => size === 0) && (
        <rect width="100%" height="100%" className={classes.fresh} strokeDasharray="4 4" />
      )}
    </svg>
  );
};
