import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/controls/page-head';
import { SetImporter } from '@/components/transfer/set-importer';
import { currentUser } from '@/lib/server/auth/session';
import { deckNames } from '@/lib/server/data/decks';

export const metadata: Metadata = { title: 'Import cards' };

export default async function ImportPage({ searchParams }: PageProps<'/import'>) {
  const { deck } = await searchParams;
  const user = await currentUser();
  const decks = user === null ? [] : await deckNames(user);
  const deckId = typeof deck === 'string' ? deck : '';
  if (deckId !== '' && !decks.some(({ id }) => id === deckId)) notFound();
  return (
    <>
      <PageHead
        title="Import cards"
        lead="You see what a file holds before anything is kept. Imported cards are proved by the sentence that the file gives, or else by their own words."
      />
      <SetImporter decks={decks} deckId={deckId} />
    </>
  );
}
