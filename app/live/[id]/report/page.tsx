import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import classes from '@/components/classes/classes.module.css';
import { AssignmentReport } from '@/components/classes/report/assignment-report';
import { withShares } from '@/lib/classes/report/live-shares';
import { HistoryFrame } from '@/components/history/history-frame';
import { count, dateWords } from '@/components/history/moments';
import { currentUser } from '@/lib/server/auth/session';
import { liveResults } from '@/lib/server/data/live-report';
import { found } from '@/lib/server/found';

export const metadata: Metadata = { title: 'Report of a session' };

export default async function Page({ params }: PageProps<'/live/[id]/report'>) {
  const user = await currentUser();
  const { id } = await params;
  if (user === null) redirect(`/sign-in?next=/live/${id}/report`);
  const { title, startedAt, items, players, rows } = await found(liveResults(user, id));
  return (
    <HistoryFrame title={`Report: ${title}`}>
      <p className={classes.dim}>
        <Link href="/live">Sessions in class</Link> · {dateWords(startedAt, user.learner.zone)} ·{' '}
        {count(players.length, 'player')}
      </p>
      {rows.length === 0 ? (
        <p>No question was put to anybody yet.</p>
      ) : (
        <AssignmentReport
          classId={null}
          pupils={players}
          items={items}
          rows={withShares(items, rows)}
          csv={`/api/live/${id}/results`}
        />
      )}
    </HistoryFrame>
  );
}
