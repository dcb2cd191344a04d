import Link from 'next/link';
import { gainInWords, gainOf } from '@/lib/quiz/progress';
import type { AttemptResult } from '@/lib/quiz/result';
import { percentOf } from '@/lib/quiz/score';
import classes from './quiz.module.css';

/** Fewer questions than this say little. */
const ENOUGH = 10;

type ReadingGainProps = {
  readonly result: Pick<AttemptResult, 'first' | 'score' | 'total' | 'articles' | 'attemptsLeft'>;
  /** An instant as the learner reads it. */
  readonly when: (at: Date) => string;
};

/** Test, read, test again: what came of it since the first time, and the way to the articles for the next. */
export const ReadingGain = ({ result, when }: ReadingGainProps) => {
  const { first, score, total, articles, attemptsLeft } = result;
  const gain = first === null ? null : gainOf(percentOf(first.score, first.total), percentOf(score, total));
  const fewest = Math.min(total, first?.total ?? total);
  return (
    <section className={classes.loop} aria-label="Test, read, test again">
      {first !== null && gain !== null && (
        <p>
          The first time, {when(first.finishedAt)}: {first.score} of {first.total} right. This time: {score}{' '}
          of {total}. <strong>{gainInWords(gain)}</strong>.
          {fewest < ENOUGH && ' So few questions say little; ten or more say it better.'}
        </p>
      )}
      {articles.length > 0 && attemptsLeft !== 0 && (
        <p>
          Read{' '}
          {articles.map(({ id, title }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Link href={`/articles/${id}/memory`}>{title}</Link>
            </span>
          ))}
          , then take the quiz again: it asks for the same facts, in other words where there are any, and says
          here what you gained.
        </p>
      )}
    </section>
  );
};
