import { Evidence } from '@/components/evidence/evidence';
import type { ResultItem } from '@/lib/quiz/result';
import classes from './quiz.module.css';

/** Right after an answer: whether it was right, what is, and the sentence that proves it. */
export const Told = ({ item }: { item: ResultItem }) => {
  const elsewhere = item.options.find(
    ({ isGiven, isAnswer, statement }) => isGiven && !isAnswer && statement !== null,
  );
  return (
    <div className={classes.told} role="status" data-correct={item.correct}>
      <p className={classes.toldVerdict}>
        <span aria-hidden="true">{item.correct ? '✓' : '✗'}</span>{' '}
        {item.correct ? 'Right.' : item.given === null ? 'Not answered.' : 'Wrong.'}{' '}
        {!item.correct && (
          <>
            The answer is <strong>{item.answer}</strong>.
          </>
        )}
      </p>
      {elsewhere !== undefined && (
        <p>
          “{elsewhere.text}” belongs to another fact: “{elsewhere.statement}”
        </p>
      )}
      <Evidence proof={item.proof} />
    </div>
  );
};
