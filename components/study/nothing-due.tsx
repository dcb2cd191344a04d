import Link from 'next/link';
import controls from '@/components/controls/controls.module.css';
import { PageHead } from '@/components/controls/page-head';
import type { DayFrame } from '@/lib/memory/days';
import { dueInWords, heldBackInWords } from './due-words';

type NothingDueProps = {
  /** The deck that was asked for; `null`: all of them. */
  readonly deck: { readonly id: string; readonly title: string } | null;
  readonly nextDue: Date | null;
  /** Facts never seen that wait for another day. */
  readonly heldBack: number;
  /** How the backlog is worked off, in words; `null` where nothing waits. */
  readonly plan: string | null;
  readonly now: Date;
  readonly frame: DayFrame;
};

/** The study page where there is nothing to study: why, and what to do next. */
export const NothingDue = ({ deck, nextDue, heldBack, plan, now, frame }: NothingDueProps) => {
  const begun = nextDue !== null || heldBack > 0 || plan !== null;
  const where = deck === null ? 'in your decks' : `in “${deck.title}”`;
  const lead = begun
    ? [
        plan === null ? '' : `${plan} New facts wait until then.`,
        nextDue === null || plan !== null ? '' : `The next card is due ${dueInWords(nextDue, now, frame)}.`,
        heldBack === 0 || plan !== null
          ? ''
          : `You have met today’s new facts; ${heldBackInWords(heldBack)} for another day.`,
      ]
        .filter((sentence) => sentence !== '')
        .join(' ')
    : `No fact is kept ${where} yet. Open a deck and keep the facts that you want to remember; then they come here.`;
  return (
    <PageHead
      title={plan !== null ? 'Today’s reviews are done' : begun ? 'Nothing is due' : 'Nothing to study yet'}
      lead={lead}
    >
      {deck !== null && (
        <Link href={`/decks/${deck.id}`} className={`${controls.button} ${controls.primary}`}>
          Open the deck
        </Link>
      )}
      {begun && deck !== null && (
        <Link href={`/study?practice=${deck.id}`} className={controls.button}>
          Practise anyway
        </Link>
      )}
      {begun && (
        <Link href="/study/aside" className={controls.button}>
          Set aside
        </Link>
      )}
      <Link href="/" className={deck === null ? `${controls.button} ${controls.primary}` : controls.button}>
        {begun || deck !== null ? 'Back to decks' : 'Open your decks'}
      </Link>
    </PageHead>
  );
};
