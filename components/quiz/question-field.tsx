import type { ReactNode } from 'react';
import { Prompt } from '@/components/evidence/prompt';
import { choosesOne, hasOptions } from '@/lib/forms';
import { promptParts } from '@/lib/questions/prompt-parts';
import type { PublicItem } from '@/lib/quiz/paper';
import type { AnswerProps } from './answer/answer-props';
import { ChoiceField } from './answer/choice-field';
import { DateField } from './answer/date-field';
import { MatchField } from './answer/match-field';
import { OrderField } from './answer/order-field';
import { TypedField } from './answer/typed-field';
import classes from './quiz.module.css';

type QuestionFieldProps = Omit<AnswerProps, 'item'> & {
  readonly item: PublicItem;
  /** Stands above the page already. */
  readonly deckTitle: string;
  readonly onBlur: () => void;
};

/** One question with the field for its answer, whatever its form. */
export const QuestionField = ({ deckTitle, ...props }: QuestionFieldProps) => {
  const { item, isClosed } = props;
  const prompt = <Prompt parts={promptParts(item.prompt)} />;
  const title = item.source !== null && item.source !== deckTitle && (
    <p className={classes.source}>From “{item.source}”</p>
  );
  const context = item.context !== null && <p className={classes.context}>{item.context}</p>;
  const field = fieldOf(props);
  if (!hasOptions(item.form) && item.form !== 'date') {
    return (
      <>
        {title}
        {context}
        <p className={classes.prompt} id="prompt">
          {prompt}
        </p>
        {field}
      </>
    );
  }
  return (
    <fieldset className={classes.options} data-form={item.form} disabled={isClosed}>
      <legend className={classes.legend}>
        {title}
        {context}
        <span className={classes.prompt}>{prompt}</span>
        {item.form === 'several' && <span className={classes.every}>Choose all that are right.</span>}
      </legend>
      {field}
    </fieldset>
  );
};

const fieldOf = (props: Omit<QuestionFieldProps, 'deckTitle'>): ReactNode => {
  const { item } = props;
  if (item.form === 'order') return <OrderField {...props} />;
  if (item.form === 'match') return <MatchField {...props} />;
  if (item.form === 'date' && item.dateParts.length > 0) return <DateField {...props} />;
  if (choosesOne(item.form) || item.form === 'several') return <ChoiceField {...props} />;
  return <TypedField {...props} />;
};
