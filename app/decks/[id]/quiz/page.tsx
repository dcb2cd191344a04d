import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import controls from '@/components/controls/controls.module.css';
import { PageHead } from '@/components/controls/page-head';
import { StartForm } from '@/components/quiz/start-form';
import { Refusal } from '@/lib/refusal';
import { currentUser } from '@/lib/server/auth/session';
import { quizOffer } from '@/lib/server/data/quizzes';
import { startQuizAction } from './actions';

export const metadata: Metadata = { title: 'New quiz' };

export default async function Page({ params }: PageProps<'/decks/[id]/quiz'>) {
  const user = await currentUser();
  const { id } = await params;
  if (user === null) redirect(`/sign-in?next=/decks/${id}/quiz`);
  const { deckTitle, available, articles, kinds, open } = await quizOffer(user, id).catch(
    (error: unknown) => {
      if (error instanceof Refusal && error.code === 'NOT_FOUND') notFound();
      throw error;
    },
  );
  if (available === 0) {
    return (
      <PageHead
        title="Nothing to ask yet"
        lead={`Keep some facts of “${deckTitle}” first; then a quiz can be made.`}
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
        title={`Quiz on “${deckTitle}”`}
        lead="Start as it stands, or say below how it is put. Every answer is proved by its sentence."
      >
        <Link href={`/decks/${id}/live`} className={controls.button}>
          Play in class
        </Link>
      </PageHead>
      <StartForm
        available={available}
        sources={{ articles, kinds }}
        open={open}
        start={startQuizAction.bind(null, id)}
      />
    </>
  );
}
