'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import controls from '@/components/controls/controls.module.css';
import { Dialog } from '@/components/controls/dialog';
import { ConnectionNotice } from '@/components/wire/connection-notice';
import { postUntilAnswered } from '@/components/wire/post';
import type { PublicItem } from '@/lib/quiz/paper';
import type { Marking } from '@/lib/quiz/points';
import type { ResultItem } from '@/lib/quiz/result';
import type { QuizSettings } from '@/lib/quiz/settings';
import { REFUSALS } from '@/lib/refusal';
import { choosesOne } from '@/lib/forms';
import { CertaintyField } from './answer/certainty-field';
import { withOption } from './answer/with-option';
import { Countdown } from './countdown';
import { MarkingNote } from './marking-note';
import { QuestionField } from './question-field';
import { QuestionList } from './question-list';
import classes from './quiz.module.css';
import { Told } from './told';
import { useAnswers } from './use-answers';
import { useShown } from './use-shown';

export type AttemptSheetProps = {
  readonly id: string;
  readonly attempt: {
    readonly deckTitle: string;
    readonly items: readonly PublicItem[];
    readonly given: readonly (string | null)[];
    /** What was shown to be right, by position. */
    readonly shown: readonly (ResultItem | null)[];
    readonly feedback: QuizSettings['feedback'];
    /** How sure they said to be, by position; `null` where nothing was said. */
    readonly certainties: readonly (number | null)[];
    readonly marking: Marking;
    /** Milliseconds until it ends by itself; `null`: when it is handed in. */
    readonly msLeft: number | null;
  };
  /** The position at which to begin, from 0. */
  readonly first: number;
};

/** T for "True", F for "False". */
const startingWith = ({ options }: PublicItem, key: string): string | undefined =>
  options.find((option) => option.toLowerCase().startsWith(key));

/** An attempt under way: one question at a time, each answer saved as it is given. */
export const AttemptSheet = ({ id, attempt, first }: AttemptSheetProps) => {
  const { items, deckTitle, feedback, marking, msLeft } = attempt;
  const { answers, certainties, status, change, flush } = useAnswers(id, attempt);
  const { shown, showing, trouble, show } = useShown(id, attempt.shown);
  const [position, setPosition] = useState(first);
  const [asking, setAsking] = useState(false);
  const [handing, setHanding] = useState(false);
  const [refused, setRefused] = useState('');
  const stage = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const router = useRouter();
  const item = items[position];
  const told = shown[position] ?? null;
  const canShow = feedback === 'each' && told === null;
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
    const field = stage.current?.querySelector<HTMLElement>(
      'input:not([type="radio"], [type="checkbox"]), select',
    );
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
    const types =
      event.target instanceof HTMLSelectElement ||
      (event.target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(event.target.type));
    if (types || item === undefined || told !== null) return;
    const takesSeveral = item.form === 'several';
    if (!takesSeveral && !choosesOne(item.form)) return;
    const key = event.key.toLowerCase();
    const index = /^[1-9]$/.test(key) ? Number(key) - 1 : /^[a-i]$/.test(key) ? key.charCodeAt(0) - 97 : -1;
    const option = item.options[index] ?? (item.form === 'true-false' ? startingWith(item, key) : undefined);
    if (option === undefined) return;
    const text = takesSeveral ? withOption(item, answers[position] ?? '', option) : option;
    change(position, { text }, 'once');
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
          {refused === '' ? (trouble === '' ? status : trouble) : refused}
        </p>
        {msLeft !== null && <Countdown msLeft={msLeft} onEnd={() => void handIn()} />}
      </div>
      <ConnectionNotice />
      <MarkingNote marking={marking} />
      <form
        className={classes.card}
        onSubmit={(event) => {
          event.preventDefault();
          if (canShow) void flush().then((isSaved) => (isSaved ? show(position) : undefined));
          else if (!isLast) goTo(position + 1);
        }}
      >
        <div ref={stage} tabIndex={-1} className={classes.stage} role="group" aria-labelledby="question">
          <h2 id="question" className={classes.number}>
            Question {position + 1} of {items.length}
          </h2>
          {told !== null && <Told item={told} />}
          <QuestionField
            key={position}
            isClosed={told !== null}
            item={item}
            deckTitle={deckTitle}
            answer={answers[position] ?? ''}
            onChange={(text, at) => {
              change(position, { text }, at);
            }}
            onBlur={() => void flush()}
          />
          {marking.certainty !== 'off' && (answers[position] ?? '').trim() !== '' && (
            <CertaintyField
              level={certainties[position] ?? null}
              counts={marking.certainty === 'counts'}
              isClosed={told !== null}
              onChange={(certainty) => {
                change(position, { certainty }, 'once');
              }}
            />
          )}
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
          {canShow ? (
            <button
              type="submit"
              aria-disabled={showing}
              className={`${controls.button} ${controls.primary}`}
            >
              Check my answer
            </button>
          ) : isLast ? (
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
