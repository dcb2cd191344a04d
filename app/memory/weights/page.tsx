import type { Metadata } from 'next';
import { EmptyState } from '@/components/history/empty-state';
import { HistoryFrame, HistorySection } from '@/components/history/history-frame';
import { FitHistory } from '@/components/weights/fit-history';
import { FitPanel } from '@/components/weights/fit-panel';
import { InUse } from '@/components/weights/in-use';
import { TrialResult } from '@/components/weights/trial-result';
import { WeightsTable } from '@/components/weights/weights-table';
import { DEFAULT_WEIGHTS } from '@/lib/memory/fsrs';
import { refitReason } from '@/lib/memory/fit';
import { FEWEST_RECALLS } from '@/lib/memory/trial';
import { currentUser } from '@/lib/server/auth/session';
import { countRecalls, fitsOf, isStale } from '@/lib/server/data/weights';
import type { User } from '@/lib/server/user';
import { fitWeightsAction, returnToDefaultsAction, takeFitAction } from './actions';

const TITLE = 'Your weights';

export const metadata: Metadata = { title: TITLE };

export default async function WeightsPage() {
  const user = await currentUser();
  return (
    <HistoryFrame title={TITLE}>
      <p>
        When you are about to forget, the schedule foresees by 21 numbers: its weights. Everybody starts with
        the defaults, which suit most people. Once you have answered enough, they can be fitted to your own
        memory, and yours are kept only where they foresee better.
      </p>
      {user === null ? (
        <EmptyState href="/sign-in?next=/memory/weights" link="Sign in">
          Sign in to see yours.
        </EmptyState>
      ) : (
        <Weights user={user} />
      )}
    </HistoryFrame>
  );
}

const Weights = async ({ user }: { user: User }) => {
  const [fits, recalls, stale] = await Promise.all([fitsOf(user), countRecalls(user), isStale(user)]);
  const { zone, weights } = user.learner;
  const tried = fits.find(({ trial }) => trial !== null);
  const [last] = fits;
  const own =
    weights === undefined ? null : (fits.find((fit) => String(fit.weights) === String(weights)) ?? null);
  const winner = fits.find((fit) => fit.weights !== null && fit.trial?.wins === true) ?? null;
  return (
    <>
      <HistorySection title="In use">
        <InUse
          own={weights !== undefined}
          fit={own}
          winner={winner}
          stale={stale}
          zone={zone}
          onDefaults={returnToDefaultsAction}
          onTake={takeFitAction}
        />
      </HistorySection>
      <HistorySection title="Fit to your reviews">
        <FitPanel
          recalls={recalls}
          fewest={FEWEST_RECALLS}
          last={last ?? null}
          offer={last === undefined ? null : refitReason(last, recalls, new Date())}
          onFit={fitWeightsAction}
        />
      </HistorySection>
      {tried?.trial != null && (
        <HistorySection title="Your weights and the defaults">
          <TrialResult trial={tried.trial} />
          {tried.weights !== null && <WeightsTable own={tried.weights} defaults={DEFAULT_WEIGHTS} />}
        </HistorySection>
      )}
      {fits.length > 0 && (
        <HistorySection title="All fits">
          <FitHistory fits={fits} inUse={own?.id ?? null} zone={zone} />
        </HistorySection>
      )}
    </>
  );
};
