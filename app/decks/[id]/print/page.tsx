import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import controls from '@/components/controls/controls.module.css';
import { PageHead } from '@/components/controls/page-head';
import { PrintButton } from '@/components/transfer/print-button';
import { PrintSheet } from '@/components/transfer/print-sheet';
import classes from '@/components/transfer/transfer.module.css';
import { Refusal } from '@/lib/refusal';
import { currentUser } from '@/lib/server/auth/session';
import { studySetOf } from '@/lib/server/data/study-sets';

export const metadata: Metadata = { title: 'Print' };

export default async function PrintPage({ params }: PageProps<'/decks/[id]/print'>) {
  const user = await currentUser();
  const { id } = await params;
  if (user === null) redirect(`/sign-in?next=/decks/${id}/print`);
  const set = await studySetOf(user, id, false).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') notFound();
    throw error;
  });
  return (
    <>
      <PageHead title={set.title}>
        <div className={`${controls.row ?? ''} ${classes.noPrint ?? ''}`}>
          <PrintButton />
          <Link href={`/decks/${id}/export`} className={controls.button}>
            Back
          </Link>
        </div>
      </PageHead>
      <PrintSheet set={set} />
    </>
  );
}
