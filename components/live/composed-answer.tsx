'use client';
import { useState } from 'react';
import { ChoiceField } from '@/components/quiz/answer/choice-field';
import { MatchField } from '@/components/quiz/answer/match-field';
import { OrderField } from '@/components/quiz/answer/order-field';
import controls from '@/components/controls/controls.module.css';
import { composedAnswer, placesOf, type Composable, type Places } from '@/lib/live/composed';
import { joinParts } from '@/lib/key-parts';
import classes from './live.module.css';

type ComposedAnswerProps = {
  readonly question: Composable;
  /** What was sent, as lib/key-parts.ts writes it; `null`: nothing yet. */
  readonly written: string | null;
  readonly isClosed: boolean;
  readonly compose: (places: Places) => void;
};

/** Where an answer is put together of options and sent: several chosen, all brought in order, or matched. */
export const ComposedAnswer = ({ question, written, isClosed, compose }: ComposedAnswerProps) => {
  const { form, options } = question;
  // An order stands as it is shown until it is changed.
  const [made, setMade] = useState(form === 'order' ? joinParts(options) : '');
  const answer = written ?? made;
  const places = placesOf(question, answer);
  const isReady = composedAnswer(question, places) !== undefined && !isClosed;
  const field = {
    item: { ...question, unit: null, dateParts: [] },
    answer,
    isClosed,
    onChange: setMade,
  };
  return (
    <form
      className={classes.composed}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) compose(places);
      }}
    >
      <fieldset disabled={isClosed} className={classes.composedField} data-form={form}>
        {form === 'order' ? (
          <OrderField {...field} />
        ) : form === 'match' ? (
          <>
            <legend className={classes.hint}>Match each.</legend>
            <MatchField {...field} />
          </>
        ) : (
          <>
            <legend className={classes.hint}>Choose all that are right.</legend>
            <ChoiceField {...field} />
          </>
        )}
      </fieldset>
      <button type="submit" className={`${controls.button} ${controls.primary}`} aria-disabled={!isReady}>
        Send
      </button>
    </form>
  );
};
