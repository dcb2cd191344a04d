/** What each role is shown of a session: types only, all that ever leaves the server. */
import type { Proof } from '@/lib/facts/proof';
import type { QuestionForm } from '@/lib/model';

/** A question as it is put: nothing in it says what is right. */
export type SeenQuestion = {
  /** Its place, from 0. */
  readonly question: number;
  readonly form: QuestionForm;
  /** `null` where it stands on the screen in front alone. */
  readonly prompt: string | null;
  readonly context: string | null;
  readonly source: string | null;
};

/** The options of a question that can be answered: empty where the answer is typed. */
export type SeenOptions = {
  readonly options: readonly string[];
  /** To what each of them is to be matched; empty but for `match`. */
  readonly lefts: readonly string[];
};

export type SeenOption = { readonly text: string; readonly count: number; readonly isAnswer: boolean };

/** What was shown of a question at its end. */
export type SeenReveal = SeenQuestion & {
  /** In one line, however many parts it has. */
  readonly answer: string;
  /** Where it was typed or arranged: the right answer, and wrong ones that several gave. */
  readonly options: readonly SeenOption[];
  /** How many answered: of several options each is counted for itself. */
  readonly given: number;
  /** Answers that are not among `options`. */
  readonly others: number;
  readonly proof: Proof;
  /** Of the evidence round; `null` without one. */
  readonly proofCount: number | null;
};

/** What became of a player's own answer. */
export type Outcome = {
  /** `late`: they were not there yet; `none`: there, and without an answer. */
  readonly verdict: 'right' | 'partly' | 'wrong' | 'none' | 'late';
  readonly given: string | null;
  readonly points: number;
  /** `null`: no sentence was tapped. */
  readonly proofRight: boolean | null;
  readonly proofPoints: number;
};

export type SeenPlace = {
  readonly id: string;
  readonly name: string;
  readonly team: string | null;
  readonly score: number;
  readonly rank: number;
};
export type SeenTeam = { readonly name: string; readonly score: number; readonly rank: number };
export type SeenStandings = { readonly top: readonly SeenPlace[]; readonly teams: readonly SeenTeam[] };

/** Times are milliseconds of the server's clock, as is the `now` of the frame. */
export type SeenPhase =
  | { readonly name: 'lobby' }
  | (SeenQuestion & { readonly name: 'reading'; readonly opensAt: number })
  | (SeenQuestion &
      SeenOptions & { readonly name: 'answering'; readonly opensAt: number; readonly closesAt: number })
  | (SeenQuestion & {
      readonly name: 'proving';
      readonly opensAt: number;
      readonly closesAt: number;
      readonly sentences: readonly string[];
    })
  | (SeenReveal & { readonly name: 'revealed' })
  | (SeenStandings & { readonly name: 'standings'; readonly question: number })
  | { readonly name: 'own-pace' }
  | (SeenStandings & { readonly name: 'podium' })
  | { readonly name: 'ended' };

type Shared = {
  readonly title: string;
  readonly step: number;
  readonly phase: SeenPhase;
  readonly paused: 'host' | 'absence' | null;
  readonly total: number;
  readonly players: number;
};

export type SeenMember = {
  readonly id: string;
  readonly name: string;
  readonly team: string | null;
  readonly factor: number;
  readonly present: boolean;
  /** Questions answered; of the one that stands, whether it is. */
  readonly answered: number;
  readonly score: number;
};

export type HostView = Shared & {
  readonly role: 'host';
  readonly pin: string | null;
  readonly locked: boolean;
  readonly sound: boolean;
  /** Of those who are there: how many have done what the phase wants, of how many. */
  readonly done: number;
  readonly of: number;
  readonly members: readonly SeenMember[];
};

/** The screen in front: everyone sees it, so it shows no more than players may. */
export type ScreenView = Shared & {
  readonly role: 'screen';
  readonly pin: string | null;
  readonly locked: boolean;
  readonly sound: boolean;
  readonly done: number;
  readonly of: number;
  readonly names: readonly string[];
};

/** At one's own pace: the question that is next, and what came of the one before. */
export type OwnPace = {
  readonly answered: number;
  readonly current: (SeenQuestion & SeenOptions) | null;
  readonly last:
    (Omit<SeenReveal, 'options' | 'given' | 'others' | 'proofCount'> & { readonly outcome: Outcome }) | null;
};

export type PlayerView = Shared & {
  readonly role: 'player';
  readonly you: {
    readonly name: string;
    readonly team: string | null;
    readonly score: number;
    readonly rank: number;
    readonly linked: boolean;
  };
  /** What they answered to the question that stands, by its place; `null`: nothing yet. */
  readonly given: number | null;
  /** What they typed or put together, as lib/key-parts.ts writes it. */
  readonly written: string | null;
  readonly sentence: number | null;
  /** From the reveal on. */
  readonly outcome: Outcome | null;
  readonly own: OwnPace | null;
};

export type RemovedView = { readonly role: 'removed'; readonly title: string };

export type LiveView = HostView | ScreenView | PlayerView | RemovedView;

/** One message to one device. */
export type Frame = { readonly now: number; readonly view: LiveView };

/** What stands behind a number before one joins. */
export type SeenRoom = {
  readonly session: string;
  readonly title: string;
  readonly givesNames: boolean;
  /** Whether this browser is in already. */
  readonly isIn: boolean;
};
