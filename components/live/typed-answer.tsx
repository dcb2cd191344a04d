'use client';
import { useState, type SubmitEvent } from 'react';
import controls from '@/components/controls/controls.module.css';
import { LONGEST_WRITTEN } from '@/lib/live/bounds';
import classes from './live.module.css';

type TypedAnswerProps = {
  /** What was sent; `null`: nothing yet. */
  readonly written: string | null;
  readonly isClosed: boolean;
  readonly write: (text: string) => void;
};

/** Where an answer is typed and sent. */
export const TypedAnswer = ({ written, isClosed, write }: TypedAnswerProps) => {
  const [text, setText] = useState('');
  const send = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!isClosed && text.trim() !== '') write(text.trim());
  };
  return (
    <form onSubmit={send} className={classes.typed}>
      <label className={controls.label}>
        Your answer
        <input
          type="text"
          className={controls.input}
          value={written ?? text}
          onChange={({ target }) => {
            setText(target.value);
          }}
          readOnly={isClosed}
          maxLength={LONGEST_WRITTEN}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="send"
        />
      </label>
      <button
        type="submit"
        className={`${controls.button} ${controls.primary}`}
        aria-disabled={isClosed || text.trim() === ''}
      >
        Send
      </button>
    </form>
  );
};
