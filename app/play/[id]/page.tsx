import type { Metadata } from 'next';
import { Play } from '@/components/live/play';

export const metadata: Metadata = { title: 'Play' };

export default async function Page({ params }: PageProps<'/play/[id]'>) {
  const { id } = await params;
  return <Play session={id} />;
}
