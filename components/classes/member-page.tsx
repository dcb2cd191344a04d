import type { ReactNode } from 'react';
import type { FormAction } from '@/components/account/form-state';
import { ConfirmButton } from '@/components/controls/confirm-button';
import controls from '@/components/controls/controls.module.css';
import { HistorySection } from '@/components/history/history-frame';
import { LONGEST_NAME } from '@/lib/classes/member-name';
import type { Answered, Refused } from '@/lib/refusal';
import { MoreTimeForm, NameForm } from './class-forms';
import classes from './classes.module.css';
import { ResumeCodeForm } from './resume-code-form';

type MemberPageProps = {
  readonly member: {
    readonly id: string;
    readonly name: string;
    readonly moreTime: number;
    readonly hasAccount: boolean;
  };
  readonly granted: { readonly help: boolean; readonly data: boolean; readonly remove: boolean };
  readonly actions: {
    readonly rename: FormAction;
    readonly moreTime: FormAction;
    readonly resumeCode: () => Promise<Answered<string>>;
    readonly remove: () => Promise<Refused>;
    readonly erase: () => Promise<Refused>;
  };
  /** What they did. */
  readonly children?: ReactNode;
};

/** What a teacher does for somebody of the class. */
export const MemberPage = ({ member, granted, actions, children }: MemberPageProps) => (
  <>
    {children}
    {granted.help && (
      <HistorySection title="Help">
        <div className={classes.two}>
          <NameForm
            action={actions.rename}
            label="Name in class"
            name={member.name}
            maxLength={LONGEST_NAME}
          />
          <MoreTimeForm action={actions.moreTime} moreTime={member.moreTime} />
        </div>
      </HistorySection>
    )}
    {granted.help && !member.hasAccount && (
      <HistorySection title="Lost resume code">
        <p>Make a new one and give it to {member.name}; the old one then opens nothing.</p>
        <ResumeCodeForm label="New resume code" make={actions.resumeCode} />
      </HistorySection>
    )}
    {granted.data && (
      <HistorySection title="Their data">
        <p>What this class keeps of {member.name}: their place in it, attempts and answers.</p>
        <div className={classes.acts}>
          <a href={`/api/members/${member.id}/export`} download className={controls.button}>
            Download it (JSON)
          </a>
          <ConfirmButton
            label="Erase it …"
            title={`Erase all that the class keeps of ${member.name}?`}
            confirm="Erase it"
            act={actions.erase}
          >
            Their place, attempts and answers go, from every report too. Without an account nothing of them is
            left. This cannot be undone.
          </ConfirmButton>
        </div>
      </HistorySection>
    )}
    {granted.remove && (
      <HistorySection title="Take out">
        <ConfirmButton
          label={`Take ${member.name} out …`}
          title={`Take ${member.name} out of the class?`}
          confirm="Take out"
          act={actions.remove}
        >
          {member.name} no longer sees the class, and reports no longer count them. What they answered stays
          theirs. To keep them out, make a new code too.
        </ConfirmButton>
      </HistorySection>
    )}
  </>
);
