'use client';
import { Fragment, useRef, useState, type KeyboardEvent } from 'react';
import type { Span } from '@/lib/model';
import { isChosen, pickWord, type Choice } from './words-to-ask';
import classes from './unused-list.module.css';

type WordPickerProps = {
  readonly sentence: string;
  readonly words: readonly Span[];
  readonly choice: Choice | null;
  readonly labelledBy: string;
  readonly onChoose: (choice: Choice | null) => void;
};

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * A sentence whose words can be chosen: the first and the last by click, tap or key, or all in one stroke of the
 * mouse, or with Shift and an arrow. One tab stop.
 */
export const WordPicker = ({ sentence, words, choice, labelledBy, onChoose }: WordPickerProps) => {
  const box = useRef<HTMLParagraphElement>(null);
  const [stop, setStop] = useState(0);
  const stroke = useRef<number | null>(null);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const next = step === undefined ? undefined : words[stop + step];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (next === undefined) return;
    setStop(stop + step);
    box.current?.querySelectorAll('button')[stop + step]?.focus();
    if (event.shiftKey) onChoose({ from: choice?.from ?? stop, to: stop + step });
  };

  return (
    <p ref={box} className={classes.words} role="group" aria-labelledby={labelledBy} onKeyDown={onKeyDown}>
      {words.map(({ start, end }, at) => (
        <Fragment key={start}>
          {sentence.slice(words[at - 1]?.end ?? 0, start)}
          <button
            type="button"
            className={classes.word}
            tabIndex={at === stop ? 0 : -1}
            aria-pressed={isChosen(choice, at)}
            onFocus={() => {
              setStop(at);
            }}
            onPointerDown={(event) => {
              stroke.current = event.pointerType === 'mouse' ? at : null;
            }}
            onPointerEnter={(event) => {
              if (event.buttons !== 1 || stroke.current === null || stroke.current === at) return;
              onChoose({ from: stroke.current, to: at });
            }}
            onClick={(event) => {
              onChoose(
                event.shiftKey && choice !== null ? { from: choice.from, to: at } : pickWord(choice, at),
              );
            }}
          >
            {sentence.slice(start, end)}
          </button>
        </Fragment>
      ))}
      {sentence.slice(words.at(-1)?.end ?? 0)}
    </p>
  );
};
