import Link from 'next/link';
import controls from '@/components/controls/controls.module.css';
import { PageHead } from '@/components/controls/page-head';
import type { Refused } from '@/lib/refusal';
import { DeckCard, type ShelfDeck } from './deck-card';
import type { DeckMenuActions } from './deck-menu';
import { DemoButton } from './demo-button';
import classes from './home.module.css';

type ShelfProps = {
  readonly decks: readonly ShelfDeck[];
  /** What the limits of the day leave for today, of all decks, and what waits for another day. */
  readonly part: { readonly today: number; readonly later: number };
  readonly actions: DeckMenuActions;
  readonly openDemo: () => Promise<Refused>;
};

/** A person's decks, or where there are none what to do first. */
export const Shelf = ({ decks, part: { today, later }, actions, openDemo }: ShelfProps) => {
  const waits = later === 0 ? '' : ` ${later} more ${later === 1 ? 'waits' : 'wait'} for another day.`;
  return (
    <>
      <PageHead
        title="Your decks"
        {...(decks.length > 0 && {
          lead: `${today > 0 ? `${today} to study now.` : 'Nothing is due now.'}${waits}`,
        })}
      >
        {today > 0 && (
          <Link href="/study" className={controls.button}>
            Study everything due
          </Link>
        )}
        <Link href="/import" className={controls.button}>
          Import cards
        </Link>
        <Link href="/new" className={`${controls.button ?? ''} ${controls.primary ?? ''}`}>
          New article
        </Link>
      </PageHead>
      {decks.length === 0 ? (
        <div className={classes.empty}>
          <h2>No decks yet</h2>
          <p>
            A deck begins with an article: add one, keep the facts that are worth knowing, then study them.
            The demo deck shows how it goes.
          </p>
          <DemoButton openDemo={openDemo} />
        </div>
      ) : (
        <>
          <ul className={classes.shelf}>
            {decks.map((deck) => (
              <DeckCard key={deck.id} deck={deck} actions={actions} />
            ))}
          </ul>
          <div className={classes.or}>
            <span>Want to try something out?</span>
            <DemoButton openDemo={openDemo} />
          </div>
        </>
      )}
    </>
  );
};
