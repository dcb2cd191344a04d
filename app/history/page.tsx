import type { Metadata } from 'next';
import { AttemptTable, OpenAttempts } from '@/components/history/attempt-table';
import { DeckProgress } from '@/components/history/deck-progress';
import { DueChart } from '@/components/history/due-chart';
import { EmptyState } from '@/components/history/empty-state';
import { HistoryFrame, HistorySection, HistoryWays } from '@/components/history/history-frame';
import { PageLinks } from '@/components/history/page-links';
import { ScoreChart } from '@/components/history/score-chart';
import { currentUser } from '@/lib/server/auth/session';
import { progressByDeck } from '@/lib/server/data/deck-progress';
import { dueForecast } from '@/lib/server/data/due-ahead';
import { attemptHistory, latestScores, openAttempts } from '@/lib/server/data/history';
import type { User } from '@/lib/server/user';

export const metadata: Metadata = { title: 'History' };

const PAGE = 50;
const CHARTED = 100;
const DAYS = 14;

export default async function HistoryPage({ searchParams }: PageProps<'/history'>) {
  const user = await currentUser();
  const { before } = await searchParams;
  if (user === null) {
    return (
      <HistoryFrame>
        <EmptyState href="/sign-in?next=/history" link="Sign in">
          Your quizzes and what is due are kept here once you have a deck. Sign in to see yours, or start with
          an article on the first page.
        </EmptyState>
      </HistoryFrame>
    );
  }
  return typeof before === 'string' ? <Older user={user} before={before} /> : <Whole user={user} />;
}

const Whole = async ({ user }: { user: User }) => {
  const { zone } = user.learner;
  const [{ attempts, older }, scores, open, due, decks] = await Promise.all([
    attemptHistory(user, { limit: PAGE, before: null }),
    latestScores(user, CHARTED),
    openAttempts(user),
    dueForecast(user, new Date(), DAYS),
    progressByDeck(user),
  ]);
  return (
    <HistoryFrame>
      <HistorySection title="Scores">
        {attempts.length === 0 ? (
          <EmptyState href="/" link="Choose a deck">
            No quiz is handed in yet. Take one from the page of a deck; its score is kept here.
          </EmptyState>
        ) : (
          <>
            <ScoreChart scores={scores} zone={zone} />
            <HistoryWays />
          </>
        )}
      </HistorySection>
      {open.length > 0 && (
        <HistorySection title="Not handed in">
          <OpenAttempts attempts={open} zone={zone} />
        </HistorySection>
      )}
      <HistorySection title={`Due in the next ${DAYS} days`}>
        {due.some((day) => day.due > 0) ? (
          <DueChart days={due} />
        ) : (
          <EmptyState href="/study" link="Study">
            Nothing is planned in these days. Study some cards; each then comes back when you are about to
            forget it.
          </EmptyState>
        )}
      </HistorySection>
      <HistorySection title="Facts by deck">
        {decks.length > 0 ? (
          <DeckProgress decks={decks} />
        ) : (
          <EmptyState href="/new" link="Add an article">
            There is no deck yet. Add an article; the facts you keep are counted here.
          </EmptyState>
        )}
      </HistorySection>
      {attempts.length > 0 && (
        <HistorySection title="Quizzes">
          <AttemptTable attempts={attempts} zone={zone} />
          <PageLinks older={older} first />
        </HistorySection>
      )}
    </HistoryFrame>
  );
};

const Older = async ({ user, before }: { user: User; before: string }) => {
  const { attempts, older } = await attemptHistory(user, { limit: PAGE, before });
  return (
    <HistoryFrame>
      <HistorySection title="Older quizzes">
        {attempts.length > 0 ? (
          <AttemptTable attempts={attempts} zone={user.learner.zone} />
        ) : (
          <p>There are no older ones.</p>
        )}
        <PageLinks older={older} first={false} />
      </HistorySection>
    </HistoryFrame>
  );
};
