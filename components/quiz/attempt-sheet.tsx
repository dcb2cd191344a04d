'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import controls from '@/components/controls/controls.module.css';
import { Dialog } from '@/components/controls/dialog';
import { postUntilAnswered } from '@/components/wire/post';
import type { PublicItem } from '@/lib/quiz/paper';
import { REFUSALS } from '@/lib/refusal';
import { QuestionField } from './question-field';
import { QuestionList } from './question-list';
import classes from './quiz.module.css';
import { useAnswers } from './use-answers';

export type AttemptSheetProps = {
  readonly id: string;
  readonly attempt: {
    readonly deckTitle: string;
    readonly items: readonly PublicItem[];
    readonly given: readonly (string | null)[];
  };
  /** The position at which to begin, from 0. */
  readonly first: number;
};

/** T for "True", F for "False". */
const startingWith = ({ options }: PublicItem, key: string): string | undefined =>
  options.find((option) => option.toLowerCase().startsWith(key));

/** An attempt under way: one question at a time, each answer saved as it is given. */
export const AttemptSheet = ({ id, attempt, first }: AttemptSheetProps) => {
  const { items, deckTitle } = attempt;
  const { answers, status, change, flush } = useAnswers(id, attempt.given);
  const [position, setPosition] = useState(first);
  const [asking, setAsking] = useState(false);
  const [handing, setHanding] = useState(false);
  const [refused, setRefused] = useState('');
  const stage = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const router = useRouter();
  const item = items[position];
  const isLast = position === items.length - 1;
  const unanswered = answers.filter((answer) => answer.trim() === '').length;

  const goTo = (next: number) => {
    if (next < 0 || next >= items.length) return;
    void flush();
    moved.current = true;
    setPosition(next);
    // The address names the question, so that a reload comes back to it.
    history.replaceState(null, '', `?q=${next + 1}`);
  };

  useEffect(() => {
    if (!moved.current) return;
    const field = stage.current?.querySelector<HTMLElement>('input:not([type="radio"])');
    (field ?? stage.current)?.focus({ preventScroll: true });
  }, [position]);

  const handIn = async () => {
    setAsking(false);
    setHanding(true);
    setRefused('');
    if (await flush()) {
      const answered = await postUntilAnswered(`/api/attempts/${id}/finish`, {}, () => {
        setRefused('Not handed in yet, trying again.');
      });
      if (answered.ok) {
        // The same address now shows the result.
        history.replaceState(null, '', `/attempts/${id}`);
        document.getElementById('content')?.focus();
        scrollTo(0, 0);
        router.refresh();
        return;
      }
      setRefused(REFUSALS[answered.code]);
    }
    setHanding(false);
  };

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || asking || handing) return;
    const target = event.target instanceof HTMLInputElement && event.target.type !== 'radio';
    if (target || item === undefined) return;
    const key = event.key.toLowerCase();
    const index = /^[1-9]$/.test(key) ? Number(key) - 1 : /^[a-i]$/.test(key) ? key.charCodeAt(0) - 97 : -1;
    const option = item.options[index] ?? (item.form === 'true-false' ? startingWith(item, key) : undefined);
    if (option !== undefined) change(position, option, 'once');
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, []);

  if (item === undefined) return null;
  return (
    <div className={classes.sheet}>
      <div className={classes.head}>
        <h1 className={classes.title}>{deckTitle}</h1>
        <p className={classes.status} role="status">
          {refused === '' ? status : refused}
        </p>
      </div>
      <form
        className={classes.card}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isLast) goTo(position + 1);
        }}
      >
        <div ref={stage} tabIndex={-1} className={classes.stage} role="group" aria-labelledby="question">
          <h2 id="question" className={classes.number}>
            Question {position + 1} of {items.length}
          </h2>
          <QuestionField
            key={position}
            item={item}
            deckTitle={deckTitle}
            answer={answers[position] ?? ''}
            onChange={(text, at) => {
              change(position, text, at);
            }}
            onBlur={() => void flush()}
          />
        </div>
        <div className={classes.moves}>
          <button
            type="button"
            className={controls.button}
            aria-disabled={position === 0}
            onClick={() => {
              goTo(position - 1);
            }}
          >
            Previous
          </button>
          {isLast ? (
            <span />
          ) : (
            <button type="submit" className={`${controls.button} ${controls.primary}`}>
              Next
            </button>
          )}
        </div>
      </form>
      <QuestionList answers={answers} position={position} onChoose={goTo} />
      <button
        type="button"
        aria-disabled={handing}
        className={isLast ? `${controls.button} ${controls.primary}` : controls.button}
        onClick={() => {
          if (handing) return;
          if (unanswered > 0) setAsking(true);
          else void handIn();
        }}
      >
        {handing ? 'Handing in' : 'Hand in'}
      </button>
      {asking && (
        <Dialog
          title="Hand in now?"
          onClose={() => {
            setAsking(false);
          }}
        >
          <p>
            {unanswered === 1 ? 'One question is' : `${unanswered} questions are`} not answered and would
            count as wrong.
          </p>
          <div className={controls.row}>
            <button
              type="button"
              className={`${controls.button} ${controls.primary}`}
              onClick={() => void handIn()}
            >
              Hand in anyway
            </button>
            <button
              type="button"
              className={controls.button}
              onClick={() => {
                setAsking(false);
              }}
            >
              Go back
            </button>
          </div>
        </Dialog>
      )}
    </div>
  );
};
