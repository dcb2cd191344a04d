import type { ReactNode } from 'react';
import type { FormAction } from '@/components/account/form-state';
import { ConfirmButton } from '@/components/controls/confirm-button';
import { HistoryFrame, HistorySection } from '@/components/history/history-frame';
import { count } from '@/components/history/moments';
import { ActForm } from '@/components/weights/act-form';
import type { ClassRole } from '@/lib/classes/policy';
import type { Refused } from '@/lib/refusal';
import { NameForm } from './class-forms';
import classes from './classes.module.css';
import { CodeCard } from './code-card';
import { MemberTable } from './member-table';

type TeacherClassProps = {
  readonly view: { readonly id: string; readonly name: string; readonly isArchived: boolean };
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: ClassRole;
    readonly moreTime: number;
    readonly hasAccount: boolean;
  }[];
  readonly codes: { readonly code: string | null; readonly teacherCode: string | null };
  readonly origin: string;
  /** What the policy grants the teacher who looks. */
  readonly granted: Readonly<Record<'inviteTeachers' | 'rename' | 'archive' | 'leave', boolean>>;
  readonly actions: Readonly<Record<'setPupilCode' | 'setTeacherCode' | 'rename' | 'archive', FormAction>> & {
    readonly remove: () => Promise<Refused>;
    readonly leave: () => Promise<Refused>;
  };
  /** Its work, between the head and the pupils. */
  readonly children?: ReactNode;
};

/** A class as its teachers see it. */
export const TeacherClass = (props: TeacherClassProps) => {
  const { view, members, codes, origin, granted, actions, children } = props;
  const pupils = members.filter(({ role }) => role === 'pupil').length;
  return (
    <HistoryFrame title={view.name}>
      <p className={classes.dim}>
        {count(pupils, 'pupil')}
        {view.isArchived && ' · in the archive: nothing is assigned and nobody joins'}
      </p>
      {children}
      {!view.isArchived && (
        <HistorySection title="Let people in">
          <div className={classes.two}>
            <CodeCard whom="pupils" code={codes.code} origin={origin} set={actions.setPupilCode} />
            {granted.inviteTeachers && (
              <CodeCard
                whom="co-teachers"
                code={codes.teacherCode}
                origin={origin}
                set={actions.setTeacherCode}
              />
            )}
          </div>
        </HistorySection>
      )}
      <HistorySection title="People">
        <MemberTable classId={view.id} members={members} />
      </HistorySection>
      <HistorySection title="The class">
        {granted.rename && (
          <NameForm action={actions.rename} label="Name of the class" name={view.name} maxLength={80} />
        )}
        <div className={classes.acts}>
          {granted.archive && (
            <ActForm
              action={actions.archive}
              submit={view.isArchived ? 'Take it out of the archive' : 'Put it in the archive'}
              submitting="One moment …"
              quiet
            />
          )}
          {granted.archive && (
            <ConfirmButton
              label="Delete the class …"
              title="Delete the class?"
              confirm="Delete the class"
              act={actions.remove}
            >
              “{view.name}” goes with its assignments, reports and places. Pupils keep what they learned and
              answered. This cannot be undone; the archive keeps all of it.
            </ConfirmButton>
          )}
          {granted.leave && (
            <ConfirmButton
              label="Leave the class …"
              title="Leave the class?"
              confirm="Leave"
              act={actions.leave}
            >
              You no longer teach “{view.name}”. To come back you need a code from its owner.
            </ConfirmButton>
          )}
        </div>
      </HistorySection>
    </HistoryFrame>
  );
};
