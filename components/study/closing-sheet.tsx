import Link from 'next/link';
import controls from '@/components/controls/controls.module.css';
import { Evidence } from '@/components/evidence/evidence';
import type { DayFrame } from '@/lib/memory/days';
import { dueInWords, heldBackInWords } from './due-words';
import { firstDue, missedCards, type Session } from './session';
import classes from './study.module.css';

type ClosingSheetProps = {
  readonly session: Session;
  readonly more: number;
  readonly nextDue: number | null;
  readonly heldBack: number;
  /** How the backlog is worked off, in words; `null` where nothing waits. */
  readonly plan: string | null;
  readonly frame: DayFrame;
  readonly busy: boolean;
  readonly onUndo: () => void;
};

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The end of a sitting: how it went, what was missed with its sentence, and when it goes on. */
export const ClosingSheet = ({
  session,
  more,
  nextDue,
  heldBack,
  plan,
  frame,
  busy,
  onUndo,
}: ClosingSheetProps) => {
  const missed = missedCards(session);
  const facts = new Set(session.answered.map(({ card }) => card.factId)).size;
  const isPractice = session.answered.some(({ card }) => card.mode === 'practice');
  const due = isPractice ? [] : [firstDue(session), nextDue].filter((time) => time !== null);
  const next = due.length === 0 ? null : new Date(Math.min(...due));
  return (
    <section aria-labelledby="closing">
      <h2 id="closing" className={classes.closing}>
        {more > 0 ? 'A good stretch is done' : 'Done for now'}
      </h2>
      <p>
        You answered {counted(session.answered.length, 'card', 'cards')} on {counted(facts, 'fact', 'facts')}
        {missed.length === 0 ? ' and forgot none.' : `; ${missed.length} did not come at once.`}{' '}
        {more > 0
          ? `${counted(more, 'card is', 'cards are')} still due.`
          : next !== null && `The next is due ${dueInWords(next, new Date(), frame)}.`}
        {more === 0 && plan !== null && ` ${plan} New facts wait until then.`}
        {more === 0 && plan === null && heldBack > 0 && ` ${heldBackInWords(heldBack)} for another day.`}
      </p>
      <div className={controls.row}>
        {more > 0 && (
          <button
            type="button"
            className={`${controls.button} ${controls.primary}`}
            onClick={() => {
              location.reload();
            }}
          >
            Go on
          </button>
        )}
        <Link href="/study/aside" className={controls.button}>
          Set aside
        </Link>
        <Link href="/" className={more > 0 ? controls.button : `${controls.button} ${controls.primary}`}>
          Back to decks
        </Link>
        {session.answered.length > 0 && (
          <button type="button" className={controls.button} aria-disabled={busy} onClick={onUndo}>
            Undo last <kbd className={classes.key}>U</kbd>
          </button>
        )}
      </div>
      {missed.length > 0 && (
        <>
          <h3 className={classes.missed}>What you missed</h3>
          <ul className={classes.list}>
            {missed.map((card) => (
              <li key={card.factId}>
                <p className={classes.missedAnswer}>{card.answer}</p>
                <Evidence proof={card.proof} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
