/** What the deck page knows and what happens to it. */
import { unsureChecks } from '@/components/evidence/check-words';
import type { Origin } from '@/lib/formats/origin';
import type { FactStatus, FactWithQuestions, LeftOut, Question, Span, Status } from '@/lib/model';
import type { TextBlock } from './text-blocks';

export type ArticleView = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** A BCP 47 language tag. */
  readonly language: string;
  readonly leftOut: readonly LeftOut[];
  readonly origin: Origin | null;
  readonly createdAt: Date;
  /** When its text was last replaced by a later version; `null`: never. */
  readonly revisedAt: Date | null;
  /** Where it comes from, in words. */
  readonly source: string;
  readonly blocks: readonly TextBlock[];
};

export type Filter = Status | 'archived' | 'all';

export type DeckState = {
  readonly facts: readonly FactWithQuestions[];
  readonly articleId: string | null;
  readonly filter: Filter;
  /** Whether the spare facts follow those that are proposed. */
  readonly sparesShown: boolean;
  /** Whether facts with a question to look at come before the others. */
  readonly unsureFirst: boolean;
  /** The sentence whose facts alone are listed; always of the open article. */
  readonly sentence: Span | null;
  readonly chosenId: string | null;
  /** The question that is being edited. */
  readonly editingId: string | null;
  /** Facts that were judged here, the last one last. */
  readonly judged: readonly string[];
  readonly problem: string | null;
};

export type DeckEvent =
  | { readonly name: 'chosen'; readonly factId: string }
  | { readonly name: 'filtered'; readonly filter: Filter }
  | { readonly name: 'sentence-chosen'; readonly sentence: Span | null }
  | { readonly name: 'article-opened'; readonly articleId: string }
  | { readonly name: 'judged'; readonly factId: string; readonly status: FactStatus }
  | { readonly name: 'all-kept' }
  | { readonly name: 'spares-shown'; readonly shown: boolean }
  | { readonly name: 'spares-taken-in' }
  | { readonly name: 'unsure-first'; readonly on: boolean }
  | { readonly name: 'editing'; readonly questionId: string | null }
  | { readonly name: 'question-changed'; readonly question: Question }
  | { readonly name: 'fact-added'; readonly fact: FactWithQuestions }
  /** A change could not be saved: back to `facts` as they were. */
  | { readonly name: 'refused'; readonly facts: readonly FactWithQuestions[]; readonly problem: string };

/** A fact with a new status; the questions go along as they do on the server. */
export const withStatus = (fact: FactWithQuestions, status: FactStatus): FactWithQuestions => ({
  ...fact,
  status,
  questions: fact.questions.map((question) =>
    question.status === 'rejected'
      ? question
      : { ...question, status: status === 'accepted' ? 'accepted' : 'proposed' },
  ),
});

const overlap = (a: Span | null, b: Span): boolean => a !== null && a.start < b.end && b.start < a.end;

/** The facts of the open article, and the cards that belong to none. */
export const factsInView = ({ facts, articleId }: DeckState): FactWithQuestions[] =>
  facts.filter((fact) => fact.articleId === articleId || fact.articleId === null);

/** Whether a question of the fact is there that code could not be certain of. */
export const isUnsure = ({ questions }: FactWithQuestions): boolean =>
  questions.some(({ status, checks }) => status !== 'rejected' && unsureChecks(checks).length > 0);

/** Whether a fact of this status is in that list; what is spare or archived is no part of all. */
export const isListed = (status: FactStatus, filter: Filter): boolean =>
  filter === 'all' ? status !== 'spare' && status !== 'archived' : status === filter;

/** The facts that are listed: those of the chosen sentence, else those of the chosen status, spare ones last. */
export const listedFacts = (state: DeckState): FactWithQuestions[] => {
  const { sentence, filter, sparesShown, unsureFirst } = state;
  const inView = factsInView(state);
  if (sentence !== null) return inView.filter((fact) => overlap(fact.span, sentence));
  const found = inView.filter(({ status }) => isListed(status, filter));
  if (unsureFirst) found.sort((a, b) => Number(isUnsure(b)) - Number(isUnsure(a)));
  const spares = inView.filter(({ status }) => sparesShown && status === 'spare');
  return [...found, ...spares.sort((a, b) => b.salience - a.salience)];
};

/** The page as it opens: at what is to be judged, if there is anything. */
export const openDeck = (facts: readonly FactWithQuestions[], articleId: string | null): DeckState => {
  const has = (status: Status): boolean => facts.some((fact) => fact.status === status);
  const filter = has('proposed') ? 'proposed' : has('accepted') ? 'accepted' : 'all';
  const state: DeckState = {
    facts,
    articleId,
    filter,
    sparesShown: false,
    unsureFirst: false,
    sentence: null,
    chosenId: null,
    editingId: null,
    judged: [],
    problem: null,
  };
  return { ...state, chosenId: listedFacts(state)[0]?.id ?? null };
};

/** What is chosen after `factId` was judged: the next one listed that is proposed, else the one before it. */
const nextAfter = (state: DeckState, factId: string): string | null => {
  const listed = listedFacts(state);
  const at = listed.findIndex((fact) => fact.id === factId);
  const isNext = (fact: FactWithQuestions): boolean =>
    (fact.status === 'proposed' || fact.status === 'spare') && fact.id !== factId;
  const next = listed.slice(at + 1).find(isNext) ?? listed.slice(0, Math.max(at, 0)).findLast(isNext);
  return next?.id ?? factId;
};

const firstListed = (state: DeckState): DeckState => {
  const listed = listedFacts(state);
  if (listed.some((fact) => fact.id === state.chosenId)) return state;
  return { ...state, chosenId: listed[0]?.id ?? null };
};

const replaceQuestion = (facts: readonly FactWithQuestions[], question: Question): FactWithQuestions[] =>
  facts.map((fact) =>
    fact.id === question.factId
      ? { ...fact, questions: fact.questions.map((other) => (other.id === question.id ? question : other)) }
      : fact,
  );

const judge = (state: DeckState, factId: string, status: FactStatus): DeckState => {
  const chosenId = status === 'proposed' ? factId : nextAfter(state, factId);
  const facts = state.facts.map((fact) => (fact.id === factId ? withStatus(fact, status) : fact));
  const others = state.judged.filter((id) => id !== factId);
  const judged = status === 'proposed' ? others : [...others, factId];
  return firstListed({ ...state, facts, judged, chosenId });
};

export const changeDeck = (before: DeckState, event: DeckEvent): DeckState => {
  const state: DeckState = { ...before, problem: null };
  switch (event.name) {
    case 'chosen':
      return { ...state, chosenId: event.factId };
    case 'filtered':
      return firstListed({ ...state, filter: event.filter, sentence: null });
    case 'sentence-chosen':
      return firstListed({ ...state, sentence: event.sentence });
    case 'article-opened':
      return firstListed({ ...state, articleId: event.articleId, sentence: null });
    case 'judged':
      return judge(state, event.factId, event.status);
    case 'all-kept': {
      const facts = state.facts.map((fact) =>
        fact.status === 'proposed' ? withStatus(fact, 'accepted') : fact,
      );
      return firstListed({ ...state, facts, filter: 'accepted', sentence: null });
    }
    case 'spares-shown':
      return firstListed({ ...state, sparesShown: event.shown });
    case 'spares-taken-in': {
      const facts = state.facts.map((fact) =>
        fact.status === 'spare' && fact.articleId === state.articleId ? withStatus(fact, 'proposed') : fact,
      );
      return firstListed({ ...state, facts, filter: 'proposed', sentence: null, sparesShown: false });
    }
    case 'unsure-first':
      return { ...state, unsureFirst: event.on };
    case 'editing':
      return { ...state, editingId: event.questionId };
    case 'question-changed':
      return { ...state, facts: replaceQuestion(state.facts, event.question) };
    case 'fact-added': {
      const filter = state.filter === 'all' ? 'all' : 'accepted';
      const facts = [...state.facts, event.fact];
      return { ...state, facts, filter, sentence: null, chosenId: event.fact.id };
    }
    case 'refused':
      return firstListed({ ...state, facts: event.facts, problem: event.problem });
  }
};
