import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import controls from '@/components/controls/controls.module.css';
import { PageHead } from '@/components/controls/page-head';
import { ExportList } from '@/components/transfer/export-list';
import { writeGift } from '@/lib/formats/write-gift';
import { writeKahoot } from '@/lib/formats/write-kahoot';
import { Refusal } from '@/lib/refusal';
import { currentUser } from '@/lib/server/auth/session';
import { studySetOf } from '@/lib/server/data/study-sets';

export const metadata: Metadata = { title: 'Export' };

export default async function ExportPage({ params }: PageProps<'/decks/[id]/export'>) {
  const user = await currentUser();
  const { id } = await params;
  if (user === null) redirect(`/sign-in?next=/decks/${id}/export`);
  const set = await studySetOf(user, id, false).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') notFound();
    throw error;
  });
  const questions = set.cards.reduce((sum, card) => sum + card.questions.length, 0);
  return (
    <>
      <PageHead
        title={`Export “${set.title}”`}
        lead="Every file that has room for it carries the proof of each question."
      >
        <Link href={`/decks/${id}/print`} className={controls.button}>
          Print
        </Link>
        <Link href={`/decks/${id}`} className={controls.button}>
          Back to the deck
        </Link>
      </PageHead>
      {set.cards.length === 0 ? (
        <p>There is nothing to export yet: keep some facts of this deck first.</p>
      ) : (
        <ExportList
          deckId={id}
          cards={set.cards.length}
          questions={questions}
          leftOut={{ gift: writeGift(set).leftOut, kahoot: writeKahoot(set).leftOut }}
        />
      )}
    </>
  );
}
