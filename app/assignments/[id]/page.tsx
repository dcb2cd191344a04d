import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { GivenPage } from '@/components/classes/given-page';
import { AssignmentReport } from '@/components/classes/report/assignment-report';
import { PupilWork } from '@/components/classes/pupil-work';
import { localOf } from '@/lib/memory/days';
import { Refusal } from '@/lib/refusal';
import { currentUser } from '@/lib/server/auth/session';
import { pupilAssignment } from '@/lib/server/data/assigned-work';
import { classMembers } from '@/lib/server/data/class-members';
import { assignmentResults } from '@/lib/server/data/class-reports';
import { givenAssignment } from '@/lib/server/data/given-work';
import { found } from '@/lib/server/found';
import type { User } from '@/lib/server/user';
import {
  beginAction,
  closeAction,
  extendAction,
  passAction,
  remindAction,
  removeAction,
  type PassWish,
} from '../actions';

export const metadata: Metadata = { title: 'Assignment' };

/** As a teacher sees it; `null` where they do not teach its class. */
const given = async (user: User, id: string, now: Date) => {
  try {
    return await givenAssignment(user, id, now);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') return null;
    throw error;
  }
};

export default async function Page({ params }: PageProps<'/assignments/[id]'>) {
  const user = await currentUser();
  const { id } = await params;
  if (user === null) redirect(`/sign-in?next=/assignments/${id}`);
  const now = new Date();
  const { zone } = user.learner;
  const taught = await given(user, id, now);
  if (taught === null) {
    const work = await found(pupilAssignment(user, id, now));
    return <PupilWork work={work} now={now} zone={zone} begin={beginAction.bind(null, id)} />;
  }
  const [members, results] = await Promise.all([
    classMembers(user, taught.classId),
    taught.quiz === null ? null : assignmentResults(user, id),
  ]);
  return (
    <GivenPage
      given={taught}
      pupils={members.filter(({ role }) => role === 'pupil')}
      now={now}
      zone={zone}
      until={localOf(taught.closesAt ?? now, zone)}
      actions={{
        close: closeAction.bind(null, id),
        remind: remindAction.bind(null, id),
        extend: extendAction.bind(null, id),
        remove: removeAction.bind(null, id),
      }}
    >
      {results !== null && (
        <AssignmentReport
          classId={taught.classId}
          pupils={results.pupils}
          items={results.items}
          rows={results.rows}
          {...(results.accepted === null
            ? {}
            : {
                passing: {
                  accepted: results.accepted,
                  pass: (wish: PassWish) => passAction.bind(null, wish),
                },
              })}
          csv={`/api/assignments/${id}/results`}
        />
      )}
    </GivenPage>
  );
}
