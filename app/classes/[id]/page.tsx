import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import Link from 'next/link';
import classes from '@/components/classes/classes.module.css';
import { GivenList } from '@/components/classes/given-list';
import { PupilClass } from '@/components/classes/pupil-class';
import { TeacherClass } from '@/components/classes/teacher-class';
import { WorkList } from '@/components/classes/work-list';
import controls from '@/components/controls/controls.module.css';
import { HistorySection } from '@/components/history/history-frame';
import { may } from '@/lib/classes/policy';
import { currentUser } from '@/lib/server/auth/session';
import { pupilWork } from '@/lib/server/data/assigned-work';
import { classMembers } from '@/lib/server/data/class-members';
import { classCodes, classView } from '@/lib/server/data/classes';
import { givenWork } from '@/lib/server/data/given-work';
import { classSessions } from '@/lib/server/data/live-report';
import { found } from '@/lib/server/found';
import { addressForPhones } from '@/lib/server/live/address';
import {
  archiveClassAction,
  endClassAction,
  eraseMeAction,
  leaveDeviceAction,
  newResumeCodeAction,
  renameClassAction,
  setCodeAction,
} from '../actions';

export const metadata: Metadata = { title: 'Class' };

export default async function Page({ params }: PageProps<'/classes/[id]'>) {
  const user = await currentUser();
  const { id } = await params;
  if (user === null) redirect('/classes');
  const view = await found(classView(user, id));
  const now = new Date();
  const { zone } = user.learner;
  if (view.role === 'pupil') {
    const work = await pupilWork(user, now, id);
    return (
      <PupilClass
        view={view}
        hasAccount={user.email !== null}
        actions={{
          newResumeCode: newResumeCodeAction,
          leaveDevice: leaveDeviceAction,
          leave: endClassAction.bind(null, id, 'leave'),
          erase: eraseMeAction,
        }}
      >
        <HistorySection title="Work">
          {work.length === 0 ? (
            <p>Nothing has been given yet.</p>
          ) : (
            <WorkList label="Work of this class" work={work} now={now} zone={zone} />
          )}
        </HistorySection>
      </PupilClass>
    );
  }
  const [members, codes, work, sessions, head] = await Promise.all([
    classMembers(user, id),
    classCodes(user, id),
    givenWork(user, id, now),
    classSessions(user, id),
    headers(),
  ]);
  const granted = (act: Parameters<typeof may>[1]): boolean => may(view, act);
  return (
    <TeacherClass
      view={view}
      members={members}
      codes={codes}
      origin={addressForPhones(head.get('host'), head.get('x-forwarded-proto'))}
      granted={{
        inviteTeachers: granted('invite-teachers'),
        rename: granted('rename'),
        archive: granted('archive'),
        leave: granted('leave'),
      }}
      actions={{
        setPupilCode: setCodeAction.bind(null, id, 'pupils'),
        setTeacherCode: setCodeAction.bind(null, id, 'co-teachers'),
        rename: renameClassAction.bind(null, id),
        archive: archiveClassAction.bind(null, id, !view.isArchived),
        remove: endClassAction.bind(null, id, 'delete'),
        leave: endClassAction.bind(null, id, 'leave'),
      }}
    >
      <HistorySection title="Work">
        {work.length === 0 ? (
          <p>Nothing has been given yet.</p>
        ) : (
          <GivenList work={work} now={now} zone={zone} />
        )}
        {granted('assign') && (
          <p className={classes.acts}>
            <Link
              href={`/classes/${id}/give`}
              className={`${controls.button} ${controls.primary} ${classes.go}`}
            >
              Give work
            </Link>
            {work.length + sessions.length > 0 && (
              <Link href={`/classes/${id}/report`} className={controls.button}>
                Report of the class
              </Link>
            )}
          </p>
        )}
      </HistorySection>
    </TeacherClass>
  );
}
