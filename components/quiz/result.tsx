import Link from 'next/link';
import controls from '@/components/controls/controls.module.css';
import { PageHead } from '@/components/controls/page-head';
import type { FormAction } from '@/components/account/form-state';
import { pointsInWords } from '@/lib/quiz/points-in-words';
import type { AttemptResult } from '@/lib/quiz/result';
import { fieldsOf, quizLink } from '@/lib/quiz/settings-link';
import type { Refused } from '@/lib/refusal';
import classes from './quiz.module.css';
import { Passing } from './passing';
import { ReadingGain } from './reading-gain';
import { ResultCard } from './result-card';
import { RetakeForm } from './retake-form';

type ResultProps = {
  readonly id: string;
  readonly result: AttemptResult;
  readonly zone: string;
  readonly retake: () => Promise<Refused>;
  /** Lets what was typed at a position pass from now on, or no longer. */
  readonly accept: (position: number, accept: boolean) => FormAction;
};

const MINUTE = 60_000;

const lengthInWords = (ms: number): string => {
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 1) return 'under a minute';
  if (minutes < 60) return minutes === 1 ? 'a minute' : `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours === 1 ? 'an hour' : `${hours} hours`;
};

const passedInWords = (isPassed: boolean | null, passMark: number | null): string =>
  isPassed === null
    ? ''
    : isPassed
      ? `. Passed: ${passMark}% was asked for`
      : `. Not passed: ${passMark}% was asked for`;

/** What it is worth where that may differ from what is right. */
export const worthInWords = (points: number | null, total: number): string =>
  points === null ? '' : `Worth ${pointsInWords(points)} of ${total}. `;

/** A finished attempt: the score, and for each question what proves its answer. */
export const Result = ({ id, result, zone, retake, accept }: ResultProps) => {
  const { score, total, points, items, deckId, deckTitle, startedAt, finishedAt, passMark } = result;
  const { quizId, isOwnQuiz, isOwnDeck, remarkedAt, settings, readFirst } = result;
  const isPassed = passMark === null ? null : (points ?? score) * 100 >= passMark * total;
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: zone });
  const length = lengthInWords(finishedAt.getTime() - startedAt.getTime());
  return (
    <div className={classes.sheet}>
      <PageHead
        title={`${score} of ${total} right`}
        lead={`${worthInWords(points, total)}${deckTitle}, ${when.format(finishedAt)}, in ${length}${passedInWords(isPassed, passMark)}`}
      >
        {readFirst !== null ? (
          <Link
            href={`/articles/${readFirst.articleId}/pretest`}
            className={`${controls.button} ${controls.primary}`}
          >
            Now read the article
          </Link>
        ) : (
          <Again id={id} result={result} retake={retake} />
        )}
        <Link href={quizLink(deckId, isOwnQuiz ? fieldsOf(settings) : {})} className={controls.button}>
          New quiz
        </Link>
        {isOwnDeck && (
          <Link href={`/decks/${deckId}`} className={controls.button}>
            Open the deck
          </Link>
        )}
        {isOwnQuiz && readFirst === null && (
          <Link href={`/quizzes/${quizId}`} className={controls.button}>
            How its questions did
          </Link>
        )}
      </PageHead>
      {isOwnQuiz && readFirst === null && <ReadingGain result={result} when={(at) => when.format(at)} />}
      {items.length === 0 && total > 0 && (
        <p>
          {readFirst === null
            ? 'This quiz tells the score alone.'
            : 'This was the pre-test. Its answers and their proofs are told after the post-test, which asks for the same facts once you have read the article.'}
        </p>
      )}
      <ol className={classes.results}>
        {items.map((item, index) => (
          <li key={index}>
            <ResultCard item={item} number={index + 1}>
              {isOwnQuiz && (
                <Passing
                  item={item}
                  remarkedAt={remarkedAt.get(index)}
                  when={when}
                  accept={accept}
                  position={index}
                />
              )}
            </ResultCard>
          </li>
        ))}
      </ol>
    </div>
  );
};

/** What can be done about a score. */
const Again = ({
  id,
  result: { score, total, attemptsLeft },
  retake,
}: Pick<ResultProps, 'id' | 'result' | 'retake'>) => (
  <>
    {score < total && (
      <Link href={`/study?attempt=${id}`} className={`${controls.button} ${controls.primary}`}>
        Study what I missed
      </Link>
    )}
    {attemptsLeft !== 0 && <RetakeForm retake={retake} left={attemptsLeft} />}
  </>
);
