'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { keep, kept, useKept } from '@/components/controls/kept';
import { postUntilAnswered } from '@/components/wire/post';
import { REFUSALS } from '@/lib/refusal';

/** Typing pauses this long before it is sent; milliseconds. */
const TYPING_PAUSE = 400;

/** An answer, and how sure its giver is of it, as lib/quiz/certainty numbers it; `null`: nothing said. */
type Given = { readonly text: string; readonly certainty: number | null };

const NONE: Given = { text: '', certainty: null };

const toUnsent = (value: unknown): [number, Given][] => (isUnsent(value) ? value : []);

const isGiven = (value: unknown): value is Given =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  typeof value.text === 'string' &&
  'certainty' in value &&
  (value.certainty === null || typeof value.certainty === 'number');

const isUnsent = (value: unknown): value is [number, Given][] =>
  Array.isArray(value) &&
  value.every((pair) => Array.isArray(pair) && typeof pair[0] === 'number' && isGiven(pair[1]));

export type Answers = {
  /** By position; `''` where nothing is answered. */
  readonly answers: readonly string[];
  /** How sure they say to be, by position; `null` where nothing is said. */
  readonly certainties: readonly (number | null)[];
  /** Whether all is saved, in words; `''` before the first answer. */
  readonly status: string;
  /** Changes an answer; `at` says whether it is sent now or after a pause in the typing. */
  readonly change: (position: number, part: Partial<Given>, at: 'once' | 'pause') => void;
  /** Sends what is not sent; `false` where it was refused. */
  readonly flush: () => Promise<boolean>;
};

/** The answers of an attempt, each saved as it is given, and sent until it is. */
export const useAnswers = (
  attemptId: string,
  { given, certainties }: { given: readonly (string | null)[]; certainties: readonly (number | null)[] },
): Answers => {
  const [answers, setAnswers] = useState(() =>
    given.map((text, position): Given => ({ text: text ?? '', certainty: certainties[position] ?? null })),
  );
  // What the page shows; kept beside the state so that two changes in one turn build on each other.
  const shown = useRef(answers);
  const [status, setStatus] = useState('');
  const unsent = useRef(new Map<number, Given>());
  const running = useRef<Promise<boolean> | null>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const key = `quizwright.attempt.${attemptId}`;

  const send = useCallback(async (): Promise<boolean> => {
    for (;;) {
      const [next] = unsent.current;
      if (next === undefined) return true;
      const [position, answer] = next;
      const { text, certainty } = answer;
      setStatus('Saving');
      const answered = await postUntilAnswered(
        `/api/attempts/${attemptId}/answers`,
        { position, given: text, certainty },
        () => {
          setStatus('Not saved yet, trying again');
        },
      );
      if (!answered.ok && answered.code === 'SIGNED_OUT') {
        setStatus(REFUSALS.SIGNED_OUT);
        return false;
      }
      // What was changed meanwhile is sent next.
      if (unsent.current.get(position) === answer) unsent.current.delete(position);
      shown.current = shown.current.with(position, unsent.current.get(position) ?? answer);
      setAnswers(shown.current);
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
    (position: number, part: Partial<Given>, at: 'once' | 'pause'): void => {
      const next = { ...(unsent.current.get(position) ?? shown.current[position] ?? NONE), ...part };
      shown.current = shown.current.with(position, next);
      setAnswers(shown.current);
      unsent.current.set(position, next);
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
    for (const [position, answer] of toUnsent(kept('local', key))) unsent.current.set(position, answer);
    if (unsent.current.size > 0) void flush();
  }, [flush, key]);

  const left = new Map(useKept('local', key, toUnsent));
  const all = answers.map((answer, position) => left.get(position) ?? answer);
  return {
    answers: all.map(({ text }) => text),
    certainties: all.map(({ certainty }) => certainty),
    status,
    change,
    flush,
  };
};
