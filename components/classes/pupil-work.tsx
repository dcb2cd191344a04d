import Link from 'next/link';
import type { FormAction } from '@/components/account/form-state';
import controls from '@/components/controls/controls.module.css';
import { HistoryFrame, HistorySection } from '@/components/history/history-frame';
import { count, momentWords } from '@/components/history/moments';
import { ActForm } from '@/components/weights/act-form';
import type { AssignmentFeedback } from '@/lib/classes/feedback';
import classes from './classes.module.css';
import type { WorkLine } from './work-list';
import { doneWords, FEEDBACK_WORDS, timeWords } from './work-words';

type PupilWorkProps = {
  readonly work: Omit<WorkLine, 'taken'> & {
    readonly classId: string;
    readonly deckId: string;
    readonly attempts: number | null;
    readonly feedback: AssignmentFeedback;
    readonly questions: number;
    readonly minutes: number | null;
    readonly taken: readonly {
      readonly id: string;
      readonly finishedAt: Date | null;
      readonly score: number;
      readonly total: number;
    }[];
  };
  readonly now: Date;
  readonly zone: string;
  readonly begin: FormAction;
};

/** An assignment as a pupil sees it: what it is, until when, and the way into it. */
export const PupilWork = ({ work, now, zone, begin }: PupilWorkProps) => {
  const { taken, attempts, isQuiz, phase, facts } = work;
  const underWay = taken.find(({ finishedAt }) => finishedAt === null);
  const finished = taken.filter(({ finishedAt }) => finishedAt !== null);
  const left = attempts === null ? null : Math.max(0, attempts - taken.length);
  return (
    <HistoryFrame title={work.title}>
      <p className={classes.dim}>
        <Link href={`/classes/${work.classId}`}>{work.className}</Link> · {timeWords(work, now, zone)}
      </p>
      {isQuiz && (
        <dl className={classes.facts}>
          <dt>Questions</dt>
          <dd>{work.questions}</dd>
          <dt>Time</dt>
          <dd>{work.minutes === null ? 'Until it closes' : count(work.minutes, 'minute')}</dd>
          <dt>Attempts</dt>
          <dd>{attempts === null ? 'As often as you like' : `${taken.length} of ${attempts} used`}</dd>
          <dt>You are told</dt>
          <dd>{FEEDBACK_WORDS[work.feedback]}</dd>
        </dl>
      )}
      <p className={classes.state}>{doneWords(work)}</p>
      {isQuiz && underWay !== undefined && (
        <p className={classes.acts}>
          <Link
            href={`/attempts/${underWay.id}`}
            className={`${controls.button} ${controls.primary} ${classes.go}`}
          >
            Go on with it
          </Link>
        </p>
      )}
      {isQuiz && underWay === undefined && phase === 'open' && left !== 0 && (
        <ActForm
          action={begin}
          submit={finished.length === 0 ? 'Begin' : 'Take it again'}
          submitting="One moment …"
        />
      )}
      {!isQuiz && phase === 'open' && (facts.met < facts.all || facts.due > 0) && (
        <p className={classes.acts}>
          <Link
            href={`/study?given=${work.deckId}`}
            className={`${controls.button} ${controls.primary} ${classes.go}`}
          >
            Study it
          </Link>
        </p>
      )}
      {finished.length > 0 && (
        <HistorySection title="Handed in">
          <ul className={classes.list}>
            {finished.map(({ id, finishedAt, score, total }) => (
              <li key={id}>
                <Link href={`/attempts/${id}`}>
                  {score} of {total} right
                </Link>
                {finishedAt !== null && `, ${momentWords(finishedAt, zone)}`}
              </li>
            ))}
          </ul>
        </HistorySection>
      )}
    </HistoryFrame>
  );
};
