import type { ReactNode } from 'react';
import { AnswerText } from '@/components/evidence/answer-text';
import { Evidence } from '@/components/evidence/evidence';
import { Prompt } from '@/components/evidence/prompt';
import { promptParts } from '@/lib/questions/prompt-parts';
import { certaintyWords } from '@/lib/quiz/certainty';
import type { ResultItem, ResultOption } from '@/lib/quiz/result';
import classes from './quiz.module.css';
import { isInPart, signOf, verdictOf } from './verdict';

type ResultCardProps = {
  readonly item: ResultItem;
  readonly number: number;
  /** What can be done about its mark, under the answers. */
  readonly children?: ReactNode;
};

/** One question of a finished attempt: your answer, the right one, and the sentence that proves it. */
export const ResultCard = ({ item, number, children }: ResultCardProps) => {
  const elsewhere = item.options.filter(({ isAnswer, statement }) => !isAnswer && statement !== null);
  return (
    <article className={classes.card} aria-labelledby={`question-${number}`}>
      <h2 id={`question-${number}`} className={classes.number}>
        Question {number}
        <span className={classes.verdict} data-correct={item.correct} data-part={isInPart(item)}>
          <span aria-hidden="true">{signOf(item)}</span> <span>{verdictOf(item)}</span>
        </span>
      </h2>
      {item.context !== null && <p className={classes.context}>{item.context}</p>}
      <p className={classes.prompt}>
        <Prompt parts={promptParts(item.prompt)} />
      </p>
      <dl className={classes.pair}>
        <dt>Your answer</dt>
        <dd>{item.given === null ? 'None' : <AnswerText form={item.form} text={item.given} />}</dd>
        {item.certainty !== null && (
          <>
            <dt>You were</dt>
            <dd>{certaintyWords(item.certainty)}</dd>
          </>
        )}
        {!(item.correct && item.given === item.answer) && (
          <>
            <dt>Right answer</dt>
            <dd>
              <strong>
                <AnswerText form={item.form} text={item.answer} />
              </strong>
            </dd>
          </>
        )}
      </dl>
      {children}
      <details className={classes.proof} open={!item.correct}>
        <summary>The sentence that proves it</summary>
        <Evidence proof={item.proof} />
      </details>
      {item.options.length > 0 && item.form !== 'order' && item.form !== 'match' && (
        <details className={classes.proof} open={!item.correct && elsewhere.length > 0}>
          <summary>{elsewhere.length > 0 ? 'Why the others are wrong' : 'The options'}</summary>
          <ul className={classes.others}>
            {item.options.map((option) => (
              <Other key={option.text} option={option} />
            ))}
          </ul>
        </details>
      )}
    </article>
  );
};

const Other = ({ option }: { option: ResultOption }) => (
  <li>
    <strong>{option.text}</strong>
    {option.isAnswer && ', the right answer'}
    {option.isGiven && ', your answer'}
    {option.statement !== null && !option.isAnswer && <> belongs to another fact: “{option.statement}”</>}
  </li>
);
