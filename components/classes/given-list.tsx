import type { Route } from 'next';
import Link from 'next/link';
import classes from './classes.module.css';
import { progressWords, type GivenLine } from './given-page';
import { timeWords } from './work-words';

type GivenListProps = {
  readonly work: readonly GivenLine[];
  readonly now: Date;
  readonly zone: string;
};

/** What a class was given, as its teachers see it. */
export const GivenList = ({ work, now, zone }: GivenListProps) => (
  <ul className={classes.list} aria-label="Work of the class">
    {work.map((line) => (
      <li key={line.id} className={classes.item}>
        <h3>
          <Link href={`/assignments/${line.id}` as Route}>{line.title}</Link>
        </h3>
        <p>{progressWords(line)}</p>
        <p className={classes.dim}>
          {line.quiz === null ? 'Deck to study' : 'Quiz'} · {timeWords(line, now, zone)}
        </p>
      </li>
    ))}
  </ul>
);
