import type { Route } from 'next';
import Link from 'next/link';
import controls from '@/components/controls/controls.module.css';
import { DeckMenu, type DeckMenuActions } from './deck-menu';
import classes from './home.module.css';

export type ShelfDeck = {
  readonly id: string;
  readonly title: string;
  readonly kept: number;
  readonly proposed: number;
  /** Seen before and due now, and never seen. */
  readonly due: number;
  readonly fresh: number;
};

const facts = (count: number): string => `${count} ${count === 1 ? 'fact' : 'facts'}`;

/** A deck on the shelf: what it holds, what waits, and the ways into it. */
export const DeckCard = ({ deck, actions }: { deck: ShelfDeck; actions: DeckMenuActions }) => {
  const waiting = deck.due + deck.fresh;
  const study = <Way href={`/study?deck=${deck.id}`} label="Study" deck={deck} main={waiting > 0} />;
  const open = <Way href={`/decks/${deck.id}`} label="Open" deck={deck} main={deck.kept === 0} />;
  return (
    <li className={classes.card}>
      <h2>
        <Link href={`/decks/${deck.id}`}>{deck.title}</Link>
      </h2>
      <p className={classes.counts}>
        {deck.kept === 0 && deck.proposed === 0 ? 'No facts yet' : `${facts(deck.kept)} kept`}
        {deck.proposed > 0 && `, ${deck.proposed} to look through`}
      </p>
      <p className={classes.due} data-waiting={waiting > 0}>
        {deck.due > 0 && `${deck.due} due now`}
        {deck.due > 0 && deck.fresh > 0 && ', '}
        {deck.fresh > 0 && `${deck.fresh} new`}
        {waiting === 0 && (deck.kept > 0 ? 'Nothing due now' : 'Keep some facts to study them')}
      </p>
      <div className={classes.ways}>
        {deck.kept > 0 && study}
        {deck.kept > 0 && <Way href={`/decks/${deck.id}/quiz`} label="Quiz" deck={deck} main={false} />}
        {open}
        <DeckMenu deckId={deck.id} title={deck.title} actions={actions} />
      </div>
    </li>
  );
};

type WayProps<T extends string> = { href: Route<T>; label: string; deck: ShelfDeck; main: boolean };

const Way = <T extends string>({ href, label, deck, main }: WayProps<T>) => (
  <Link
    href={href}
    className={`${controls.button ?? ''} ${main ? (controls.primary ?? '') : ''}`}
    aria-label={`${label}: ${deck.title}`}
  >
    {label}
  </Link>
);
