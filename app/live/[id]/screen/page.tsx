import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { Screen } from '@/components/live/screen';
import { JoinHow } from '@/components/live/join-how';
import { Refusal } from '@/lib/refusal';
import { currentUser } from '@/lib/server/auth/session';
import { hostedLive } from '@/lib/server/data/live-start';
import { addressForPhones } from '@/lib/server/live/address';

export const metadata: Metadata = { title: 'The screen in front' };

export default async function Page({ params }: PageProps<'/live/[id]/screen'>) {
  const user = await currentUser();
  const { id } = await params;
  if (user === null) redirect(`/sign-in?next=/live/${id}`);
  const live = await hostedLive(user, id).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') notFound();
    throw error;
  });
  const head = await headers();
  const address = addressForPhones(head.get('host'), head.get('x-forwarded-proto'));
  const how = live.pin === null ? null : <JoinHow address={address} pin={live.pin} />;
  return <Screen session={id} title={live.title} how={how} />;
}
