import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import classes from '@/components/classes/classes.module.css';
import { TermsForm } from '@/components/classes/give-form';
import { PageHead } from '@/components/controls/page-head';
import { localOf } from '@/lib/memory/days';
import { currentUser } from '@/lib/server/auth/session';
import { givenAssignment } from '@/lib/server/data/given-work';
import { found } from '@/lib/server/found';
import { changeAction } from '../../actions';

export const metadata: Metadata = { title: 'Change an assignment' };

export default async function Page({ params }: PageProps<'/assignments/[id]/edit'>) {
  const user = await currentUser();
  const { id } = await params;
  if (user === null) redirect(`/sign-in?next=/assignments/${id}/edit`);
  const given = await found(givenAssignment(user, id, new Date()));
  const { zone } = user.learner;
  return (
    <div className={classes.form}>
      <PageHead title="Change the assignment" lead={`For ${given.className}; times are those of ${zone}.`} />
      <TermsForm
        action={changeAction.bind(null, id)}
        terms={{
          ...given,
          opensAt: localOf(given.opensAt, zone),
          closesAt: given.closesAt === null ? '' : localOf(given.closesAt, zone),
        }}
      />
    </div>
  );
}
