import type { Route } from 'next';
import Link from 'next/link';
import controls from '@/components/controls/controls.module.css';
import classes from './exam.module.css';
import { lengthOfDay, workWords } from './plan-words';

type TodaysPartProps = {
  readonly study: Route;
  readonly sizes: { readonly due: number; readonly fresh: number; readonly last: number };
  readonly done: number;
  /** What the rest of it is expected to take. */
  readonly seconds: number;
};

/** What the plan holds for today, how much of it is done, and the way to it. */
export const TodaysPart = ({ study, sizes, done, seconds }: TodaysPartProps) => {
  const all = sizes.due + sizes.fresh + sizes.last;
  const left = all - done;
  return (
    <div className={classes.today}>
      <p>
        <strong>Today:</strong> {workWords(sizes)}
        {all > 0 && left === 0 && ', all done.'}
        {left > 0 && `, ${lengthOfDay(seconds)}${done > 0 ? ` more; ${done} of ${all} done` : ''}.`}
        {all === 0 && ' to do.'}
      </p>
      {left > 0 && (
        <Link
          href={study}
          prefetch={false}
          className={`${controls.button} ${controls.primary} ${classes.start ?? ''}`}
        >
          {done > 0 ? 'Go on with today’s part' : 'Start today’s part'}
        </Link>
      )}
    </div>
  );
};
