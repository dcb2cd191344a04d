import type { Route } from 'next';
import Link from 'next/link';
import type { Phase } from '@/lib/classes/feedback';
import classes from './classes.module.css';
import { doneWords, timeWords } from './work-words';

export type WorkLine = {
  readonly id: string;
  readonly className: string;
  readonly title: string;
  readonly isQuiz: boolean;
  readonly isDone: boolean;
  readonly isReminded: boolean;
  readonly phase: Phase;
  readonly opensAt: Date;
  readonly closesAt: Date | null;
  readonly taken: readonly {
    readonly finishedAt: Date | null;
    readonly score: number;
    readonly total: number;
  }[];
  readonly facts: { readonly all: number; readonly met: number; readonly due: number };
};

type WorkListProps = {
  readonly label: string;
  readonly work: readonly WorkLine[];
  readonly now: Date;
  readonly zone: string;
  /** Whether each says of which class it is. */
  readonly namesClass?: boolean;
};

/** What a pupil was given, each with its time and what is done of it. */
export const WorkList = ({ label, work, now, zone, namesClass = false }: WorkListProps) => (
  <ul className={classes.list} aria-label={label}>
    {work.map((line) => (
      <li key={line.id} className={classes.item}>
        <h3>
          <Link href={`/assignments/${line.id}` as Route}>{line.title}</Link>
        </h3>
        <p>
          <span className={line.isDone ? classes.dim : classes.state}>{doneWords(line)}</span>
          {line.isReminded && <strong> · Your teacher reminds you</strong>}
        </p>
        <p className={classes.dim}>
          {namesClass && `${line.className} · `}
          {line.isQuiz ? 'Quiz' : 'Deck to study'} · {timeWords(line, now, zone)}
        </p>
      </li>
    ))}
  </ul>
);
