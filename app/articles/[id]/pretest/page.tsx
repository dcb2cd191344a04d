import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { layOutText, withoutTitle } from '@/components/deck/lay-out-text';
import { momentWords } from '@/components/history/moments';
import { ReadingLoopPage } from '@/components/quiz/reading-loop';
import { Refusal } from '@/lib/refusal';
import { currentUser } from '@/lib/server/auth/session';
import { readingLoop } from '@/lib/server/data/pretests';
import { startPosttestAction, startPretestAction } from './actions';

export const metadata: Metadata = { title: 'Test, read, test again' };

export default async function Page({ params }: PageProps<'/articles/[id]/pretest'>) {
  const user = await currentUser();
  const { id } = await params;
  if (user === null) redirect(`/sign-in?next=/articles/${id}/pretest`);
  const loop = await readingLoop(user, id).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') notFound();
    throw error;
  });
  const { text, title } = loop.article;
  return (
    <ReadingLoopPage
      loop={loop}
      blocks={withoutTitle(layOutText(text), title, text)}
      when={(at) => momentWords(at, user.learner.zone)}
      startPretest={startPretestAction.bind(null, id)}
      startPosttest={startPosttestAction.bind(null, id)}
    />
  );
}
