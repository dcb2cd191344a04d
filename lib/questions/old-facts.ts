/** The facts of an article as they were before its text changed, and where they stand after it. */
import type { FactStatus, Lean, Origin, QuestionForm, Span, Status } from '@/lib/model';

export type OldQuestion = {
  readonly id: string;
  readonly form: QuestionForm;
  readonly prompt: string;
  readonly answer: string;
  readonly origin: Origin;
  readonly status: Status;
};

export type OldFact = {
  readonly id: string;
  readonly kind: string;
  readonly answerType: string | null;
  readonly statement: string;
  /** `null`: the article no longer says it, since an earlier change. */
  readonly span: Span | null;
  readonly answerSpan: Span | null;
  readonly leans: readonly Lean[];
  readonly status: FactStatus;
  /** Whether its owner has a memory of it. */
  readonly met: boolean;
  readonly questions: readonly OldQuestion[];
};

/** Where a fact stands from now on. */
export type NewPlace = {
  readonly statement: string;
  readonly span: Span;
  readonly answerSpan: Span | null;
  readonly leans: readonly Lean[];
};

/** Whether a person made it: nothing of it was read. */
export const isByHand = ({ questions }: Pick<OldFact, 'questions'>): boolean =>
  questions.length > 0 && questions.every(({ origin }) => origin === 'user');
