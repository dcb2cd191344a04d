import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { ArticleUpdater } from '@/components/article/article-updater';
import { PageHead } from '@/components/controls/page-head';
import { currentUser } from '@/lib/server/auth/session';
import { articleToUpdate } from '@/lib/server/data/article-update';
import { found } from '@/lib/server/found';

const load = cache(async (id: string) => {
  const user = await currentUser();
  if (user === null) redirect(`/sign-in?next=/articles/${id}/update`);
  return found(articleToUpdate(user, id));
});

export async function generateMetadata({ params }: PageProps<'/articles/[id]/update'>): Promise<Metadata> {
  return { title: `Update ${(await load((await params).id)).title}` };
}

export default async function UpdateArticle({ params }: PageProps<'/articles/[id]/update'>) {
  const { id, deckId, title, origin } = await load((await params).id);
  return (
    <>
      <PageHead title={`Update “${title}”`} />
      <ArticleUpdater articleId={id} deckId={deckId} address={origin?.address ?? null} />
    </>
  );
}
