import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { PageHead } from '@/components/controls/page-head';
import { LiveForm } from '@/components/live/live-form';
import { Refusal } from '@/lib/refusal';
import { currentUser } from '@/lib/server/auth/session';
import { liveQuizOffer } from '@/lib/server/data/live-start';
import { startQuizLiveAction } from './actions';

export const metadata: Metadata = { title: 'Play in class' };

export default async function Page({ params }: PageProps<'/quizzes/[id]/live'>) {
  const user = await currentUser();
  const { id } = await params;
  if (user === null) redirect(`/sign-in?next=/quizzes/${id}/live`);
  const { deckTitle, count, running, classes } = await liveQuizOffer(user, id).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') notFound();
    throw error;
  });
  return (
    <>
      <PageHead
        title={`Play the quiz on “${deckTitle}” in class`}
        lead={`With the quiz’s own settings: up to ${count} ${count === 1 ? 'question' : 'questions'} of the kinds that it asks. Pupils join with a number and need no account.`}
      />
      <LiveForm deck={null} classes={classes} running={running} start={startQuizLiveAction.bind(null, id)} />
    </>
  );
}
