import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import controls from '@/components/controls/controls.module.css';
import { PageHead } from '@/components/controls/page-head';
import { StartForm } from '@/components/quiz/start-form';
import { fieldsOf, quizLink } from '@/lib/quiz/settings-link';
import { settingsOfLink } from '@/lib/quiz/settings-fields';
import { Refusal } from '@/lib/refusal';
import { currentUser } from '@/lib/server/auth/session';
import { titleOfDecks } from '@/lib/server/data/quiz-sources';
import { quizOffer } from '@/lib/server/data/quizzes';
import { startQuizAction } from './actions';

export const metadata: Metadata = { title: 'New quiz' };

export default async function Page({ params, searchParams }: PageProps<'/decks/[id]/quiz'>) {
  const user = await currentUser();
  const { id } = await params;
  const { settings, isSaid, wrong } = settingsOfLink(await searchParams);
  if (user === null) redirect(`/sign-in?next=${encodeURIComponent(quizLink(id, fieldsOf(settings)))}`);
  const offer = await quizOffer(user, id, settings).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') return null;
    throw error;
  });
  if (offer === null) {
    return (
      <PageHead
        title="No quiz for you here"
        lead="This deck is not here, or not yours. A quiz on a deck of somebody else needs them to give it to your class, or to play it with you."
      >
        <Link href="/" className={`${controls.button} ${controls.primary}`}>
          To your decks
        </Link>
      </PageHead>
    );
  }
  const { decks, available, others, open } = offer;
  const [deck] = decks;
  if (available === 0 && others.length === 0) {
    return (
      <PageHead
        title="Nothing to ask yet"
        lead={`Keep some facts of “${titleOfDecks(decks)}” first; then a quiz can be made.`}
      >
        <Link href={`/decks/${id}`} className={`${controls.button} ${controls.primary}`}>
          Open the deck
        </Link>
      </PageHead>
    );
  }
  const offered = new Set(offer.articles.map((article) => article.id));
  const isPartGone =
    decks.length <= settings.alsoDeckIds.length ||
    settings.articleIds?.every((each) => offered.has(each)) === false;
  return (
    <>
      <PageHead
        title={`Quiz on “${deck?.title ?? ''}”`}
        lead="Start as it stands, or say below how it is put. Every answer is proved by its sentence."
      >
        {deck?.isOwn === true && (
          <Link href={`/decks/${id}/live`} className={controls.button}>
            Play in class
          </Link>
        )}
      </PageHead>
      <StartForm
        deckId={id}
        settings={settings}
        told={{ isSaid, isPartWrong: wrong.length > 0, isPartGone }}
        available={available}
        decks={{ chosen: decks.slice(1), others }}
        sources={offer}
        open={open}
        start={startQuizAction.bind(null, id)}
      />
    </>
  );
}
