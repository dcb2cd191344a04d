import type { FactStatus, FactWithQuestions, Question, QuestionForm, Span, Status } from '@/lib/model';
import type { Answered } from '@/lib/refusal';

export type NewCard = {
  readonly form: QuestionForm;
  readonly front: string;
  /** As lib/key-parts.ts has it where it has parts. */
  readonly back: string;
  /** The wrong options, where there are options. */
  readonly others: readonly string[];
  /** The stretch of an article that the card rests on. */
  readonly proof: { readonly articleId: string; readonly span: Span } | null;
};

/** A question made of a sentence that the reader did not use. */
export type NewSentenceQuestion = {
  readonly articleId: string;
  readonly span: Span;
  readonly answerSpan: Span;
  readonly prompt: string;
};

/** What the deck page may do on the server; the page hands it down. */
export type DeckActions = {
  readonly setFactStatus: (input: { factId: string; status: FactStatus }) => Promise<Answered<void>>;
  readonly acceptProposed: (input: { deckId: string }) => Promise<Answered<number>>;
  readonly takeInSpare: (input: { articleId: string }) => Promise<Answered<number>>;
  readonly askAboutSentence: (input: NewSentenceQuestion) => Promise<Answered<FactWithQuestions>>;
  readonly keepQuestion: (input: { questionId: string; keep: boolean }) => Promise<Answered<Status>>;
  readonly editQuestion: (input: {
    questionId: string;
    edit: { prompt: string; answer: string; others: string[]; accepted?: string[] };
  }) => Promise<Answered<Question>>;
  readonly addCard: (input: {
    deckId: string;
    form: QuestionForm;
    front: string;
    back: string;
    others: string[];
    proof: NewCard['proof'];
  }) => Promise<Answered<FactWithQuestions>>;
};
