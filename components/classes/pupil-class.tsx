import type { ReactNode } from 'react';
import { ConfirmButton } from '@/components/controls/confirm-button';
import { HistoryFrame, HistorySection } from '@/components/history/history-frame';
import type { Answered, Refused } from '@/lib/refusal';
import classes from './classes.module.css';
import { ResumeCodeForm } from './resume-code-form';

type PupilClassProps = {
  readonly view: {
    readonly name: string;
    readonly ownName: string;
    readonly teachers: readonly string[];
    readonly isArchived: boolean;
  };
  readonly hasAccount: boolean;
  readonly actions: {
    readonly newResumeCode: () => Promise<Answered<string>>;
    readonly leaveDevice: () => Promise<Refused>;
    readonly leave: () => Promise<Refused>;
  };
  /** What they have to do and have done. */
  readonly children?: ReactNode;
};

/** A class as one of its pupils sees it: nobody else who attends it. */
export const PupilClass = ({ view, hasAccount, actions, children }: PupilClassProps) => (
  <HistoryFrame title={view.name}>
    <p className={classes.dim}>
      With {view.teachers.join(', ')}; you are {view.ownName} here.
      {view.isArchived && ' This class is over; what you did in it stays to be seen.'}
    </p>
    {children}
    {!hasAccount && (
      <HistorySection title="Come back on another device">
        <div className={classes.card}>
          <p>
            You have no account, so your resume code is the way back to your work. If you have lost it, make a
            new one; the old one then opens nothing.
          </p>
          <ResumeCodeForm label="New resume code" make={actions.newResumeCode} />
          <ConfirmButton
            label="Leave this device …"
            title="Leave this device?"
            confirm="Leave this device"
            act={actions.leaveDevice}
          >
            For a computer that others use, too. Only your resume code brings you back: have it at hand first.
          </ConfirmButton>
        </div>
      </HistorySection>
    )}
    <HistorySection title="Leave">
      <ConfirmButton
        label="Leave the class …"
        title="Leave the class?"
        confirm="Leave the class"
        act={actions.leave}
      >
        Your teachers no longer see your work, and you no longer see theirs. What you answered stays yours.
      </ConfirmButton>
    </HistorySection>
  </HistoryFrame>
);
