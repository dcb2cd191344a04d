import Link from 'next/link';
import controls from '@/components/controls/controls.module.css';
import { PageHead } from '@/components/controls/page-head';
import { momentWords } from '@/components/history/moments';
import quiz from '@/components/quiz/quiz.module.css';
import { worthInWords } from '@/components/quiz/result';
import { ResultCard } from '@/components/quiz/result-card';
import type { AttemptResult, ResultItem } from '@/lib/quiz/result';

type AssignedResultProps = {
  readonly id: string;
  readonly result: AttemptResult & { readonly assigned: NonNullable<AttemptResult['assigned']> };
  readonly zone: string;
};

/** What came of an attempt for a class: the score, and the answers with their proof once they are told. */
export const AssignedResult = ({ id, result, zone }: AssignedResultProps) => {
  const { score, total, points, items, deckId, deckTitle, finishedAt, assigned, remarkedAt } = result;
  return (
    <div className={quiz.sheet}>
      <PageHead
        title={`${score} of ${total} right`}
        lead={`${worthInWords(points, total)}${deckTitle}, handed in ${momentWords(finishedAt, zone)}`}
      >
        {assigned.isTold && score < total && (
          <Link
            href={`/study?given=${deckId}&attempt=${id}`}
            className={`${controls.button} ${controls.primary}`}
          >
            Study what I missed
          </Link>
        )}
        <Link href={`/assignments/${assigned.assignmentId}`} className={controls.button}>
          Back to the assignment
        </Link>
      </PageHead>
      {!assigned.isTold && (
        <p>
          {assigned.toldAt === null
            ? 'This quiz tells the score alone.'
            : `The right answers are told ${momentWords(assigned.toldAt, zone)}, when it is closed for all.`}
        </p>
      )}
      <ol className={quiz.results}>
        {items.map((item, index) => (
          <li key={index}>
            <ResultCard item={item} number={index + 1}>
              <Remarked item={item} at={remarkedAt.get(index)} zone={zone} />
            </ResultCard>
          </li>
        ))}
      </ol>
    </div>
  );
};

type RemarkedProps = { readonly item: ResultItem; readonly at: Date | undefined; readonly zone: string };

/** That a teacher has marked an answer otherwise after it was handed in, and how. */
const Remarked = ({ item, at, zone }: RemarkedProps) =>
  at !== undefined && (
    <p>
      {item.correct ? 'Your teacher let this answer pass' : 'Your teacher no longer lets this answer pass'}:{' '}
      {momentWords(at, zone)}.
    </p>
  );
