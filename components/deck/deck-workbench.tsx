'use client';
import Link from 'next/link';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { toggleCertificates } from '@/components/evidence/certificate';
import controls from '@/components/controls/controls.module.css';
import { PageHead } from '@/components/controls/page-head';
import type { FactWithQuestions, Question, Span } from '@/lib/model';
import type { QuestionEdit } from '@/lib/questions/check-edit';
import { ArticlePicker } from './article-picker';
import { ArticleText } from './article-text';
import { CardForm } from './card-form';
import type { DeckActions } from './deck-actions';
import { factsInView, listedFacts, type ArticleView } from './deck-model';
import classes from './deck.module.css';
import { FactFilter } from './fact-filter';
import { FactList } from './fact-list';
import { FactsFoot } from './facts-foot';
import { KeyHelp } from './key-help';
import { LanguageNote } from './language-note';
import { OriginLine } from './origin-line';
import { unsavedQuestion } from './question-draft';
import { sentenceMarks } from './sentence-marks';
import { useDeck } from './use-deck';
import { useDeckKeys } from './use-deck-keys';

type DeckWorkbenchProps = {
  readonly deck: { readonly id: string; readonly title: string };
  readonly articles: readonly ArticleView[];
  readonly facts: readonly FactWithQuestions[];
  readonly readingId: string;
  readonly actions: DeckActions;
};

/** A deck's articles beside its facts: choosing on one side shows it on the other. */
export const DeckWorkbench = ({ deck, articles, facts, readingId, actions }: DeckWorkbenchProps) => {
  const articleId = articles[0]?.id ?? null;
  const handle = useDeck({ deckId: deck.id, facts, articleId, readingId }, actions);
  const { state, dispatch, judge, editQuestion } = handle;
  const [panel, setPanel] = useState<'facts' | 'article'>('facts');
  const [dialog, setDialog] = useState<'card' | 'keys' | null>(null);
  /** Counts the moves made by a key: the focus follows those, and only those. */
  const [moves, setMoves] = useState(0);

  const inView = useMemo(() => factsInView(state), [state]);
  const listed = useMemo(() => listedFacts(state), [state]);
  const chosen = listed.find((fact) => fact.id === state.chosenId) ?? null;
  const article = articles.find(({ id }) => id === state.articleId) ?? null;
  const lit = chosen?.span ?? state.sentence;
  const marks = useMemo(
    () => (article === null ? [] : sentenceMarks(article.blocks, inView)),
    [article, inView],
  );

  useEffect(() => {
    const unsaved = unsavedQuestion(facts);
    if (unsaved === null) return;
    dispatch({ name: 'filtered', filter: 'all' });
    const fact = facts.find(({ id }) => id === unsaved.factId);
    if (typeof fact?.articleId === 'string') dispatch({ name: 'article-opened', articleId: fact.articleId });
    dispatch({ name: 'chosen', factId: unsaved.factId });
    dispatch({ name: 'editing', questionId: unsaved.id });
  }, [facts, dispatch]);

  const move = (step: 1 | -1): void => {
    const at = listed.findIndex(({ id }) => id === state.chosenId);
    const next = at === -1 ? listed[0] : listed[at + step];
    if (next !== undefined) dispatch({ name: 'chosen', factId: next.id });
    setMoves((count) => count + 1);
  };
  const verdict = (status: 'accepted' | 'rejected'): void => {
    if (chosen === null) return;
    void judge(chosen.id, status);
    setMoves((count) => count + 1);
  };
  const undo = (): void => {
    const factId = chosen !== null && chosen.status !== 'proposed' ? chosen.id : state.judged.at(-1);
    if (factId === undefined) return;
    void judge(factId, 'proposed');
    setMoves((count) => count + 1);
  };
  const edit = (): void => {
    const question = chosen?.questions.find(({ status }) => status !== 'rejected');
    if (question !== undefined) dispatch({ name: 'editing', questionId: question.id });
  };
  useDeckKeys({
    next: () => {
      move(1);
    },
    previous: () => {
      move(-1);
    },
    keep: () => {
      verdict('accepted');
    },
    leaveOut: () => {
      verdict('rejected');
    },
    undo,
    edit,
    checks: () => {
      const row = document.querySelector('[data-fact][aria-current]');
      if (row !== null) toggleCertificates(row);
    },
    newCard: () => {
      setDialog('card');
    },
    help: () => {
      setDialog('keys');
    },
  });

  const chooseSentence = useCallback(
    (sentence: Span) => {
      dispatch({ name: 'sentence-chosen', sentence });
      setPanel('facts');
    },
    [dispatch],
  );
  const saveEdit = useCallback(
    (question: Question, made: QuestionEdit) => editQuestion(question.id, made),
    [editQuestion],
  );
  const closeEdit = useCallback(() => {
    dispatch({ name: 'editing', questionId: null });
    setMoves((count) => count + 1);
  }, [dispatch]);

  const closeDialog = (): void => {
    setDialog(null);
  };
  const kept = state.facts.filter(({ status }) => status === 'accepted').length;
  const proof = lit !== null && article !== null ? { articleId: article.id, span: lit } : null;

  return (
    <>
      <PageHead title={deck.title}>
        {kept > 0 && (
          <>
            <Link
              href={`/study?deck=${deck.id}`}
              className={`${controls.button ?? ''} ${controls.primary ?? ''}`}
            >
              Study this deck
            </Link>
            <Link href={`/study?practice=${deck.id}`} className={controls.button}>
              Practise
            </Link>
            <Link href={`/decks/${deck.id}/quiz`} className={controls.button}>
              Quiz
            </Link>
            {article !== null && (
              <Link href={`/articles/${article.id}/memory`} className={controls.button}>
                Memory map
              </Link>
            )}
            <Link href={`/decks/${deck.id}/export`} className={controls.button}>
              Export
            </Link>
          </>
        )}
        {article !== null && (
          <Link href={`/articles/${article.id}/pretest`} className={controls.button}>
            Pre-test
          </Link>
        )}
        <Link href={`/new?deck=${deck.id}`} className={controls.button}>
          Add an article
        </Link>
      </PageHead>
      <div className={classes.switch} role="group" aria-label="What to show">
        {(['facts', 'article'] as const).map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={panel === name}
            onClick={() => {
              setPanel(name);
            }}
          >
            {name === 'facts' ? 'Facts' : 'Article'}
          </button>
        ))}
      </div>
      <div className={classes.sides} data-panel={panel}>
        <section className={classes.article} aria-label="Article">
          <ArticlePicker
            articles={articles}
            deckTitle={deck.title}
            openId={state.articleId}
            onOpen={(id) => {
              dispatch({ name: 'article-opened', articleId: id });
            }}
          />
          {article !== null && <OriginLine article={article} deckId={deck.id} />}
          {article !== null && <LanguageNote language={article.language} />}
          {article !== null && (
            <ArticleText
              article={article}
              marks={marks}
              lit={lit}
              answer={chosen?.answerSpan ?? null}
              shown={panel === 'article'}
              onChoose={chooseSentence}
            />
          )}
        </section>
        <section className={classes.facts} aria-label="Facts">
          <FactFilter
            facts={inView}
            filter={state.filter}
            sentence={state.sentence !== null}
            unsureFirst={state.unsureFirst}
            onUnsureFirst={(on) => {
              dispatch({ name: 'unsure-first', on });
            }}
            onFilter={(filter) => {
              dispatch({ name: 'filtered', filter });
            }}
            onKeepAll={() => void handle.keepAll()}
            onNewCard={() => {
              setDialog('card');
            }}
            onKeys={() => {
              setDialog('keys');
            }}
          />
          {state.problem !== null && (
            <p className={controls.notice} role="alert">
              {state.problem}
            </p>
          )}
          <FactList
            facts={listed}
            empty={emptyWords(state.facts.length, state.sentence !== null)}
            chosenId={state.chosenId}
            editingId={state.editingId}
            moves={moves}
            onChoose={(factId) => {
              dispatch({ name: 'chosen', factId });
            }}
            onJudge={(factId, status) => void judge(factId, status)}
            onEdit={(questionId) => {
              dispatch({ name: 'editing', questionId });
            }}
            onKeepQuestion={(question, keep) => void handle.keepQuestion(question, keep)}
            onShow={() => {
              setPanel('article');
            }}
            onSave={saveEdit}
            onCloseEdit={closeEdit}
          >
            {article !== null && state.sentence === null && (
              <FactsFoot
                article={article}
                facts={inView}
                sparesShown={state.sparesShown}
                onShowSpares={(shown) => {
                  dispatch({ name: 'spares-shown', shown });
                }}
                onTakeIn={() => void handle.takeInSpare(article.id)}
                onUse={handle.askAboutSentence}
              />
            )}
          </FactList>
        </section>
      </div>
      {dialog === 'card' && (
        <CardForm
          deckId={deck.id}
          sentence={
            proof === null
              ? null
              : { text: article?.text.slice(proof.span.start, proof.span.end) ?? '', proof }
          }
          proved={state.sentence !== null}
          onAdd={handle.addCard}
          onClose={closeDialog}
        />
      )}
      {dialog === 'keys' && <KeyHelp onClose={closeDialog} />}
    </>
  );
};

const emptyWords = (all: number, sentence: boolean): string => {
  if (sentence) return 'No facts in this sentence. Press N to write a card on it.';
  if (all === 0)
    return 'No facts were found in this text. Press N to write a card of your own, or add another article.';
  return 'Nothing here. Choose another list above, or press N to write a card.';
};
