import type { Marking } from '@/lib/quiz/points';
import classes from './quiz.module.css';

/** What wrong answers cost, where they cost something: whoever answers should know before. */
export const MarkingNote = ({ marking: { penalty, certainty } }: { readonly marking: Marking }) => {
  if (certainty === 'counts') {
    return (
      <p className={classes.source}>
        How sure you say to be counts: right and sure is worth most, wrong and sure costs most.
      </p>
    );
  }
  return (
    penalty > 0 && (
      <p className={classes.source}>
        A wrong answer costs {penalty}% of a point; an empty one costs nothing.
      </p>
    )
  );
};
