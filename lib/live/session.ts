/** A live session: one quiz put to many at once. What it is made of; types only. */
import type { Proof } from '@/lib/facts/proof';
import type { PaperItem } from '@/lib/quiz/paper';

/** How it is put, as its host chose. */
export type LiveOptions = {
  /** `host`: one question for all at a time; `own`: everyone goes through the quiz at their own pace. */
  readonly pace: 'host' | 'own';
  /** Seconds for which a question stands before its options do; 0: both at once. */
  readonly readSeconds: number;
  readonly answerSeconds: number;
  /** The part of the points that goes by speed, 0 to `MOST_SPEED_SHARE`. */
  readonly speedShare: number;
  /** Names of teams; empty: everyone for themselves. */
  readonly teams: readonly string[];
  /** Names that are given out by chance; empty: everyone chooses their own. */
  readonly names: readonly string[];
  /** Whether the question stands on the players' devices as well, and not on the screen in front alone. */
  readonly showsQuestion: boolean;
  readonly sound: boolean;
  /** Whether players tap the sentence that proves the answer, for points of its own. */
  readonly evidence: boolean;
};

/** One question as it is put, with what is shown at its reveal. */
export type LiveItem = PaperItem & {
  /** The sentences of the facts from which its wrong options come, by the id of the fact. */
  readonly optionStatements: Readonly<Record<string, string>>;
  /** The title of its article; `null` for a card without one. */
  readonly source: string | null;
  readonly proof: Proof;
  /** The sentences among which the proof is looked for; empty where there are none beside it. */
  readonly passage: readonly string[];
  /** The place of the proof in `passage`. */
  readonly proofAt: number;
};

/** Times are milliseconds of the server's clock. */
export type Phase =
  | { readonly name: 'lobby' }
  | { readonly name: 'reading'; readonly question: number; readonly opensAt: number }
  | TimedPhase<'answering'>
  | TimedPhase<'proving'>
  | { readonly name: 'revealed'; readonly question: number }
  | { readonly name: 'standings'; readonly question: number }
  | { readonly name: 'own-pace' }
  | { readonly name: 'podium' }
  | { readonly name: 'ended' };

export type TimedPhase<Name extends 'answering' | 'proving'> = {
  readonly name: Name;
  readonly question: number;
  readonly opensAt: number;
  /** For a player with no extra time. */
  readonly seconds: number;
};

export type LivePlayer = {
  readonly id: string;
  /** The order of joining, from 0. */
  readonly number: number;
  readonly name: string;
  readonly nameKey: string;
  /** The place of their team in the options; `null` without teams. */
  readonly team: number | null;
  /** How much longer than others they have for an answer. */
  readonly factor: number;
  readonly removed: boolean;
  /** How often they came back after their connection was lost. */
  readonly reconnects: number;
  /** Whose memory learns of the answers; `null`: nobody's. */
  readonly userId: string | null;
  readonly joinedAt: number;
};

export type LiveAnswer = {
  /** The text of the option. */
  readonly given: string;
  readonly correct: boolean;
  readonly points: number;
  readonly elapsedMs: number | null;
  /** The sentence that was tapped, by its place in the passage. */
  readonly sentence: number | null;
  readonly proofPoints: number;
  readonly at: number;
};

/** Why it stands still: the host said so, or is gone. */
export type Pause = { readonly by: 'host' | 'absence'; readonly at: number };

/** What of a session changes with its steps, and is stored as one. */
export type LiveState = {
  /** Raised with every change of phase, so that a command meant for another phase is refused. */
  readonly step: number;
  readonly phase: Phase;
  readonly paused: Pause | null;
  /** Whether nobody may join. */
  readonly locked: boolean;
  /** Questions that the host left out; they count for nobody. */
  readonly skipped: readonly number[];
  /** When each question was closed, by its place. */
  readonly closedAt: Readonly<Record<string, number>>;
};

export type LiveSession = LiveState & {
  readonly id: string;
  readonly hostId: string;
  readonly title: string;
  /** `null` once it is over. */
  readonly pin: string | null;
  readonly options: LiveOptions;
  readonly items: readonly LiveItem[];
  readonly players: ReadonlyMap<string, LivePlayer>;
  /** By the place of the question, then by player. */
  readonly answers: readonly ReadonlyMap<string, LiveAnswer>[];
  /** Who is connected now: never stored. */
  readonly present: ReadonlySet<string>;
  /** Since when no screen of the host is connected; `null` while one is. */
  readonly hostGoneSince: number | null;
  /** After a restart of the server: until then whoever is missing is on their way back; `null` otherwise. Never stored. */
  readonly gatheringUntil: number | null;
};

export const START_STATE: LiveState = {
  step: 0,
  phase: { name: 'lobby' },
  paused: null,
  locked: false,
  skipped: [],
  closedAt: {},
};
