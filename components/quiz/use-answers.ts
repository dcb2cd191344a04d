'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { keep, kept, useKept } from '@/components/controls/kept';
import { postUntilAnswered } from '@/components/wire/post';
import { REFUSALS } from '@/lib/refusal';

/** Typing pauses this long before it is sent; milliseconds. */
const TYPING_PAUSE = 400;

const toUnsent = (value: unknown): [number, string][] => (isUnsent(value) ? value : []);

const isUnsent = (value: unknown): value is [number, string][] =>
  Array.isArray(value) &&
  value.every((pair) => Array.isArray(pair) && typeof pair[0] === 'number' && typeof pair[1] === 'string');

export type Answers = {
  /** By position; `''` where nothing is answered. */
  readonly answers: readonly string[];
  /** Whether all is saved, in words; `''` before the first answer. */
  readonly status: string;
  /** Changes an answer; `at` says whether it is sent now or after a pause in the typing. */
  readonly change: (position: number, text: string, at: 'once' | 'pause') => void;
  /** Sends what is not sent; `false` where it was refused. */
  readonly flush: () => Promise<boolean>;
};

/** The answers of an attempt, each saved as it is given, and sent until it is. */
export const useAnswers = (attemptId: string, given: readonly (string | null)[]): Answers => {
  const [answers, setAnswers] = useState(() => given.map((text) => text ?? ''));
  const [status, setStatus] = useState('');
  const unsent = useRef(new Map<number, string>());
  const running = useRef<Promise<boolean> | null>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const key = `quizwright.attempt.${attemptId}`;

  const send = useCallback(async (): Promise<boolean> => {
    for (;;) {
      const [next] = unsent.current;
      if (next === undefined) return true;
      const [position, text] = next;
      setStatus('Saving');
      const answered = await postUntilAnswered(
        `/api/attempts/${attemptId}/answers`,
        { position, given: text },
        () => {
          setStatus('Not saved yet, trying again');
        },
      );
      if (!answered.ok && answered.code === 'SIGNED_OUT') {
        setStatus(REFUSALS.SIGNED_OUT);
        return false;
      }
      // What was changed meanwhile is sent next.
      if (unsent.current.get(position) === text) unsent.current.delete(position);
      const latest = unsent.current.get(position) ?? text;
      setAnswers((before) => before.map((other, index) => (index === position ? latest : other)));
      keep('local', key, unsent.current.size === 0 ? null : [...unsent.current]);
      if (!answered.ok) {
        setStatus(REFUSALS[answered.code]);
        return false;
      }
      setStatus('Saved');
    }
  }, [attemptId, key]);

  // One at a time, so that the answer given last is the one that is saved last.
  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(pause.current);
    running.current ??= send().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [send]);

  const change = useCallback(
    (position: number, text: string, at: 'once' | 'pause'): void => {
      setAnswers((before) => before.map((other, index) => (index === position ? text : other)));
      unsent.current.set(position, text);
      keep('local', key, [...unsent.current]);
      clearTimeout(pause.current);
      if (at === 'once') void flush();
      else {
        setStatus('Saving');
        pause.current = setTimeout(() => void flush(), TYPING_PAUSE);
      }
    },
    [flush, key],
  );

  // What a reload, a closed tab or a flat battery left unsent goes out first of all.
  useEffect(() => {
    for (const [position, text] of toUnsent(kept('local', key))) unsent.current.set(position, text);
    if (unsent.current.size > 0) void flush();
  }, [flush, key]);

  const left = new Map(useKept('local', key, toUnsent));
  return { answers: answers.map((text, position) => left.get(position) ?? text), status, change, flush };
};
