import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AnswersPage } from '@/components/history/answers-page';
import { currentUser } from '@/lib/server/auth/session';
import { answerReport } from '@/lib/server/data/answer-report';
import { askTheDifferenceAction } from './actions';

export const metadata: Metadata = { title: 'What you know and mix up' };

export default async function Page() {
  const user = await currentUser();
  if (user === null) redirect('/sign-in?next=/history/answers');
  return (
    <AnswersPage
      report={await answerReport(user)}
      zone={user.learner.zone}
      askTheDifference={askTheDifferenceAction}
    />
  );
}
