import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ItemReport } from '@/components/quiz/item-report';
import { Refusal } from '@/lib/refusal';
import { may } from '@/lib/classes/policy';
import { currentUser } from '@/lib/server/auth/session';
import { listClasses } from '@/lib/server/data/classes';
import { quizItems } from '@/lib/server/data/quiz-items';

export const metadata: Metadata = { title: 'Questions of a quiz' };

export default async function Page({ params }: PageProps<'/quizzes/[id]'>) {
  const user = await currentUser();
  const { id } = await params;
  if (user === null) redirect(`/sign-in?next=/quizzes/${id}`);
  const report = await quizItems(user, id).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') notFound();
    throw error;
  });
  const classes = await listClasses(user);
  const giveTo = classes.filter((each) => may(each, 'assign'));
  return <ItemReport quizId={id} report={report} giveTo={giveTo} />;
}
