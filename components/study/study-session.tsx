'use client';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Dialog } from '@/components/controls/dialog';
import controls from '@/components/controls/controls.module.css';
import { Evidence } from '@/components/evidence/evidence';
import type { DayFrame } from '@/lib/memory/days';
import type { Rating } from '@/lib/model';
import type { StudySettings } from '@/lib/memory/study-settings';
import type { StudyCard } from '@/lib/memory/study-card';
import { ClosingSheet } from './closing-sheet';
import { FlagDialog } from './flag-dialog';
import { Flashcard } from './flashcard';
import { LeechDialog } from './leech-dialog';
import { cardsLeft } from './session';
import { GradeButton, ToolButton } from './study-buttons';
import classes from './study.module.css';
import type { StudyActions } from './study-actions';
import { useStudy } from './use-study';

export type StudySessionProps = {
  readonly cards: readonly StudyCard[];
  /** Cards that are due beyond these. */
  readonly more: number;
  /** When the next card is due that is not among these; milliseconds since 1970. */
  readonly nextDue: number | null;
  /** Facts never seen that wait for another day. */
  readonly heldBack: number;
  /** How the backlog is worked off, in words; `null` where nothing waits. */
  readonly plan: string | null;
  /** The server's clock when it chose the cards; milliseconds since 1970. */
  readonly startedAt: number;
  readonly frame: DayFrame;
  readonly buttons: StudySettings['buttons'];
  readonly actions: StudyActions;
};

/** The answers that a person grades themselves by, from worst to best. */
const GRADES: Readonly<Record<StudySettings['buttons'], readonly { rating: Rating; name: string }[]>> = {
  two: [
    { rating: 'again', name: 'Forgot' },
    { rating: 'good', name: 'Knew it' },
  ],
  four: [
    { rating: 'again', name: 'Forgot' },
    { rating: 'hard', name: 'Hard' },
    { rating: 'good', name: 'Good' },
    { rating: 'easy', name: 'Easy' },
  ],
};

/** A sitting: card after card, then what was missed and when it goes on. */
export const StudySession = ({
  cards,
  more,
  nextDue,
  heldBack,
  plan,
  startedAt,
  frame,
  buttons,
  actions,
}: StudySessionProps) => {
  const grades = GRADES[buttons];
  const study = useStudy(cards, startedAt, actions);
  const { session, busy, trouble, signedOut, news, reveal, grade, undo } = study;
  const { current, revealed, answered } = session;
  const [proving, setProving] = useState(false);
  const [flagging, setFlagging] = useState(false);
  /** The option that was chosen on the card of this fact. */
  const [choice, setChoice] = useState({ factId: '', option: '' });
  const stage = useRef<HTMLDivElement>(null);
  const touched = useRef(false);
  const canUndo = answered.length > 0 && !busy;

  const pick = (option: string) => {
    setChoice({ factId: current?.factId ?? '', option });
    reveal();
  };
  const turn = () => {
    if (!revealed) setChoice({ factId: '', option: '' });
    reveal();
  };

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (flagging || study.leech !== null) return;
    if (proving) {
      if (event.key.toLowerCase() === 'e') setProving(false);
      return;
    }
    const target = event.target instanceof Element ? event.target : null;
    const key = event.key.toLowerCase();
    const onControl = target?.closest('a, button, input, textarea, select') !== null;
    if (key === ' ' || key === 'enter') {
      if (onControl || current === null) return;
      event.preventDefault(); // the page does not scroll
      turn();
    } else if (current !== null && !revealed && /^[1-9]$/.test(key)) {
      const option = current.options[Number(key) - 1];
      if (option === undefined) return;
      pick(option);
    } else if (/^[1-4]$/.test(key)) {
      const chosen = grades[Number(key) - 1];
      if (chosen === undefined) return;
      grade(chosen.rating);
    } else if (key === 'u') undo();
    else if (key === 'e' && current !== null && revealed) setProving(true);
    else if (key === 'b' && current !== null) study.setAside(current, 'bury');
    else if (key === 's' && current !== null) study.setAside(current, 'suspend');
    else if (key === 'f' && current !== null) setFlagging(true);
    else return;
    touched.current = true;
  });

  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, []);

  // The button that had the focus is gone after a step: the focus goes to what the step has shown.
  useEffect(() => {
    if (touched.current) stage.current?.focus({ preventScroll: true });
  }, [current, revealed]);

  const byHand = (act: () => void) => () => {
    touched.current = true;
    act();
  };

  const left = cardsLeft(session) + more;
  return (
    <div className={classes.study}>
      <h1 className={classes.unseen}>Study</h1>
      <p className={classes.progress}>
        <span className={classes.deck}>{current?.deckTitle ?? ''}</span>
        {current !== null && <span className={classes.left}>{left} left</span>}
      </p>
      <div ref={stage} tabIndex={-1} className={classes.stage}>
        {current === null ? (
          <ClosingSheet
            session={session}
            more={more}
            nextDue={nextDue}
            heldBack={heldBack}
            plan={plan}
            frame={frame}
            busy={busy}
            onUndo={byHand(undo)}
          />
        ) : (
          <Flashcard
            card={current}
            revealed={revealed}
            picked={revealed && choice.factId === current.factId ? choice.option : null}
            onPick={(option) => {
              byHand(() => {
                pick(option);
              })();
            }}
          />
        )}
      </div>
      {current !== null && (
        <>
          <div className={classes.bar}>
            {revealed ? (
              grades.map(({ rating, name }, index) => (
                <GradeButton
                  key={rating}
                  name={name}
                  sign={String(index + 1)}
                  busy={busy}
                  onClick={byHand(() => {
                    grade(rating);
                  })}
                >
                  {current.intervals[rating].words}
                </GradeButton>
              ))
            ) : (
              <button
                type="button"
                className={`${controls.button} ${controls.primary} ${classes.reveal}`}
                onClick={byHand(turn)}
              >
                Show answer <kbd className={classes.key}>Space</kbd>
              </button>
            )}
          </div>
          <div className={classes.tools}>
            <ToolButton
              name="Undo"
              sign="U"
              title="Take the last answer back"
              off={!canUndo}
              onClick={byHand(undo)}
            />
            <ToolButton
              name="Evidence"
              sign="E"
              title="The sentence that it comes from"
              off={!revealed}
              onClick={() => {
                if (revealed) setProving(true);
              }}
            />
            <ToolButton
              name="Bury"
              sign="B"
              title="Not again before tomorrow"
              onClick={byHand(() => {
                study.setAside(current, 'bury');
              })}
            />
            <ToolButton
              name="Suspend"
              sign="S"
              title="Not again until you take it in"
              onClick={byHand(() => {
                study.setAside(current, 'suspend');
              })}
            />
            <ToolButton
              name={current.flag === null ? 'Flag' : `Flag: ${current.flag}`}
              sign="F"
              title="Mark this card"
              onClick={() => {
                setFlagging(true);
              }}
            />
          </div>
        </>
      )}
      <p className={classes.trouble} role="status">
        {trouble}
        {signedOut && (
          <>
            {' '}
            <a
              href={`/sign-in?next=${encodeURIComponent(window.location.pathname + window.location.search)}`}
            >
              Sign in
            </a>
          </>
        )}
      </p>
      <p className={classes.unseen} aria-live="polite">
        {news}
      </p>
      {flagging && current !== null && (
        <FlagDialog
          flag={current.flag}
          onChoose={(flag) => {
            setFlagging(false);
            study.setFlag(current, flag);
          }}
          onClose={() => {
            setFlagging(false);
          }}
        />
      )}
      {study.leech !== null && (
        <LeechDialog
          card={study.leech.card}
          lapses={study.leech.lapses}
          onSuspend={() => {
            if (study.leech !== null) study.setAside(study.leech.card, 'suspend');
            study.closeLeech();
          }}
          onClose={study.closeLeech}
        />
      )}
      {proving && current !== null && (
        <Dialog
          title="Where this comes from"
          onClose={() => {
            setProving(false);
          }}
        >
          <Evidence proof={current.proof} />
          <p className={classes.close}>
            <button
              type="button"
              className={controls.button}
              onClick={() => {
                setProving(false);
              }}
            >
              Back to the card <kbd className={classes.key}>Esc</kbd>
            </button>
          </p>
        </Dialog>
      )}
    </div>
  );
};
