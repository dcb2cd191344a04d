import Link from 'next/link';
import controls from '@/components/controls/controls.module.css';
import type { AsideFact } from '@/lib/memory/aside';
import { LEECH_AT } from '@/lib/memory/leech';
import classes from './study.module.css';

type AsideListProps = {
  readonly facts: readonly AsideFact[];
  /** So many are listed at most. */
  readonly most: number;
  readonly takeIn: (factId: string) => Promise<void>;
  readonly unflag: (factId: string) => Promise<void>;
};

const reasons = ({ suspended, buried, flag, lapses }: AsideFact): string =>
  [
    suspended ? 'suspended' : '',
    buried ? 'buried until tomorrow' : '',
    flag === null ? '' : `flagged ${flag}`,
    lapses >= LEECH_AT ? `forgotten ${lapses} times` : '',
  ]
    .filter((reason) => reason !== '')
    .join(', ');

/** Facts that stand out, each with the reason and the way back. Plain forms, so that they work without a script. */
export const AsideList = ({ facts, most, takeIn, unflag }: AsideListProps) => {
  if (facts.length === 0) {
    return (
      <p>
        Nothing is set aside. While you study, B buries a card until tomorrow, S suspends it and F flags it.{' '}
        <Link href="/study">Study</Link>
      </p>
    );
  }
  return (
    <>
      {facts.length === most && <p>The first {most} are listed.</p>}
      <ul className={classes.list} aria-label="Facts set aside">
        {facts.map((fact) => (
          <li key={fact.id} className={classes.aside}>
            <p className={classes.asideHead}>
              <Link href={`/decks/${fact.deckId}`}>{fact.deckTitle}</Link>: {reasons(fact)}
            </p>
            <p>{fact.statement}</p>
            <div className={controls.row}>
              {(fact.suspended || fact.buried) && (
                <form action={takeIn.bind(null, fact.id)}>
                  <button type="submit" className={`${controls.button} ${controls.small}`}>
                    Take it in again
                  </button>
                </form>
              )}
              {fact.flag !== null && (
                <form action={unflag.bind(null, fact.id)}>
                  <button type="submit" className={`${controls.button} ${controls.small}`}>
                    Take the flag off
                  </button>
                </form>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
};
