import type { Metadata } from 'next';
import { PageHead } from '@/components/controls/page-head';
import { JoinForm } from '@/components/live/join-form';
import { readPin } from '@/lib/live/pins';
import { currentUser } from '@/lib/server/auth/session';

export const metadata: Metadata = { title: 'Join a session' };

export default async function Page({ searchParams }: PageProps<'/join'>) {
  const { pin } = await searchParams;
  const user = await currentUser();
  return (
    <>
      <PageHead title="Join a session" lead="Type the number that stands in front. You need no account." />
      <JoinForm
        pin={typeof pin === 'string' ? (readPin(pin) ?? '') : ''}
        canLink={user !== null && user.email !== null}
      />
    </>
  );
}
