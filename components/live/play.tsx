'use client';
import Link from 'next/link';
import { useState } from 'react';
import controls from '@/components/controls/controls.module.css';
import type { PlayerCommand } from '@/lib/live/command';
import type { LiveView, PlayerView } from '@/lib/live/seen';
import { REFUSALS } from '@/lib/refusal';
import { AnswerField } from './answer-field';
import { Asked } from './asked';
import classes from './live.module.css';
import { OwnPaceRun } from './own-pace-run';
import { OutcomeWords, RevealedToPlayer } from './outcome-words';
import { Standings } from './standings';
import { TimeLeft } from './time-left';
import { useLive, type Live } from './use-live';
import { useWakeLock } from './use-wake-lock';

/** Where a player plays: all they need stands here, also without a screen in front. */
export const Play = ({ session }: { session: string }) => {
  const live = useLive<Extract<LiveView, { role: 'player' | 'removed' }>>(session, 'player');
  const { view, refused } = live;
  const isRunning = view?.role === 'player' && view.phase.name !== 'podium' && view.phase.name !== 'ended';
  useWakeLock(isRunning);
  if (refused !== null) {
    return (
      <div className={classes.play}>
        <p role="alert">{refused === 'FORBIDDEN' ? 'You are not in this session yet.' : REFUSALS[refused]}</p>
        <Link href="/join" className={`${controls.button} ${controls.primary}`}>
          Join a session
        </Link>
      </div>
    );
  }
  if (view?.role === 'removed') return <p role="alert">{REFUSALS.REMOVED}</p>;
  return (
    <div className={classes.play}>
      <p role="status" className={classes.connection}>
        {view === null || !live.isConnected
          ? 'Connecting … your answers are safe.'
          : view.paused === null
            ? ''
            : 'Paused: nobody loses time.'}
      </p>
      {view !== null && (
        <>
          <Turn live={live} view={view} />
          <p className={classes.you}>
            <strong>{view.you.name}</strong>
            {view.you.team !== null && ` · ${view.you.team}`} · {view.you.score.toLocaleString('en')} points
          </p>
        </>
      )}
    </div>
  );
};

type TurnProps = { readonly live: Pick<Live<LiveView>, 'clock' | 'send'>; readonly view: PlayerView };

const Turn = ({ live: { clock, send }, view }: TurnProps) => {
  const [sent, setSent] = useState<PlayerCommand | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { phase } = view;
  const isPaused = view.paused !== null;
  const give = async (command: PlayerCommand): Promise<void> => {
    setSent(command);
    const answered = await send(command);
    setProblem(answered.ok ? null : REFUSALS[answered.code]);
    if (!answered.ok) setSent(null);
  };
  const number = 'question' in phase && phase.name !== 'standings' && (
    <h1 className={classes.number}>
      Question {phase.question + 1} of {view.total}
    </h1>
  );
  const alert = problem !== null && (
    <p role="alert" className={controls.error}>
      {problem}
    </p>
  );
  switch (phase.name) {
    case 'lobby':
      return (
        <>
          <h1 className={classes.title}>You are in, {view.you.name}</h1>
          <p>“{view.title}” begins when the host starts it. Keep this page open.</p>
          {view.you.linked && <p className={classes.hint}>What you miss will come up in your study.</p>}
        </>
      );
    case 'ended':
      return <h1 className={classes.title}>The session is over</h1>;
    case 'reading':
      return (
        <>
          {number}
          <Asked question={phase} />
          <p className={classes.hint}>You can answer in a moment.</p>
        </>
      );
    case 'answering': {
      const isSaved = view.given !== null || view.written !== null;
      const isSending = sent?.question === phase.question;
      return (
        <>
          {number}
          <Asked question={phase} />
          <AnswerField
            asked={phase}
            given={view.given}
            written={view.written}
            sent={sent}
            isPaused={isPaused}
            send={(command) => {
              void give(command);
            }}
          />
          <TimeLeft from={phase.opensAt} until={phase.closesAt} clock={clock} isPaused={isPaused} />
          <p role="status" className={classes.hint}>
            {isSaved ? 'Your answer is saved. The first one counts.' : isSending ? 'Saving …' : ''}
          </p>
          {alert}
        </>
      );
    }
    case 'proving': {
      const mine = sent?.name === 'prove' && sent.question === phase.question ? sent.sentence : null;
      const tapped = view.sentence ?? mine;
      return (
        <>
          {number}
          <Asked question={phase} />
          <h2 className={classes.proofTitle}>Which sentence proves it?</h2>
          <ol className={classes.sentences}>
            {phase.sentences.map((sentence, place) => (
              <li key={place}>
                <button
                  type="button"
                  aria-pressed={tapped === place}
                  disabled={tapped !== null || isPaused}
                  onClick={() => {
                    void give({ name: 'prove', question: phase.question, sentence: place });
                  }}
                >
                  {sentence}
                </button>
              </li>
            ))}
          </ol>
          <TimeLeft from={phase.opensAt} until={phase.closesAt} clock={clock} isPaused={isPaused} />
          {alert}
        </>
      );
    }
    case 'revealed':
      return (
        <>
          {number}
          {view.outcome !== null && <OutcomeWords outcome={view.outcome} />}
          <RevealedToPlayer reveal={phase} />
        </>
      );
    case 'standings':
      return (
        <>
          <h1 className={classes.big}>
            Place {view.you.rank} of {view.players}
          </h1>
          <Standings standings={phase} title="Standings" you={view.you.name} />
        </>
      );
    case 'podium':
      return (
        <>
          <h1 className={classes.title}>
            Place {view.you.rank} of {view.players}
          </h1>
          <Standings standings={phase} title="The podium" you={view.you.name} />
        </>
      );
    case 'own-pace':
      return view.own === null ? null : (
        <>
          <OwnPaceRun own={view.own} total={view.total} isPaused={isPaused} give={give} />
          {alert}
        </>
      );
  }
};
