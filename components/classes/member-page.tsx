import type { FormAction } from '@/components/account/form-state';
import { ConfirmButton } from '@/components/controls/confirm-button';
import { HistorySection } from '@/components/history/history-frame';
import { LONGEST_NAME } from '@/lib/classes/member-name';
import type { Answered, Refused } from '@/lib/refusal';
import { MoreTimeForm, NameForm } from './class-forms';
import classes from './classes.module.css';
import { ResumeCodeForm } from './resume-code-form';

type MemberPageProps = {
  readonly member: { readonly name: string; readonly moreTime: number; readonly hasAccount: boolean };
  readonly granted: { readonly help: boolean; readonly remove: boolean };
  readonly actions: {
    readonly rename: FormAction;
    readonly moreTime: FormAction;
    readonly resumeCode: () => Promise<Answered<string>>;
    readonly remove: () => Promise<Refused>;
  };
};

/** What a teacher does for somebody of the class. */
export const MemberPage = ({ member, granted, actions }: MemberPageProps) => (
  <>
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
