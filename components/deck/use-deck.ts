'use client';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { FactStatus, FactWithQuestions, Question, Status } from '@/lib/model';
import type { QuestionEdit } from '@/lib/questions/check-edit';
import { REFUSALS, type Answered } from '@/lib/refusal';
import type { DeckActions, NewCard, NewSentenceQuestion } from './deck-actions';
import { changeDeck, openDeck, type DeckEvent } from './deck-model';

/**
 * The facts as they are now, by the reading of the server that the page shows: going back in the browser brings
 * the old reading again, which must not bring back old decisions.
 */
const latest = new Map<string, readonly FactWithQuestions[]>();

const UNREACHED = 'This could not be saved: the server could not be reached. Try again.';

const problemOf = (answered: Answered<unknown>): string | null =>
  answered.ok ? null : (Object.values(answered.fields ?? {})[0] ?? REFUSALS[answered.code]);

type Deck = {
  readonly deckId: string;
  readonly facts: readonly FactWithQuestions[];
  readonly articleId: string | null;
  /** Differs from reading to reading of the server. */
  readonly readingId: string;
};

/** The deck page's state and what can be done: shown at once, saved at once, taken back where saving fails. */
export const useDeck = ({ deckId, facts, articleId, readingId }: Deck, actions: DeckActions) => {
  const [state, dispatch] = useReducer(changeDeck, null, () =>
    openDeck(latest.get(readingId) ?? facts, articleId),
  );
  const now = useRef(state);
  useEffect(() => {
    now.current = state;
    latest.set(readingId, state.facts);
  }, [state, readingId]);

  /** Shows `event`, saves it, and takes back what it changed of the facts `changed` names where that fails. */
  const save = async (event: DeckEvent, work: () => Promise<Answered<unknown>>): Promise<void> => {
    const before = new Map(now.current.facts.map((fact) => [fact.id, fact]));
    const shown = new Map(changeDeck(now.current, event).facts.map((fact) => [fact.id, fact]));
    dispatch(event);
    const problem = await work().then(problemOf, () => UNREACHED);
    if (problem === null) return;
    const restored = now.current.facts.map((fact) =>
      shown.get(fact.id) === before.get(fact.id) ? fact : (before.get(fact.id) ?? fact),
    );
    dispatch({ name: 'refused', facts: restored, problem });
  };

  const editQuestion = useCallback(
    async (questionId: string, edit: QuestionEdit): Promise<string | null> => {
      const { accepted, ...rest } = edit;
      const also = accepted === undefined ? {} : { accepted: [...accepted] };
      const input = { questionId, edit: { ...rest, others: [...edit.others], ...also } };
      const answered = await actions.editQuestion(input).catch(() => null);
      if (answered === null) return UNREACHED;
      if (answered.ok) dispatch({ name: 'question-changed', question: answered.value });
      return problemOf(answered);
    },
    [actions],
  );

  return {
    state,
    dispatch,
    judge: (factId: string, status: FactStatus) =>
      save({ name: 'judged', factId, status }, () => actions.setFactStatus({ factId, status })),
    keepAll: () => save({ name: 'all-kept' }, () => actions.acceptProposed({ deckId })),
    takeInSpare: (ofArticle: string) =>
      save({ name: 'spares-taken-in' }, () => actions.takeInSpare({ articleId: ofArticle })),
    /** Adds a question on a sentence. @returns what was wrong with it, or `null` once it is saved. */
    askAboutSentence: async (question: NewSentenceQuestion): Promise<string | null> => {
      const answered = await actions.askAboutSentence(question).catch(() => null);
      if (answered === null) return UNREACHED;
      if (answered.ok) dispatch({ name: 'fact-added', fact: answered.value });
      return problemOf(answered);
    },
    keepQuestion: (question: Question, keep: boolean) => {
      const fact = now.current.facts.find(({ id }) => id === question.factId);
      const kept: Status = fact?.status === 'accepted' ? 'accepted' : 'proposed';
      const changed = { ...question, status: keep ? kept : 'rejected' } as const;
      return save({ name: 'question-changed', question: changed }, () =>
        actions.keepQuestion({ questionId: question.id, keep }),
      );
    },
    /** Saves an edit. @returns what was wrong with it, or `null` once it is saved. */
    editQuestion,
    /** Adds a card. @returns what was wrong with it, or `null` once it is saved. */
    addCard: async (card: NewCard): Promise<string | null> => {
      const answered = await actions.addCard({ deckId, ...card, others: [...card.others] }).catch(() => null);
      if (answered === null) return UNREACHED;
      if (answered.ok) dispatch({ name: 'fact-added', fact: answered.value });
      return problemOf(answered);
    },
  };
};
