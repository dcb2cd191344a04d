import type { Route } from 'next';
import Link from 'next/link';
import history from '@/components/history/history.module.css';
import { count } from '@/components/history/moments';
import type { ResultRow } from '@/lib/classes/report/results-csv';
import { percentOf } from '@/lib/quiz/score';

type PupilScoresProps = {
  /** `null`: players of a session, who belong to no class and had one go. */
  readonly classId: string | null;
  readonly pupils: readonly { readonly id: string; readonly name: string }[];
  readonly rows: readonly ResultRow[];
};

/** What each attempt of a pupil reached, the first one first. */
const attemptsOf = (rows: readonly ResultRow[], player: string): { right: number; of: number }[] => {
  const own = rows.filter((row) => row.player === player);
  return [...new Set(own.map(({ attempt }) => attempt))].map((attempt) => {
    const answers = own.filter((row) => row.attempt === attempt);
    return { right: answers.filter(({ correct }) => correct).length, of: answers.length };
  });
};

/** Who handed in and what they reached. */
export const PupilScores = ({ classId, pupils, rows }: PupilScoresProps) => (
  <table className={history.table}>
    <thead>
      <tr>
        <th scope="col">{classId === null ? 'Player' : 'Pupil'}</th>
        <th scope="col" className={history.number}>
          {classId === null ? 'Right' : 'First attempt'}
        </th>
        {classId !== null && (
          <th scope="col" className={history.number}>
            Best of
          </th>
        )}
      </tr>
    </thead>
    <tbody>
      {pupils.map(({ id, name }) => {
        const attempts = attemptsOf(rows, id);
        const [first] = attempts;
        const best = attempts.toSorted((a, b) => b.right - a.right)[0];
        return (
          <tr key={id}>
            <th scope="row">
              {classId === null ? (
                name
              ) : (
                <Link href={`/classes/${classId}/members/${id}` as Route}>{name}</Link>
              )}
            </th>
            <td className={history.number}>
              {first === undefined
                ? classId === null
                  ? 'asked nothing'
                  : 'not handed in'
                : `${first.right} of ${first.of} (${percentOf(first.right, first.of)} %)`}
            </td>
            {classId !== null && (
              <td className={history.number}>
                {best === undefined ? '–' : `${best.right} in ${count(attempts.length, 'attempt')}`}
              </td>
            )}
          </tr>
        );
      })}
    </tbody>
  </table>
);
