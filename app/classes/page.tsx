import type { Metadata } from 'next';
import Link from 'next/link';
import { ClassList } from '@/components/classes/class-list';
import { CodeForm, ComeBackForm, NewClassForm } from '@/components/classes/class-forms';
import classes from '@/components/classes/classes.module.css';
import { HistoryFrame, HistorySection } from '@/components/history/history-frame';
import { currentUser } from '@/lib/server/auth/session';
import { listClasses } from '@/lib/server/data/classes';
import { comeBackAction, createClassAction, findClassAction } from './actions';

export const metadata: Metadata = { title: 'Classes' };

export default async function Page() {
  const user = await currentUser();
  const all = user === null ? [] : await listClasses(user);
  const inUse = all.filter(({ isArchived }) => !isArchived);
  const taught = inUse.filter(({ role }) => role !== 'pupil');
  const attended = inUse.filter(({ role }) => role === 'pupil');
  const archived = all.filter(({ isArchived }) => isArchived);
  const hasAccount = user !== null && user.email !== null;
  return (
    <HistoryFrame title="Classes">
      {taught.length > 0 && (
        <HistorySection title="You teach">
          <ClassList label="Classes you teach" classes={taught} />
        </HistorySection>
      )}
      {attended.length > 0 && (
        <HistorySection title="You attend">
          <ClassList label="Classes you attend" classes={attended} />
        </HistorySection>
      )}
      <HistorySection title="Join a class">
        <div className={classes.form}>
          <CodeForm action={findClassAction} />
        </div>
      </HistorySection>
      <HistorySection title="Make a class">
        {hasAccount ? (
          <div className={classes.form}>
            <NewClassForm action={createClassAction} teacher={user.name ?? ''} />
          </div>
        ) : (
          <p>
            You teach? <Link href="/sign-up">Sign up</Link> or{' '}
            <Link href="/sign-in?next=/classes">sign in</Link> first: a class needs somebody with an account.
          </p>
        )}
      </HistorySection>
      <HistorySection title={hasAccount ? 'Bring what you did without an account' : 'Come back'}>
        <p>
          {hasAccount
            ? 'If you joined a class before you had an account, your resume code brings that work here.'
            : 'If you joined a class on another device, your resume code takes you back to your work.'}
        </p>
        <div className={classes.form}>
          <ComeBackForm action={comeBackAction} hasAccount={hasAccount} />
        </div>
      </HistorySection>
      {archived.length > 0 && (
        <HistorySection title="Archive">
          <ClassList label="Classes put away" classes={archived} />
        </HistorySection>
      )}
    </HistoryFrame>
  );
}
