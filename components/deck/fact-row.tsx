'use client';
import { memo } from 'react';
import controls from '@/components/controls/controls.module.css';
import { ChangedWords } from '@/components/evidence/changed-words';
import { wordChanges } from '@/lib/facts/word-changes';
import type { FactKind, FactStatus, FactWithQuestions, Question } from '@/lib/model';
import type { QuestionEdit } from '@/lib/questions/check-edit';
import classes from './fact-list.module.css';
import { QuestionForm } from './question-form';
import { QuestionView } from './question-view';

const KINDS: Readonly<Record<FactKind, string>> = {
  when: 'Date',
  where: 'Place',
  who: 'Person',
  role: 'Role',
  definition: 'Definition',
  acronym: 'Acronym',
  quantity: 'Amount',
  comparison: 'Comparison',
  cause: 'Cause',
  purpose: 'Purpose',
  member: 'Member',
  attribution: 'Who said it',
  statement: 'Own question',
};

const STATUS_WORDS: Readonly<Record<FactStatus, string>> = {
  proposed: 'Proposed',
  accepted: 'Kept',
  rejected: 'Left out',
  spare: 'Spare',
  archived: 'Archived',
};

type FactRowProps = {
  readonly fact: FactWithQuestions;
  readonly chosen: boolean;
  readonly editingId: string | null;
  readonly onSave: (question: Question, edit: QuestionEdit) => Promise<string | null>;
  readonly onCloseEdit: () => void;
};

/** The proving sentence with the answer marked in it. */
const Statement = ({ fact: { articleId, statement, span, answerSpan } }: { fact: FactWithQuestions }) => {
  if (span === null && articleId === null) return null;
  if (span === null) {
    return (
      <p className={classes.statement}>
        <span className={classes.gone}>The article no longer says: </span>
        <del>{statement}</del>
      </p>
    );
  }
  if (answerSpan === null) return <p className={classes.statement}>{statement}</p>;
  const from = answerSpan.start - span.start;
  const to = answerSpan.end - span.start;
  return (
    <p className={classes.statement}>
      {statement.slice(0, from)}
      <mark>{statement.slice(from, to)}</mark>
      {statement.slice(to)}
    </p>
  );
};

/** What the sentence was before its article changed. */
const FormerSentence = ({ before, now }: { readonly before: string; readonly now: string }) => (
  <p className={classes.former}>
    <span className={classes.gone}>Changed: </span>
    <ChangedWords words={wordChanges(before, now)} />
  </p>
);

/** A fact with its proof and its questions. Plain elements only: a long deck has hundreds of rows. */
export const FactRow = memo(function FactRow({ fact, chosen, editingId, onSave, onCloseEdit }: FactRowProps) {
  const { id, kind, status, span, before, questions } = fact;
  const isOwn = fact.articleId === null;
  const tabIndex = chosen ? 0 : -1;
  const judgeButton = (to: FactStatus, label: string, main: boolean) => (
    <button
      type="button"
      className={`${controls.button ?? ''} ${controls.small ?? ''} ${main ? (classes.keep ?? '') : ''}`}
      tabIndex={tabIndex}
      data-do={to}
    >
      {label}
    </button>
  );
  return (
    <li
      className={classes.row}
      data-fact={id}
      data-status={status}
      tabIndex={tabIndex}
      aria-current={chosen ? 'true' : undefined}
    >
      <div className={classes.rowHead}>
        <span className={classes.kind}>{isOwn ? 'Own card' : KINDS[kind]}</span>
        <span className={classes.status}>{STATUS_WORDS[status]}</span>
        <span className={classes.verdicts}>
          {span !== null && (
            <button
              type="button"
              className={`${controls.button ?? ''} ${controls.small ?? ''} ${controls.quiet ?? ''} ${classes.toText ?? ''}`}
              tabIndex={tabIndex}
              data-do="show"
            >
              In the article
            </button>
          )}
          {status === 'archived' ? (
            judgeButton('accepted', 'Bring back', true)
          ) : (
            <>
              {status !== 'accepted' &&
                judgeButton('accepted', 'Keep', status === 'proposed' || status === 'spare')}
              {status !== 'rejected' && judgeButton('rejected', 'Leave out', false)}
              {status !== 'proposed' && status !== 'spare' && judgeButton('proposed', 'Undo', false)}
            </>
          )}
        </span>
      </div>
      <Statement fact={fact} />
      {before !== null && <FormerSentence before={before} now={fact.statement} />}
      {questions.map((question) =>
        question.id === editingId ? (
          <QuestionForm key={question.id} question={question} onSave={onSave} onClose={onCloseEdit} />
        ) : (
          <QuestionView key={question.id} question={question} reachable={chosen} />
        ),
      )}
      {questions.length === 0 && <p className={classes.none}>No question was written for this fact.</p>}
    </li>
  );
});
