import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ArticleImporter } from '@/components/article/article-importer';
import { PageHead } from '@/components/controls/page-head';
import { currentUser } from '@/lib/server/auth/session';
import { listDecks } from '@/lib/server/data/decks';
import { modelSettings } from '@/lib/server/model/settings';

export const metadata: Metadata = { title: 'New article' };

export default async function NewArticle({ searchParams }: PageProps<'/new'>) {
  const { deck } = await searchParams;
  const user = await currentUser();
  const decks = user === null ? [] : (await listDecks(user)).map(({ id, title }) => ({ id, title }));
  const deckId = typeof deck === 'string' ? deck : null;
  if (deckId !== null && !decks.some(({ id }) => id === deckId)) notFound();
  // Tokens are for those who have an account.
  const model = typeof user?.email === 'string' ? (modelSettings()?.name ?? null) : null;
  return (
    <>
      <PageHead title="New article" />
      <ArticleImporter decks={decks} deckId={deckId} model={model} />
    </>
  );
}
