'use client';
import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import type { FactStatus, FactWithQuestions, Question } from '@/lib/model';
import type { QuestionEdit } from '@/lib/questions/check-edit';
import classes from './fact-list.module.css';
import { FactRow } from './fact-row';

type FactListProps = {
  readonly facts: readonly FactWithQuestions[];
  /** What to say where there are none. */
  readonly empty: string;
  readonly chosenId: string | null;
  readonly editingId: string | null;
  /** Goes up with each move by a key: the focus then goes to the chosen fact. */
  readonly moves: number;
  readonly onChoose: (factId: string) => void;
  readonly onJudge: (factId: string, status: FactStatus) => void;
  readonly onEdit: (questionId: string) => void;
  readonly onKeepQuestion: (question: Question, keep: boolean) => void;
  readonly onShow: () => void;
  readonly onSave: (question: Question, edit: QuestionEdit) => Promise<string | null>;
  readonly onCloseEdit: () => void;
  /** What follows the list and scrolls with it. */
  readonly children: ReactNode;
};

/** From so many facts on, those out of sight are not drawn. */
const LONG = 60;

/** The facts as a list with one tab stop. One listener serves all rows, so that a long list stays light. */
export const FactList = (props: FactListProps) => {
  const { facts, empty, chosenId, editingId, moves, onSave, onCloseEdit } = props;
  const list = useRef<HTMLUListElement>(null);
  const followed = useRef(0);

  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[aria-current="true"]');
    if (!row || moves === followed.current) return;
    followed.current = moves;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  }, [moves, chosenId]);

  const onClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element) || event.target.closest('form') !== null) return;
    const factId = event.target.closest<HTMLElement>('[data-fact]')?.dataset.fact;
    const fact = facts.find(({ id }) => id === factId);
    if (fact === undefined) return;
    const button = event.target.closest<HTMLElement>('[data-do]');
    const wanted = button?.dataset.do;
    const question = fact.questions.find(({ id }) => id === button?.dataset.question);
    if (wanted === 'accepted' || wanted === 'rejected' || wanted === 'proposed') {
      props.onJudge(fact.id, wanted);
      return;
    }
    props.onChoose(fact.id);
    if (wanted === 'show') props.onShow();
    if (question === undefined) return;
    if (wanted === 'edit') props.onEdit(question.id);
    else props.onKeepQuestion(question, wanted === 'restore');
  };

  return (
    <div className={classes.scroll}>
      {facts.length === 0 ? (
        <p className={classes.empty}>{empty}</p>
      ) : (
        <ul
          ref={list}
          className={classes.list}
          aria-label="Facts"
          data-long={facts.length > LONG}
          onClick={onClick}
        >
          {facts.map((fact) => (
            <FactRow
              key={fact.id}
              fact={fact}
              chosen={fact.id === chosenId}
              editingId={fact.questions.some(({ id }) => id === editingId) ? editingId : null}
              onSave={onSave}
              onCloseEdit={onCloseEdit}
            />
          ))}
        </ul>
      )}
      {props.children}
    </div>
  );
};
