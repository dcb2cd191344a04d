'use client';
import Link from 'next/link';
import { useState, type ReactNode } from 'react';
import controls from '@/components/controls/controls.module.css';
import type { HostCommand } from '@/lib/live/command';
import type { HostView } from '@/lib/live/seen';
import { REFUSALS, type RefusalCode } from '@/lib/refusal';
import classes from './live.module.css';
import { MemberList } from './member-list';
import { Stage } from './stage';
import { useLive } from './use-live';
import { useSound } from './use-sound';

type HostDeskProps = {
  readonly session: string;
  readonly deckId: string | null;
  readonly title: string;
  readonly how: ReactNode;
};

/** What the one button does that a lesson needs. */
const nextWords = ({ phase, total, members }: HostView): string | null => {
  switch (phase.name) {
    case 'lobby':
      return members.length === 0 ? 'Start without players' : 'Start';
    case 'reading':
      return 'Take answers now';
    case 'answering':
      return 'Close the answers';
    case 'proving':
      return 'Show the answer';
    case 'revealed':
      return phase.question + 1 < total ? 'Show the standings' : 'Show the podium';
    case 'standings':
      return 'Next question';
    case 'own-pace':
      return 'End and show the podium';
    case 'podium':
      return 'Close the room';
    case 'ended':
      return null;
  }
};

/** Where a host runs a session, on a laptop or a phone. */
export const HostDesk = ({ session, deckId, title, how }: HostDeskProps) => {
  const { view, clock, isConnected, refused, send } = useLive<HostView>(session, 'host');
  const [problem, setProblem] = useState<RefusalCode | null>(null);
  useSound(view);
  if (refused !== null) return <p role="alert">{REFUSALS[refused]}</p>;
  const give = async (command: HostCommand): Promise<void> => {
    const answered = await send(command);
    // What was meant for another phase (two clicks, two devices) is done already.
    setProblem(answered.ok || answered.code === 'STALE' ? null : answered.code);
  };
  const button = (label: string, command: HostCommand, kind = '') => (
    <button
      type="button"
      className={`${controls.button} ${kind}`}
      onClick={() => {
        void give(command);
      }}
    >
      {label}
    </button>
  );
  const next = view === null ? null : nextWords(view);
  const phase = view?.phase.name;
  const isTimed = phase === 'answering' || phase === 'proving';
  const isRunning = isTimed || phase === 'reading' || phase === 'revealed' || phase === 'standings';
  return (
    <div className={classes.desk}>
      <div className={classes.deskHead}>
        <h1 className={classes.title}>{title}</h1>
        <div className={controls.row}>
          <a
            href={`/live/${session}/screen`}
            target="_blank"
            rel="noreferrer"
            className={`${controls.button} ${controls.small}`}
          >
            Screen for the projector
          </a>
          {(phase === 'podium' || phase === 'ended') && (
            <Link href={`/live/${session}/report`} className={`${controls.button} ${controls.small}`}>
              Report
            </Link>
          )}
          {deckId !== null && (
            <Link
              href={`/decks/${deckId}`}
              className={`${controls.button} ${controls.small} ${controls.quiet}`}
            >
              Back to the deck
            </Link>
          )}
        </div>
      </div>
      <p role="status" className={classes.connection}>
        {view === null || !isConnected
          ? 'Connecting …'
          : view.paused === null
            ? ''
            : 'Paused: nobody loses time.'}
      </p>
      {problem !== null && (
        <p role="alert" className={controls.error}>
          {REFUSALS[problem]}
        </p>
      )}
      {view !== null && (
        <>
          <div className={classes.controls} role="group" aria-label="Controls">
            {next !== null &&
              button(
                next,
                phase === 'podium' ? { name: 'close' } : { name: 'next', step: view.step },
                controls.primary,
              )}
            {view.paused !== null && button('Go on', { name: 'resume' })}
            {view.paused === null &&
              (isRunning || phase === 'own-pace') &&
              button('Pause', { name: 'pause' })}
            {isTimed && button('10 seconds more', { name: 'add-time', step: view.step, seconds: 10 })}
            {isRunning &&
              phase !== 'standings' &&
              button('Skip this question', { name: 'skip', step: view.step })}
            {phase !== 'ended' &&
              phase !== 'podium' &&
              (view.locked
                ? button('Open the room', { name: 'unlock' })
                : button('Lock the room', { name: 'lock' }))}
            {isRunning && button('Finish now', { name: 'finish' }, controls.quiet)}
          </div>
          <div className={classes.stage}>
            {phase === 'lobby' ? how : null}
            <Stage view={view} clock={clock} />
          </div>
          {phase !== 'lobby' &&
            phase !== 'podium' &&
            phase !== 'ended' &&
            view.pin !== null &&
            !view.locked && <p className={classes.hint}>Late? The number is {view.pin}.</p>}
          <MemberList view={view} give={give} />
        </>
      )}
    </div>
  );
};
