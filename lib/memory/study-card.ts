/** What the study page is given and gets back: types and a number, so that it can be met on both sides of the wire. */
import type { Proof } from '@/lib/facts/proof';
import type { QuestionForm, Rating } from '@/lib/model';
import type { Flag } from './flags';
import type { PromptPart } from '@/lib/questions/prompt-parts';

/** The wait that an answer gives: what its button says, and the days to send back with it (`null`: minutes). */
export type Interval = { readonly words: string; readonly days: number | null };
export type Intervals = Readonly<Record<Rating, Interval>>;

/** Facts never seen are counted up to here: for the day it is all one whether this many wait or more. */
export const MANY_UNSEEN = 1000;

/** One fact to study, by one of its questions. */
export type StudyCard = {
  readonly factId: string;
  /** Whether the answer moves the schedule. */
  readonly mode: 'study' | 'practice';
  readonly questionId: string;
  readonly form: QuestionForm;
  readonly prompt: readonly PromptPart[];
  readonly context: string | null;
  readonly answer: string;
  /** In the order shown; empty where the answer is recalled. */
  readonly options: readonly string[];
  readonly deckTitle: string;
  readonly flag: Flag | null;
  /** The fact is a teacher's, who alone sets it aside or flags it. */
  readonly isGiven?: true;
  readonly proof: Proof;
  /** The sentence as it stood at the last answer, where its article has changed since; else `null`. */
  readonly before: string | null;
  readonly intervals: Intervals;
  /** For a learning step that is met ahead of its minute: when that comes, as milliseconds since 1970. */
  readonly waitsUntil: number | null;
};

/** What an answer did to its fact. */
export type GradedCard = {
  /** When the fact comes back, as milliseconds since 1970. */
  readonly due: number;
  /** What the buttons say when it comes back within minutes, in the same sitting; `null` where it does not. */
  readonly intervals: Intervals | null;
  /** How often it was forgotten, where that is so often that the passage should be read again; else `null`. */
  readonly leech: number | null;
};

/** What the buttons say after an answer was taken back. */
export type UndoneCard = { readonly intervals: Intervals };
