import type { Route } from 'next';
import Link from 'next/link';
import { HistorySection } from '@/components/history/history-frame';
import history from '@/components/history/history.module.css';
import { momentWords } from '@/components/history/moments';
import { percentOf } from '@/lib/quiz/score';

type PupilAttemptsProps = {
  readonly attempts: readonly {
    readonly assignmentId: string;
    readonly title: string;
    readonly startedAt: Date;
    readonly finishedAt: Date | null;
    readonly score: number | null;
    readonly total: number;
  }[];
  readonly zone: string;
};

/** What a pupil did in the class, the newest first. */
export const PupilAttempts = ({ attempts, zone }: PupilAttemptsProps) => (
  <HistorySection title="Work">
    <table className={history.table}>
      <thead>
        <tr>
          <th scope="col">Begun</th>
          <th scope="col">Assignment</th>
          <th scope="col" className={history.number}>
            Reached
          </th>
        </tr>
      </thead>
      <tbody>
        {attempts.map(({ assignmentId, title, startedAt, finishedAt, score, total }) => (
          <tr key={startedAt.getTime()}>
            <td className={history.when}>{momentWords(startedAt, zone)}</td>
            <th scope="row">
              <Link href={`/assignments/${assignmentId}` as Route}>{title}</Link>
            </th>
            <td className={history.number}>
              {finishedAt === null
                ? 'under way'
                : `${score ?? 0} of ${total} (${percentOf(score ?? 0, total)}\u00a0%)`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </HistorySection>
);
