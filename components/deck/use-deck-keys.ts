'use client';
import { useLayoutEffect, useRef } from 'react';

export type DeckKeys = Readonly<
  Record<
    'next' | 'previous' | 'keep' | 'leaveOut' | 'undo' | 'edit' | 'checks' | 'newCard' | 'help',
    () => void
  >
>;

const KEYS: Readonly<Record<string, keyof DeckKeys>> = {
  j: 'next',
  k: 'previous',
  ArrowDown: 'next',
  ArrowUp: 'previous',
  a: 'keep',
  x: 'leaveOut',
  u: 'undo',
  e: 'edit',
  c: 'checks',
  n: 'newCard',
  '?': 'help',
};

/** Whether keys typed at `target` are meant for it: a field, a dialog. */
const isBusy = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, dialog') !== null;

/** One key for each thing that can be done with the chosen fact, wherever on the page the focus is. */
export const useDeckKeys = (keys: DeckKeys): void => {
  const now = useRef(keys);
  useLayoutEffect(() => {
    now.current = keys;
  });
  // Before the page is painted: whoever sees the facts can use the keys.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const name = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (name === undefined || isBusy(event.target)) return;
      event.preventDefault();
      now.current[name]();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
};
