'use client';
import { useEffect, useRef, useState } from 'react';
import controls from '@/components/controls/controls.module.css';
import type { DayFrame } from '@/lib/memory/days';
import type { StudySettings } from '@/lib/memory/study-settings';
import type { StudyCard } from '@/lib/memory/study-card';
import { CardTools } from './card-tools';
import { ClosingSheet } from './closing-sheet';
import { EvidenceDialog } from './evidence-dialog';
import { FlagDialog } from './flag-dialog';
import { Flashcard } from './flashcard';
import { GRADES } from './grades';
import { KeySheet } from './key-sheet';
import { LeechDialog } from './leech-dialog';
import { cardsLeft } from './session';
import { GradeButton } from './study-buttons';
import classes from './study.module.css';
import type { StudyActions } from './study-actions';
import { useHandsFree } from './use-hands-free';
import { useStudy } from './use-study';
import { useStudyKeys } from './use-study-keys';
import { useSwipe } from './use-swipe';

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
  const [dialog, setDialog] = useState<'evidence' | 'flag' | 'keys' | null>(null);
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

  const onCard = (act: (card: StudyCard) => void) => (): boolean => {
    if (current === null) return false;
    act(current);
    return true;
  };
  const onOwnCard = (act: (card: StudyCard) => void) => (): boolean =>
    current?.isGiven !== true && onCard(act)();
  useStudyKeys({
    blocked: dialog !== null || study.leech !== null,
    turn: onCard(turn),
    choose: (index) => {
      if (current === null) return false;
      if (revealed) {
        const chosen = grades[index];
        if (chosen !== undefined) grade(chosen.rating);
        return chosen !== undefined;
      }
      const option = current.options[index];
      if (option !== undefined) pick(option);
      return option !== undefined;
    },
    letters: {
      u: () => {
        undo();
        return true;
      },
      e: onCard(() => {
        if (revealed) setDialog('evidence');
      }),
      b: onOwnCard((card) => {
        study.setAside(card, 'bury');
      }),
      s: onOwnCard((card) => {
        study.setAside(card, 'suspend');
      }),
      f: onOwnCard(() => {
        setDialog('flag');
      }),
      h: onCard(() => {
        handsFree.toggle();
      }),
      '?': () => {
        setDialog('keys');
        return true;
      },
      'close e': () => {
        if (dialog === 'evidence') setDialog(null);
        return true;
      },
    },
    onDone: () => {
      touched.current = true;
    },
  });

  const handsFree = useHandsFree({
    card: current,
    revealed,
    paused: dialog !== null || study.leech !== null || busy,
    onReveal: turn,
    onSkip: study.skip,
  });
  const swipe = useSwipe({
    onTap: revealed ? null : turn,
    onLeft: revealed
      ? () => {
          grade('again');
        }
      : null,
    onRight: revealed
      ? () => {
          grade('good');
        }
      : null,
  });

  // The button that had the focus is gone after a step: the focus goes to what the step has shown.
  useEffect(() => {
    if (touched.current) stage.current?.focus({ preventScroll: true });
  }, [current, revealed]);

  const byHand = (act: () => void) => () => {
    touched.current = true;
    act();
  };

  const left = cardsLeft(session) + more;
  const closeDialog = () => {
    setDialog(null);
  };
  return (
    <div className={classes.study}>
      <h1 className={controls.unseen}>Study</h1>
      <p className={classes.progress}>
        <span className={classes.deck}>
          {current?.mode === 'practice' && 'Practice, your schedule stays as it is: '}
          {current?.deckTitle ?? ''}
        </span>
        {current !== null && <span className={classes.left}>{left} left</span>}
      </p>
      <div ref={stage} tabIndex={-1} className={classes.stage} {...swipe}>
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
          <CardTools
            flag={current.flag}
            revealed={revealed}
            handsFree={handsFree}
            undo={canUndo ? byHand(undo) : null}
            onEvidence={() => {
              setDialog('evidence');
            }}
            own={
              current.isGiven === true
                ? null
                : {
                    onBury: byHand(() => {
                      study.setAside(current, 'bury');
                    }),
                    onSuspend: byHand(() => {
                      study.setAside(current, 'suspend');
                    }),
                    onFlag: () => {
                      setDialog('flag');
                    },
                  }
            }
            onKeys={() => {
              setDialog('keys');
            }}
          />
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
      <p className={controls.unseen} aria-live="polite">
        {news}
      </p>
      {dialog === 'flag' && current !== null && (
        <FlagDialog
          flag={current.flag}
          onChoose={(flag) => {
            setDialog(null);
            study.setFlag(current, flag);
          }}
          onClose={closeDialog}
        />
      )}
      {dialog === 'keys' && <KeySheet grades={grades} onClose={closeDialog} />}
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
      {dialog === 'evidence' && current !== null && (
        <EvidenceDialog proof={current.proof} onClose={closeDialog} />
      )}
    </div>
  );
};
