'use client';
import { useEffect, useState } from 'react';
import controls from '@/components/controls/controls.module.css';
import classes from './live.module.css';
import type { ServerClock } from './use-live';

type TimeLeftProps = {
  readonly from: number;
  readonly until: number;
  readonly clock: ServerClock;
  readonly isPaused: boolean;
};

/** Said aloud when so many seconds are left. */
const SAID_AT = [30, 10, 5];

/** The time that is left of a question, by the server's clock. */
export const TimeLeft = ({ from, until, clock, isPaused }: TimeLeftProps) => {
  const [now, setNow] = useState(clock.now);
  useEffect(() => {
    const look = (): void => {
      setNow(clock.now + performance.now() - clock.received);
    };
    look();
    if (isPaused) return;
    const timer = setInterval(look, 200);
    return () => {
      clearInterval(timer);
    };
  }, [clock, isPaused]);
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  const part = Math.min(1, Math.max(0, (until - now) / Math.max(1, until - from)));
  const said = SAID_AT.findLast((at) => left <= at);
  return (
    <div className={classes.time}>
      <div className={classes.timeBar} aria-hidden="true">
        <div style={{ inlineSize: `${100 * part}%` }} />
      </div>
      <p role="timer" aria-label="Seconds left" className={classes.seconds}>
        {left}
      </p>
      <p className={controls.unseen} role="status">
        {said === undefined || left === 0 ? '' : `${said} seconds left`}
      </p>
    </div>
  );
};
