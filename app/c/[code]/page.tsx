import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { Notice } from '@/components/account/notice';
import classes from '@/components/classes/classes.module.css';
import { JoinForm } from '@/components/classes/join-form';
import { PageHead } from '@/components/controls/page-head';
import { readCode, spellCode } from '@/lib/classes/codes';
import { REFUSALS, Refusal } from '@/lib/refusal';
import { lookUpInvitation } from '@/lib/server/auth/class-entry';
import { currentUser } from '@/lib/server/auth/session';
import { listClasses } from '@/lib/server/data/classes';
import { joinClassAction } from './actions';

export const metadata: Metadata = { title: 'Join a class' };

export default async function Page({ params }: PageProps<'/c/[code]'>) {
  const code = readCode('class', decodeURIComponent((await params).code));
  if (code === null) notFound();
  const invitation = await lookUpInvitation(code).catch((error: unknown) => {
    if (error instanceof Refusal) return error.code;
    throw error;
  });
  if (typeof invitation === 'string') {
    return (
      <Notice title="This does not lead to a class" href="/classes" link="Type another code">
        {REFUSALS[invitation]}
      </Notice>
    );
  }
  const user = await currentUser();
  const own = user === null ? [] : await listClasses(user);
  const { classId, as, name, teachers } = invitation;
  const known = own.find(({ id }) => id === classId);
  const isVisitor = user?.email === null;
  if (known !== undefined && !isVisitor && (as === 'pupil' || known.role !== 'pupil'))
    redirect(`/classes/${classId}`);
  return (
    <div className={classes.form}>
      <PageHead
        title={`Join “${name}”`}
        lead={`${as === 'teacher' ? 'As a co-teacher of' : 'Taught by'} ${teachers.join(', ')}.`}
      />
      {as === 'teacher' && user?.email == null ? (
        <p>
          A teacher needs an account: <Link href={`/sign-in?next=/c/${spellCode(code)}`}>sign in</Link> or{' '}
          <Link href={`/sign-up?next=/c/${spellCode(code)}`}>sign up</Link>, then come back by this link.
        </p>
      ) : (
        <>
          <JoinForm
            action={joinClassAction.bind(null, code)}
            as={as}
            name={isVisitor ? '' : (user?.name ?? '')}
            isShared={isVisitor && own.length > 0}
          >
            {known !== undefined && (
              <p>
                On this device somebody is in this class already:{' '}
                <Link href={`/classes/${classId}`}>go on as they</Link>, if that is you.
              </p>
            )}
          </JoinForm>
          {user === null && (
            <p className={classes.dim}>
              You need no account. With one, <Link href={`/sign-in?next=/c/${spellCode(code)}`}>sign in</Link>{' '}
              first, and what you learn in class is in your memory.
            </p>
          )}
        </>
      )}
    </div>
  );
}
