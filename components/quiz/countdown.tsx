'use client';
import { useEffect, useEffectEvent, useState } from 'react';
import controls from '@/components/controls/controls.module.css';
import classes from './quiz.module.css';

type CountdownProps = {
  /** Milliseconds that were left when the server made the page. */
  readonly msLeft: number;
  /** The time is up. */
  readonly onEnd: () => void;
};

/** Said aloud when so much is left, and not every second. */
const SAID_AT = [300, 60, 10];

const clock = (seconds: number): string => {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return `${Math.floor(hours / 24)} d ${hours % 24} h`;
  const two = (part: number): string => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes % 60)}:${two(rest)}` : `${minutes}:${two(rest)}`;
};

const inWords = (seconds: number): string =>
  seconds >= 60 ? `${seconds / 60} ${seconds === 60 ? 'minute' : 'minutes'} left` : `${seconds} seconds left`;

/** The time that is left, counted from what the server said and not by this device's clock, which may be wrong. */
export const Countdown = ({ msLeft, onEnd }: CountdownProps) => {
  const [seconds, setSeconds] = useState(Math.max(0, Math.ceil(msLeft / 1000)));
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    const started = performance.now();
    const timer = setInterval(() => {
      const left = Math.max(0, Math.ceil((msLeft - (performance.now() - started)) / 1000));
      setSeconds(left);
      if (left > 0) return;
      clearInterval(timer);
      end();
    }, 250);
    return () => {
      clearInterval(timer);
    };
  }, [msLeft]);
  const said = SAID_AT.findLast((at) => seconds <= at);
  return (
    <>
      <p className={classes.clock} role="timer" aria-label="Time left" data-short={seconds <= 60}>
        {clock(seconds)}
      </p>
      <p className={controls.unseen} role="status">
        {said === undefined || seconds === 0 ? '' : inWords(said)}
      </p>
    </>
  );
};
