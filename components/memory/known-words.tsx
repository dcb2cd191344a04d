import { count } from '@/components/history/moments';
import classes from './memory.module.css';

type KnownWordsProps = {
  /** The sum of the chances of recall. */
  readonly known: number;
  readonly met: number;
};

/** The headline: what would be recalled if all of it were asked now, and how that is counted. */
export const KnownWords = ({ known, met }: KnownWordsProps) => (
  <>
    <p className={classes.lead}>
      If asked now, you would recall about <strong>{Math.round(known)}</strong> of the <strong>{met}</strong>{' '}
      {met === 1 ? 'fact' : 'facts'} you have met.
    </p>
    <details className={classes.counted}>
      <summary>How this is counted</summary>
      <p className={classes.note}>
        For each fact that you have answered at least once and still keep, the schedule estimates the chance
        that you recall it today (its retrievability): it is 90 % when as many days have passed as the fact is
        stable for, and it falls with every day that nobody asks. The sum of these chances is the number of
        facts known: {count(100, 'fact')} at 90 % each are 90 facts known. It is an estimate, and it says
        nothing of facts you have not met.
      </p>
    </details>
  </>
);
