import type { Route } from 'next';
import Link from 'next/link';
import classes from './history.module.css';
import { count, lengthWords, momentWords } from './moments';
import type { ScorePoint } from './score-chart';

export type AttemptLine = ScorePoint & { readonly startedAt: Date };

type AttemptTableProps = {
  /** Newest first. */
  readonly attempts: readonly AttemptLine[];
  readonly zone: string;
};

/** The quizzes handed in, each with a way to its result. */
export const AttemptTable = ({ attempts, zone }: AttemptTableProps) => (
  <table className={classes.table}>
    <thead>
      <tr>
        <th scope="col">Date</th>
        <th scope="col">Deck</th>
        <th scope="col" className={classes.number}>
          Score
        </th>
        <th scope="col" className={classes.number}>
          Length
        </th>
      </tr>
    </thead>
    <tbody>
      {attempts.map((attempt) => (
        <tr key={attempt.id}>
          <td className={classes.when}>
            <time dateTime={attempt.finishedAt.toISOString()}>{momentWords(attempt.finishedAt, zone)}</time>
          </td>
          <td className={classes.deck}>
            <Link href={`/attempts/${attempt.id}` as Route}>{attempt.deckTitle}</Link>
          </td>
          <td className={classes.number}>
            {attempt.right} of {attempt.of} <span className={classes.percent}>({attempt.percent} %)</span>
          </td>
          <td className={classes.number}>
            <span className={classes.wide}>{count(attempt.of, 'question')}, </span>
            {lengthWords(attempt.finishedAt.getTime() - attempt.startedAt.getTime())}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

type OpenAttemptsProps = {
  readonly attempts: readonly {
    readonly id: string;
    readonly deckTitle: string;
    readonly startedAt: Date;
    readonly answered: number;
    readonly of: number;
  }[];
  readonly zone: string;
};

/** The quizzes begun and not handed in, each with a way back into it. */
export const OpenAttempts = ({ attempts, zone }: OpenAttemptsProps) => (
  <ul className={classes.decks}>
    {attempts.map(({ id, deckTitle, startedAt, answered, of }) => (
      <li key={id}>
        <Link href={`/attempts/${id}` as Route}>Go on with {deckTitle}</Link>, {answered} of {of} answered,
        begun {momentWords(startedAt, zone)}
      </li>
    ))}
  </ul>
);
