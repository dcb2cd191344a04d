import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { DueChart } from '@/components/history/due-chart';
import { EmptyState } from '@/components/history/empty-state';
import { HistoryFrame, HistorySection } from '@/components/history/history-frame';
import { DeckChoice } from '@/components/memory/deck-choice';
import { HourChart } from '@/components/memory/hour-chart';
import { KnownWords } from '@/components/memory/known-words';
import { MapList } from '@/components/memory/map-list';
import { RetentionChart } from '@/components/memory/retention-chart';
import { TimeChart } from '@/components/memory/time-chart';
import { YearMap } from '@/components/memory/year-map';
import { dayOf } from '@/lib/memory/days';
import { Refusal } from '@/lib/refusal';
import { currentUser } from '@/lib/server/auth/session';
import { recallByArticle } from '@/lib/server/data/article-memory';
import { deckNames } from '@/lib/server/data/decks';
import { lifeStatistics } from '@/lib/server/data/statistics';
import type { User } from '@/lib/server/user';

const TITLE = 'What you know';

export const metadata: Metadata = { title: TITLE };

const FORECAST_DAYS = 30;
/** Articles whose maps are listed; those of one deck show more of it. */
const MAPS = 20;

/** An empty value is what the form sends for all decks. */
const wishSchema = z.object({ deck: z.string().exactOptional() });

export default async function MemoryPage({ searchParams }: PageProps<'/memory'>) {
  const user = await currentUser();
  const wish = wishSchema.safeParse(await searchParams);
  if (!wish.success) notFound();
  const deckId = wish.data.deck === undefined || wish.data.deck === '' ? null : wish.data.deck;
  return (
    <HistoryFrame title={TITLE}>
      {user !== null && (
        <p>
          <Link href="/memory/weights">Your weights</Link>: how well the schedule foresees what you recall.
        </p>
      )}
      {user === null ? (
        <EmptyState href="/sign-in?next=/memory" link="Sign in">
          How much of what you learnt you would recall today is shown here. Sign in to see yours, or start
          with an article on the first page.
        </EmptyState>
      ) : (
        <Known user={user} deckId={deckId} />
      )}
    </HistoryFrame>
  );
}

const Known = async ({ user, deckId }: { user: User; deckId: string | null }) => {
  const now = new Date();
  const [decks, articles, life] = await Promise.all([
    deckNames(user),
    recallByArticle(user, deckId, now, MAPS),
    lifeStatistics(user, now, FORECAST_DAYS, deckId).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'NOT_FOUND') notFound();
      throw error;
    }),
  ]);
  const study = (deckId === null ? '/study' : `/study?deck=${deckId}`) as Route;
  const today = dayOf(now, user.learner);
  const asked = life.retention.some(({ recalls }) => recalls > 0);
  return (
    <>
      {decks.length > 1 && <DeckChoice decks={decks} chosenId={deckId} />}
      {life.met === 0 ? (
        <EmptyState
          href={decks.length === 0 ? '/new' : study}
          link={decks.length === 0 ? 'Add an article' : 'Study'}
        >
          You have not met any fact {deckId === null ? 'yet' : 'of this deck yet'}. From your first answer on,
          this page shows how much you would recall today, and how well your memory kept what you learnt.
        </EmptyState>
      ) : (
        <KnownWords known={life.known} met={life.met} />
      )}
      {articles.length > 0 && (
        <HistorySection title="Memory maps">
          <MapList articles={articles} />
        </HistorySection>
      )}
      <HistorySection title="True retention">
        {asked ? (
          <RetentionChart spans={life.retention} aim={user.learner.retention} />
        ) : (
          <p>
            Whether you recall a fact on a later day than the one you learnt it on is counted here, from your
            second day on. Nothing of the kind was asked in the last year.
          </p>
        )}
      </HistorySection>
      <HistorySection title={`Due in the next ${FORECAST_DAYS} days`}>
        {life.forecast.some(({ due }) => due > 0) ? (
          <DueChart days={life.forecast} />
        ) : (
          <p>Nothing is planned. What you study comes back when you are about to forget it.</p>
        )}
      </HistorySection>
      <HistorySection title="Days of the last year">
        {life.days.length > 0 ? (
          <YearMap days={life.days} today={today} />
        ) : (
          <p>Each day on which you answer something gets its square in a calendar here.</p>
        )}
      </HistorySection>
      <HistorySection title="Recall by hour of the day">
        {life.hours.some(({ recalls }) => recalls > 0) ? (
          <HourChart hours={life.hours} dayStart={user.learner.dayStart} />
        ) : (
          <p>At which hours you recall best shows here once facts have come back on a later day.</p>
        )}
      </HistorySection>
      <HistorySection title="Time for an answer">
        {life.days.some(({ timed }) => timed > 0) ? (
          <TimeChart days={life.days} today={today} />
        ) : (
          <p>How long you think before you answer is measured while you study and shown here.</p>
        )}
      </HistorySection>
    </>
  );
};
