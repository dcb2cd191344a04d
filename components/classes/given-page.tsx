import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { FormAction } from '@/components/account/form-state';
import { ConfirmButton } from '@/components/controls/confirm-button';
import controls from '@/components/controls/controls.module.css';
import { HistoryFrame, HistorySection } from '@/components/history/history-frame';
import { count, momentWords } from '@/components/history/moments';
import { ActForm } from '@/components/weights/act-form';
import type { AssignmentFeedback, Phase } from '@/lib/classes/feedback';
import type { Refused } from '@/lib/refusal';
import classes from './classes.module.css';
import { ExtendForm } from './extend-form';
import { FEEDBACK_WORDS, timeWords } from './work-words';

export type GivenLine = {
  readonly id: string;
  readonly classId: string;
  readonly className: string;
  readonly title: string;
  readonly deckId: string;
  readonly isOwnDeck: boolean;
  readonly quiz: { readonly count: number; readonly minutes: number | null } | null;
  readonly phase: Phase;
  readonly opensAt: Date;
  readonly closesAt: Date | null;
  readonly attempts: number | null;
  readonly feedback: AssignmentFeedback;
  readonly remindedAt: Date | null;
  readonly handedIn: number;
  readonly underWay: number;
  readonly pupils: number;
  readonly extensions: ReadonlyMap<string, Date>;
};

type GivenPageProps = {
  readonly given: GivenLine;
  readonly pupils: readonly { readonly id: string; readonly name: string }[];
  readonly now: Date;
  readonly zone: string;
  /** The closing time, as a form's field has it. */
  readonly until: string;
  readonly actions: Readonly<Record<'close' | 'remind' | 'extend', FormAction>> & {
    readonly remove: () => Promise<Refused>;
  };
  /** Its report. */
  readonly children?: ReactNode;
};

/** How far a class is with what it was given. */
export const progressWords = ({ quiz, handedIn, underWay, pupils }: GivenLine): string =>
  quiz === null
    ? 'Each at their own pace'
    : `${handedIn} of ${pupils} handed in${underWay > 0 ? `, ${underWay} at it` : ''}`;

/** An assignment as the teachers of its class see it. */
export const GivenPage = ({ given, pupils, now, zone, until, actions, children }: GivenPageProps) => {
  const { id, quiz, phase, extensions, remindedAt, attempts } = given;
  const later = pupils.flatMap(({ id: memberId, name }) => {
    const at = extensions.get(memberId);
    return at === undefined ? [] : [`${name} until ${momentWords(at, zone)}`];
  });
  return (
    <HistoryFrame title={given.title}>
      <p className={classes.dim}>
        <Link href={`/classes/${given.classId}`}>{given.className}</Link> · {timeWords(given, now, zone)}
      </p>
      <p>
        <span className={classes.state}>{progressWords(given)}</span>
        {quiz !== null &&
          ` · ${count(quiz.count, 'question')}, ${attempts === null ? 'as often as they like' : count(attempts, 'attempt')}${
            quiz.minutes === null ? '' : `, ${count(quiz.minutes, 'minute')}`
          }`}
      </p>
      {quiz !== null && <p className={classes.dim}>Pupils are told: {FEEDBACK_WORDS[given.feedback]}.</p>}
      <div className={classes.acts}>
        <Link href={`/assignments/${id}/edit` as Route} className={controls.button}>
          Change
        </Link>
        {phase === 'open' && (quiz === null || given.handedIn < given.pupils) && (
          <ActForm action={actions.remind} submit="Remind who is not done" submitting="One moment …" quiet />
        )}
        {phase === 'open' && (
          <ActForm action={actions.close} submit="Close it now" submitting="Closing …" quiet />
        )}
        <ConfirmButton
          label="Take it back …"
          title="Take it back?"
          confirm="Take it back"
          act={actions.remove}
        >
          “{given.title}” goes from the class, as long as nobody has begun it.
        </ConfirmButton>
      </div>
      {remindedAt !== null && <p className={classes.dim}>Last reminder: {momentWords(remindedAt, zone)}</p>}
      {children}
      {given.closesAt !== null && pupils.length > 0 && (
        <HistorySection title="Later for one pupil">
          {later.length > 0 && <p>{later.join('; ')}</p>}
          <div className={classes.form}>
            <ExtendForm action={actions.extend} pupils={pupils} until={until} />
          </div>
        </HistorySection>
      )}
    </HistoryFrame>
  );
};
