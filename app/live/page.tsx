import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { HistoryFrame } from '@/components/history/history-frame';
import { SessionList } from '@/components/live/session-list';
import { currentUser } from '@/lib/server/auth/session';
import { hostedSessions } from '@/lib/server/data/live-report';

export const metadata: Metadata = { title: 'Sessions in class' };

export default async function Page() {
  const user = await currentUser();
  if (user === null) redirect('/sign-in?next=/live');
  const sessions = await hostedSessions(user);
  return (
    <HistoryFrame title="Sessions in class">
      {sessions.length === 0 ? (
        <p>You have not played in class yet. A room is opened from the page of a deck or of a quiz.</p>
      ) : (
        <SessionList sessions={sessions} zone={user.learner.zone} />
      )}
    </HistoryFrame>
  );
}
