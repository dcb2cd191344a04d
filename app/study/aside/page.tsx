import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PageHead } from '@/components/controls/page-head';
import { AsideList } from '@/components/study/aside-list';
import { currentUser } from '@/lib/server/auth/session';
import { asideFacts, MOST_ASIDE } from '@/lib/server/data/set-aside';
import { takeInAction, unflagAction } from '../actions';

export const metadata: Metadata = { title: 'Set aside' };

export default async function Page() {
  const user = await currentUser();
  if (user === null) redirect('/sign-in?next=/study/aside');
  const facts = await asideFacts(user, new Date());
  return (
    <>
      <PageHead
        title="Set aside"
        lead="What is suspended, buried until tomorrow, flagged, or forgotten again and again. Their memories stay as they are."
      />
      <AsideList facts={facts} most={MOST_ASIDE} takeIn={takeInAction} unflag={unflagAction} />
    </>
  );
}
