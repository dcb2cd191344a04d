'use client';
import { useState } from 'react';
import controls from '@/components/controls/controls.module.css';
import type { PlayerCommand } from '@/lib/live/command';
import type { OwnPace } from '@/lib/live/seen';
import { AnswerField } from './answer-field';
import { Asked } from './asked';
import classes from './live.module.css';
import { OutcomeWords, RevealedToPlayer } from './outcome-words';

type OwnPaceRunProps = {
  readonly own: OwnPace;
  readonly total: number;
  readonly isPaused: boolean;
  readonly give: (command: PlayerCommand) => Promise<void>;
};

/** A run at one's own pace: a question, what became of it with its proof, the next. */
export const OwnPaceRun = ({ own, total, isPaused, give }: OwnPaceRunProps) => {
  // What was answered before this page was opened need not be looked at again.
  const [looked, setLooked] = useState(own.answered);
  const [sending, setSending] = useState<PlayerCommand | null>(null);
  const { current, last } = own;
  if (last !== null && looked < own.answered) {
    return (
      <>
        <h1 className={classes.number}>
          Question {own.answered} of {total}
        </h1>
        <OutcomeWords outcome={last.outcome} />
        <RevealedToPlayer reveal={last} />
        <button
          type="button"
          className={`${controls.button} ${controls.primary}`}
          onClick={() => {
            setLooked(own.answered);
          }}
        >
          {current === null ? 'Finish' : 'Next question'}
        </button>
      </>
    );
  }
  if (current === null) {
    return (
      <>
        <h1 className={classes.title}>You have answered all {total}</h1>
        <p>The standings come when the host ends the round.</p>
      </>
    );
  }
  const send = (command: PlayerCommand): void => {
    setSending(command);
    void give(command).finally(() => {
      setSending(null);
    });
  };
  return (
    <>
      <h1 className={classes.number}>
        Question {current.question + 1} of {total}
      </h1>
      <Asked question={current} />
      <AnswerField
        asked={current}
        given={null}
        written={null}
        sent={sending}
        isPaused={isPaused}
        send={send}
      />
    </>
  );
};
