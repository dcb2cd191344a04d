/** What the questions of a quiz have shown themselves to be, as it is shown: types only. */
import type { FactAnswer } from './better-distractor';
import type { Advice } from './item-advice';
import type { ItemStatistics } from './item-statistics';
import type { QuizSettings } from './settings';

/** One question of a quiz with what its first attempts say of it. */
export type QuizItem = {
  readonly prompt: string;
  readonly answer: string;
  /** The sentence that proves the answer. */
  readonly statement: string;
  readonly statistics: ItemStatistics;
  readonly advice: readonly (Advice & {
    /** What could stand in the place of the option that is to go. */
    readonly instead: FactAnswer | null;
  })[];
};

export type QuizItems = {
  readonly deckId: string;
  readonly settings: QuizSettings;
  readonly deckTitle: string;
  /** First attempts that were handed in, one for each person. */
  readonly attempts: number;
  readonly consistency: number | null;
  /** The hardest first. */
  readonly items: readonly QuizItem[];
};
