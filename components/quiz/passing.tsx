import type { FormAction } from '@/components/account/form-state';
import { ActForm } from '@/components/weights/act-form';
import { hasOptions } from '@/lib/forms';
import type { ResultItem } from '@/lib/quiz/result';
import classes from './quiz.module.css';

type PassingProps = {
  readonly item: ResultItem;
  readonly position: number;
  /** When its mark was changed last; absent: never. */
  readonly remarkedAt: Date | undefined;
  readonly when: Intl.DateTimeFormat;
  readonly accept: (position: number, accept: boolean) => FormAction;
};

/** Where the owner of a question says that what was typed is right as well, and takes that back. */
export const Passing = ({ item, position, remarkedAt, when, accept }: PassingProps) => {
  if (hasOptions(item.form) || item.given === null) return null;
  const isPassed = item.correct && remarkedAt !== undefined;
  if (item.correct && !isPassed) return null;
  return (
    <div className={classes.passing}>
      {remarkedAt !== undefined && (
        <p>
          {isPassed ? `You let “${item.given}” pass` : 'You took back that this passes'}:{' '}
          {when.format(remarkedAt)}.
        </p>
      )}
      <ActForm
        action={accept(position, !isPassed)}
        submit={isPassed ? 'It was wrong after all' : 'I was right'}
        submitting="Marking again …"
        quiet
      />
    </div>
  );
};
