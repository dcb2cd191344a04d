import type { ReactNode } from 'react';
import { ConfirmButton } from '@/components/controls/confirm-button';
import controls from '@/components/controls/controls.module.css';
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
    readonly erase: () => Promise<Refused>;
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
      <div className={classes.acts}>
        <ConfirmButton
          label="Leave the class …"
          title="Leave the class?"
          confirm="Leave the class"
          act={actions.leave}
        >
          Your teachers no longer see your work, and you no longer see theirs. What you answered stays yours.
        </ConfirmButton>
        {!hasAccount && (
          <>
            <a href="/api/account/export" download className={controls.button}>
              All that is yours (JSON)
            </a>
            <ConfirmButton
              label="Erase me …"
              title="Erase all that is yours?"
              confirm="Erase everything"
              act={actions.erase}
            >
              Your places in classes, attempts, answers and what you learned go, for your teachers too. This
              cannot be undone.
            </ConfirmButton>
          </>
        )}
      </div>
    </HistorySection>
  </HistoryFrame>
);
