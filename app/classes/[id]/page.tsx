import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PupilClass } from '@/components/classes/pupil-class';
import { TeacherClass } from '@/components/classes/teacher-class';
import { may } from '@/lib/classes/policy';
import { currentUser } from '@/lib/server/auth/session';
import { classMembers } from '@/lib/server/data/class-members';
import { classCodes, classView } from '@/lib/server/data/classes';
import { baseUrl } from '@/lib/server/env';
import { found } from '@/lib/server/found';
import {
  archiveClassAction,
  endClassAction,
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
  if (view.role === 'pupil') {
    return (
      <PupilClass
        view={view}
        hasAccount={user.email !== null}
        actions={{
          newResumeCode: newResumeCodeAction,
          leaveDevice: leaveDeviceAction,
          leave: endClassAction.bind(null, id, 'leave'),
        }}
      />
    );
  }
  const [members, codes] = await Promise.all([classMembers(user, id), classCodes(user, id)]);
  const granted = (act: Parameters<typeof may>[1]): boolean => may(view, act);
  return (
    <TeacherClass
      view={view}
      members={members}
      codes={codes}
      origin={baseUrl()}
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
    />
  );
}
