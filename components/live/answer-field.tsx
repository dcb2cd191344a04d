'use client';
import { hasParts } from '@/lib/forms';
import type { PlayerCommand } from '@/lib/live/command';
import { composedAnswer } from '@/lib/live/composed';
import type { SeenOptions, SeenQuestion } from '@/lib/live/seen';
import { ComposedAnswer } from './composed-answer';
import { OptionButtons } from './option-buttons';
import { TypedAnswer } from './typed-answer';

type AnswerFieldProps = {
  readonly asked: SeenQuestion & SeenOptions;
  /** What the server has: an option by its place, or words. */
  readonly given: number | null;
  readonly written: string | null;
  /** What was sent, and is not acknowledged yet. */
  readonly sent: PlayerCommand | null;
  readonly isPaused: boolean;
  readonly send: (command: PlayerCommand) => void;
};

/** Where a player answers, whatever the form of the question; the first answer stands. */
export const AnswerField = ({ asked, given, written, sent, isPaused, send }: AnswerFieldProps) => {
  const { question, options } = asked;
  const own = sent?.question === question ? sent : null;
  const isClosed = isPaused || given !== null || written !== null || own !== null;
  if (options.length === 0)
    return (
      <TypedAnswer
        key={question}
        written={written ?? (own?.name === 'write' ? own.text : null)}
        isClosed={isClosed}
        write={(text) => {
          send({ name: 'write', question, text });
        }}
      />
    );
  if (hasParts(asked.form))
    return (
      <ComposedAnswer
        key={question}
        question={asked}
        written={written ?? (own?.name === 'compose' ? (composedAnswer(asked, own.places) ?? null) : null)}
        isClosed={isClosed}
        compose={(places) => {
          send({ name: 'compose', question, places });
        }}
      />
    );
  return (
    <OptionButtons
      key={question}
      options={options}
      chosen={given ?? (own?.name === 'answer' ? own.option : null)}
      isClosed={isClosed}
      choose={(option) => {
        send({ name: 'answer', question, option });
      }}
    />
  );
};
