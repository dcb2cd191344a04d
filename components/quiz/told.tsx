import { AnswerText } from '@/components/evidence/answer-text';
import { Evidence } from '@/components/evidence/evidence';
import { hasParts } from '@/lib/forms';
import type { ResultItem } from '@/lib/quiz/result';
import classes from './quiz.module.css';
import { signOf, verdictOf } from './verdict';

/** Right after an answer: whether it was right, what is, and the sentence that proves it. */
export const Told = ({ item }: { item: ResultItem }) => {
  const elsewhere = item.options.find(
    ({ isGiven, isAnswer, statement }) => isGiven && !isAnswer && statement !== null,
  );
  return (
    <div className={classes.told} role="status" data-correct={item.correct}>
      <p className={classes.toldVerdict}>
        <span aria-hidden="true">{signOf(item)}</span> {verdictOf(item)}.{' '}
        {!item.correct && !hasParts(item.form) && (
          <>
            The answer is <strong>{item.answer}</strong>.
          </>
        )}
      </p>
      {!item.correct && hasParts(item.form) && (
        <>
          <p>The answer is:</p>
          <AnswerText form={item.form} text={item.answer} />
        </>
      )}
      {elsewhere !== undefined && (
        <p>
          “{elsewhere.text}” belongs to another fact: “{elsewhere.statement}”
        </p>
      )}
      <Evidence proof={item.proof} />
    </div>
  );
};
