import Link from 'next/link';
import controls from '@/components/controls/controls.module.css';
import { count } from '@/components/history/moments';
import classes from './classes.module.css';
import { WorkList, type WorkLine } from './work-list';

type OpenWorkProps = {
  readonly work: readonly WorkLine[];
  /** Cards of what teachers gave that are due now. */
  readonly due: number;
  readonly now: Date;
  readonly zone: string;
};

/** On the first page of a pupil: what stands open, what is not done first, and what is due of it. */
export const OpenWork = ({ work, due, now, zone }: OpenWorkProps) => {
  const open = work.toSorted((a, b) => Number(a.isDone) - Number(b.isDone));
  if (open.length === 0 && due === 0) return null;
  return (
    <section className={classes.open} aria-labelledby="open-work">
      <h2 id="open-work">For your classes</h2>
      {open.length > 0 && <WorkList label="Open for you" work={open} now={now} zone={zone} namesClass />}
      {due > 0 && (
        <p className={classes.acts}>
          <Link href="/study?given=all" className={controls.button}>
            Study {count(due, 'card')} from class
          </Link>
        </p>
      )}
    </section>
  );
};
