import type { Route } from 'next';
import Link from 'next/link';
import type { TakenAgain } from '@/lib/quiz/answer-report';
import { gainInWords } from '@/lib/quiz/progress';
import history from './history.module.css';
import { dateWords } from './moments';

type GainTableProps = { readonly rows: readonly TakenAgain[]; readonly zone: string };

/** Quizzes taken more than once: the first score, the last, and what came between. */
export const GainTable = ({ rows, zone }: GainTableProps) => (
  <>
    <p className={history.aside}>
      Press “Pre-test” beside an article before you read it, read it, then take the post-test: what the
      reading gave you stands here, as does what any quiz gave that you took again.
    </p>
    {rows.length > 0 && (
      <table className={history.table}>
        <thead>
          <tr>
            <th scope="col">Quiz</th>
            <th scope="col" className={history.number}>
              First
            </th>
            <th scope="col" className={history.number}>
              Last
            </th>
            <th scope="col">Gain</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.attemptId}>
              <td>
                <Link href={`/attempts/${row.attemptId}` as Route}>{row.deckTitle}</Link>,{' '}
                {dateWords(row.first, zone)} to {dateWords(row.last, zone)}
              </td>
              <td className={history.number}>{row.gain.before} %</td>
              <td className={history.number}>{row.gain.after} %</td>
              <td>{gainInWords(row.gain)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </>
);
