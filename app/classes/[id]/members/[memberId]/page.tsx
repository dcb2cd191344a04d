import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { PupilAttempts } from '@/components/classes/pupil-attempts';
import { MemberPage } from '@/components/classes/member-page';
import { HistoryFrame } from '@/components/history/history-frame';
import { may } from '@/lib/classes/policy';
import { currentUser } from '@/lib/server/auth/session';
import { classMembers } from '@/lib/server/data/class-members';
import { classView } from '@/lib/server/data/classes';
import { pupilAttempts } from '@/lib/server/data/pupil-data';
import { found } from '@/lib/server/found';
import {
  erasePupilAction,
  memberResumeCodeAction,
  moreTimeAction,
  removeMemberAction,
  renameMemberAction,
} from './actions';

export const metadata: Metadata = { title: 'Somebody of a class' };

export default async function Page({ params }: PageProps<'/classes/[id]/members/[memberId]'>) {
  const user = await currentUser();
  const { id, memberId } = await params;
  if (user === null) redirect('/classes');
  const [view, members] = await Promise.all([found(classView(user, id)), found(classMembers(user, id))]);
  const member = members.find((each) => each.id === memberId);
  if (member === undefined) notFound();
  const isPupil = member.role === 'pupil';
  const attempts = isPupil ? await pupilAttempts(user, memberId) : [];
  return (
    <HistoryFrame title={member.name}>
      <p>
        {isPupil ? 'Pupil' : 'Teacher'} of <Link href={`/classes/${id}`}>{view.name}</Link>
      </p>
      <MemberPage
        member={member}
        granted={{
          help: isPupil && may(view, 'help-pupil'),
          data: isPupil && may(view, 'export-pupil') && may(view, 'erase-pupil'),
          remove: isPupil
            ? may(view, 'remove-pupil')
            : member.role === 'teacher' && may(view, 'remove-teacher'),
        }}
        actions={{
          rename: renameMemberAction.bind(null, memberId),
          moreTime: moreTimeAction.bind(null, memberId),
          resumeCode: memberResumeCodeAction.bind(null, memberId),
          remove: removeMemberAction.bind(null, id, memberId),
          erase: erasePupilAction.bind(null, id, memberId),
        }}
      >
        {attempts.length > 0 && <PupilAttempts attempts={attempts} zone={user.learner.zone} />}
      </MemberPage>
    </HistoryFrame>
  );
}
