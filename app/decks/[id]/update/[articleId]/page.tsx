import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { ArticleUpdater } from '@/components/article/article-updater';
import { PageHead } from '@/components/controls/page-head';
import { currentUser } from '@/lib/server/auth/session';
import { articleToUpdate } from '@/lib/server/data/article-update';
import { found } from '@/lib/server/found';

type Props = PageProps<'/decks/[id]/update/[articleId]'>;

const load = cache(async (deckId: string, articleId: string) => {
  const user = await currentUser();
  if (user === null) redirect(`/sign-in?next=/decks/${deckId}/update/${articleId}`);
  const article = await found(articleToUpdate(user, articleId));
  if (article.deckId !== deckId) notFound();
  return article;
});

const loadOf = async (params: Props['params']) => {
  const { id, articleId } = await params;
  return load(id, articleId);
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Update ${(await loadOf(params)).title}` };
}

export default async function UpdateArticle({ params }: Props) {
  const { id, deckId, title, origin } = await loadOf(params);
  return (
    <>
      <PageHead title={`Update “${title}”`} />
      <ArticleUpdater articleId={id} deckId={deckId} address={origin?.address ?? null} />
    </>
  );
}
