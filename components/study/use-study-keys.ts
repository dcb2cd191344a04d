'use client';
import { useEffect, useEffectEvent } from 'react';

/** What the keys of the study page do; each says whether it did anything. */
export type StudyKeys = {
  /** Nothing is done while a dialog is open, but for the key that closes it. */
  readonly blocked: boolean;
  readonly turn: () => boolean;
  /** The option or the answer of this number, from 0. */
  readonly choose: (index: number) => boolean;
  /** By letter. */
  readonly letters: Readonly<Record<string, () => boolean>>;
  readonly onDone: () => void;
};

/** Listens for the keys of the study page. */
export const useStudyKeys = ({ blocked, turn, choose, letters, onDone }: StudyKeys): void => {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const key = event.key.toLowerCase();
    if (blocked) {
      letters[`close ${key}`]?.();
      return;
    }
    const target = event.target instanceof Element ? event.target : null;
    const onControl = target?.closest('a, button, input, textarea, select') !== null;
    const isTurn = key === ' ' || key === 'enter';
    if (isTurn && onControl) return;
    if (isTurn) event.preventDefault(); // the page does not scroll
    const done = isTurn ? turn() : /^[1-9]$/.test(key) ? choose(Number(key) - 1) : letters[key]?.() === true;
    if (done) onDone();
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, []);
};
