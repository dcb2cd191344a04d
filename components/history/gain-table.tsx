import type { Route } from 'next';
import Link from 'next/link';
import type { TakenAgain } from '@/lib/quiz/answer-report';
import history from './history.module.css';
import { dateWords } from './moments';

type GainTableProps = { readonly rows: readonly TakenAgain[]; readonly zone: string };

const gainWords = ({ points, share }: TakenAgain['gain']): string => {
  const sign = points > 0 ? '+' : points < 0 ? '−' : '';
  const whole = `${sign}${Math.abs(points)} points`;
  return share === null || share <= 0 ? whole : `${whole}, ${Math.round(share * 100)} % of what was missing`;
};

/** Quizzes taken more than once: the first score, the last, and what came between. */
export const GainTable = ({ rows, zone }: GainTableProps) => (
  <>
    <p className={history.aside}>
      Take a quiz before you read, read the article, then press “Take it again” on its result: what the
      reading gave you stands here.
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
              <td>{gainWords(row.gain)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </>
);
