import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import controls from '@/components/controls/controls.module.css';
import { PageHead } from '@/components/controls/page-head';
import { LiveForm } from '@/components/live/live-form';
import { Refusal } from '@/lib/refusal';
import { currentUser } from '@/lib/server/auth/session';
import { liveOffer } from '@/lib/server/data/live-start';
import { startLiveAction } from './actions';

export const metadata: Metadata = { title: 'Play in class' };

export default async function Page({ params }: PageProps<'/decks/[id]/live'>) {
  const user = await currentUser();
  const { id } = await params;
  if (user === null) redirect(`/sign-in?next=/decks/${id}/live`);
  const { deckTitle, available, slower, running, classes } = await liveOffer(user, id).catch(
    (error: unknown) => {
      if (error instanceof Refusal && error.code === 'NOT_FOUND') notFound();
      throw error;
    },
  );
  if (available + slower === 0) {
    return (
      <PageHead
        title="Nothing to play yet"
        lead={`“${deckTitle}” has no questions yet. Keep some facts of it first.`}
      >
        <Link href={`/decks/${id}`} className={`${controls.button} ${controls.primary}`}>
          Open the deck
        </Link>
      </PageHead>
    );
  }
  return (
    <>
      <PageHead
        title={`Play “${deckTitle}” in class`}
        lead="Pupils join with a number and need no account. After each question everyone sees the sentence that proves the answer."
      />
      <LiveForm
        deck={{ available, slower }}
        classes={classes}
        running={running}
        start={startLiveAction.bind(null, id)}
      />
    </>
  );
}
