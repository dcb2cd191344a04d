/** What a long row of answers says of the one who gave them: types only. */
import type { Confusion } from './confusions';
import type { Estimate, Sureness } from './known';
import type { Gain, Progress } from './progress';

/** The quizzes that hold something of one deck, article or kind of fact, in the order taken. */
export type Series = {
  readonly name: string;
  readonly right: number;
  readonly of: number;
  /** The share of right answers in each quiz, in whole percent. */
  readonly scores: readonly number[];
  readonly progress: Progress;
};

export type KnownArticle = {
  readonly articleId: string;
  readonly title: string;
  /** Facts of it that are kept. */
  readonly facts: number;
  /** Facts that were asked, each judged by its last answer. */
  readonly asked: number;
  /** `null`: too few to say. */
  readonly known: Estimate | null;
};

export type TakenAgain = {
  /** The last attempt. */
  readonly attemptId: string;
  readonly deckTitle: string;
  readonly first: Date;
  readonly last: Date;
  readonly gain: Gain;
};

export type AnswerReport = {
  readonly quizzes: number;
  readonly articles: readonly KnownArticle[];
  readonly series: readonly { readonly by: 'deck' | 'article' | 'kind'; readonly rows: readonly Series[] }[];
  readonly takenAgain: readonly TakenAgain[];
  readonly confusions: readonly Confusion[];
  /** Whether they are as often right as they are sure; `null`: it was never said how sure. */
  readonly sure: {
    /** Answers of which it was said. */
    readonly answers: number;
    /** `null`: too few to say. */
    readonly found: Sureness | null;
  } | null;
};
