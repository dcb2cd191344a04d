import Link from 'next/link';
import history from '@/components/history/history.module.css';
import { dateWords } from '@/components/history/moments';

type SessionListProps = {
  readonly sessions: readonly {
    readonly id: string;
    readonly title: string;
    readonly at: Date;
    readonly players: number;
    readonly isOpen: boolean;
  }[];
  readonly zone: string;
};

/** Sessions that were played, the newest first, each with its report. */
export const SessionList = ({ sessions, zone }: SessionListProps) => (
  <table className={history.table}>
    <thead>
      <tr>
        <th scope="col">Session</th>
        <th scope="col">Day</th>
        <th scope="col" className={history.number}>
          Players
        </th>
      </tr>
    </thead>
    <tbody>
      {sessions.map(({ id, title, at, players, isOpen }) => (
        <tr key={id}>
          <th scope="row">
            <Link href={`/live/${id}/report`}>{title}</Link>
            {isOpen && (
              <>
                {' '}
                (<Link href={`/live/${id}`}>the room is open</Link>)
              </>
            )}
          </th>
          <td className={history.when}>{dateWords(at, zone)}</td>
          <td className={history.number}>{players}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
