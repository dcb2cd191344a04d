import { count } from '@/components/history/moments';
import history from '@/components/history/history.module.css';
import { percentWords, rangeWords } from '@/components/memory/percent';
import classes from './exam.module.css';

type Predicted = { readonly mean: number; readonly low: number; readonly high: number };

type PredictionProps = {
  /** Of the facts in the plan; `null` where there are none. */
  readonly predicted: Predicted | null;
  readonly predictedAll: Predicted | null;
  readonly kept: number;
  readonly all: number;
  /** The share of study days on which the learner is expected, 0..1. */
  readonly attendance: number;
  /** Whether the exam is today or over. */
  readonly settled: boolean;
};

/** Of fewer facts than this, whole ones are easier to grasp than a share. */
const FEW = 20;

const boundsWords = (predicted: Predicted, facts: number): string => {
  if (facts >= FEW) return rangeWords(predicted);
  const [low, high] = [Math.round(predicted.low * facts), Math.round(predicted.high * facts)];
  return low === high ? `${low} of them` : `${low} to ${high} of them`;
};

/** What will be recalled on the day, in words, with how sure that is and how it is reckoned. */
export const Prediction = ({ predicted, predictedAll, kept, all, attendance, settled }: PredictionProps) => (
  <>
    <p className={classes.headline}>
      {predicted === null ? (
        'There is no time to learn anything: give the plan some minutes a day.'
      ) : (
        <>
          On the day you would recall about <strong>{percentWords(predicted.mean)}</strong> of the{' '}
          {count(kept, 'fact')} in the plan, most likely {boundsWords(predicted, kept)}.
        </>
      )}
    </p>
    {predicted !== null && predictedAll !== null && kept < all && (
      <p>
        Of all {count(all, 'fact')} of the decks that is about {percentWords(predictedAll.mean)}, most likely{' '}
        {boundsWords(predictedAll, all)}.
      </p>
    )}
    <details className={history.details}>
      <summary>How this is reckoned</summary>
      <p>
        The plan is played through many times with the same memory model that schedules your cards (FSRS-6),
        your own times per answer and how often you are right. Each time other facts are forgotten
        {settled
          ? ''
          : `, and you come on ${Math.round(attendance * 100)} of 100 study days, as your days so far suggest`}
        . Your memory may also be better or worse than the model takes it for: how much is judged by your own
        answers so far. In 9 of 10 cases the share that you recall should lie between the two bounds.
      </p>
    </details>
  </>
);
