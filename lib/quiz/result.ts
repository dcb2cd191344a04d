/** A finished attempt as it is shown: types only. */
import type { Proof } from '@/lib/facts/proof';
import type { QuestionForm } from '@/lib/model';
import type { QuizSettings } from './settings';

/** An option as the result shows it. */
export type ResultOption = {
  readonly text: string;
  readonly isAnswer: boolean;
  readonly isGiven: boolean;
  /** For a wrong option that is right elsewhere: the sentence that says where. */
  readonly statement: string | null;
};

export type ResultItem = {
  readonly form: QuestionForm;
  readonly prompt: string;
  readonly context: string | null;
  readonly answer: string;
  /** `null`: not answered. */
  readonly given: string | null;
  readonly correct: boolean;
  /** What it is worth, at most 1; `null`: no more and no less than right or wrong says. */
  readonly points: number | null;
  /** How sure its giver was, as lib/quiz/certainty numbers it; `null`: not asked, or not said. */
  readonly certainty: number | null;
  readonly options: readonly ResultOption[];
  readonly proof: Proof;
};

/** A finished attempt, exactly as it was taken. */
export type AttemptResult = {
  readonly deckId: string;
  readonly deckTitle: string;
  /** Whether that deck is theirs, and may be opened. */
  readonly isOwnDeck: boolean;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly score: number;
  readonly total: number;
  /** What it is worth; `null`: as many points as questions right. */
  readonly points: number | null;
  readonly quizId: string;
  /** How it was put, for another one like it. */
  readonly settings: QuizSettings;
  /** The first attempt at the same quiz; `null`: this is it. */
  readonly first: {
    readonly score: number;
    readonly total: number;
    readonly points: number | null;
    readonly finishedAt: Date;
  } | null;
  /** The articles of theirs that it asked about. */
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  /** Of a test before reading whose answers are closed until the one after it: its article. */
  readonly readFirst: { readonly articleId: string } | null;
  /** Whether the quiz is of whoever took it. */
  readonly isOwnQuiz: boolean;
  /** Percent from which it is passed; `null`: there is no passing. */
  readonly passMark: number | null;
  /** How often it may still be taken; `null`: as often as one likes. */
  readonly attemptsLeft: number | null;
  /** For which assignment it was taken; `null`: for oneself. */
  readonly assigned: {
    readonly assignmentId: string;
    readonly classId: string;
    /** Whether the answers are told by now, and when they will be; `null`: never, or they are. */
    readonly isTold: boolean;
    readonly toldAt: Date | null;
  } | null;
  /** Empty where only the score is shown. */
  readonly items: readonly ResultItem[];
  /** Answers that were marked again, by position: when last. */
  readonly remarkedAt: ReadonlyMap<number, Date>;
};
