/** The whole way from an article to its questions, in steps. */
import type { FoundFact } from '@/lib/facts/candidate';
import { findFactsInSteps } from '@/lib/facts/find-facts';
import { finish, readArticleInSteps } from '@/lib/facts/reading';
import type { Parser } from '@/lib/language/parser/parser';
import type { Article, DraftFact, DraftQuestion, LeftOut } from '@/lib/model';
import { rankQuestions } from './ranking';
import { writeQuestionsInSteps } from './write-questions';

/** What an article gave: its facts, the questions about them, and what was left out with the reasons. */
export type ArticleReading = {
  readonly facts: readonly DraftFact[];
  readonly questions: readonly DraftQuestion[];
  readonly leftOut: readonly LeftOut[];
};

/** `spare` is what lies beyond the limit: sound, but worth less; for whoever wants more. */
export type ArticleQuestions = ArticleReading & { readonly spare: Omit<ArticleReading, 'leftOut'> };

export type ArticleAsked = {
  readonly article: Article;
  readonly parser: Parser;
  /** The same seed gives the same order of options; another seed changes that, and which sentences are true, alone. */
  readonly seed: string;
  /** How many facts are wanted; 20 for every 1,000 words where nothing is said. */
  readonly limit?: number;
};

/** The shares of the work that are done once the sentences are read, and once the facts are found. */
const READING_SHARE = 0.7;
const FACTS_SHARE = 0.85;

const scaled = function* <Result>(
  steps: Generator<number, Result>,
  from: number,
  to: number,
): Generator<number, Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield from + step.value * (to - from);
  }
};

/** A fact without the parse that it was found by, which is large and has done its work. */
export const withoutTree = (fact: FoundFact): DraftFact => ({
  key: fact.key,
  kind: fact.kind,
  statement: fact.statement,
  span: fact.span,
  answer: fact.answer,
  answerSpan: fact.answerSpan,
  answerType: fact.answerType,
  salience: fact.salience,
  confidence: fact.confidence,
  leans: fact.leans,
});

/** The sentences that nothing is asked of, each once and with its first reason, in the order of the text. */
const unusedOnce = (leftOut: readonly LeftOut[], used: readonly FoundFact[]): LeftOut[] => {
  const seen = new Set(used.map(({ span }) => span.start));
  return leftOut
    .filter(({ span: { start } }) => !seen.has(start) && seen.add(start))
    .sort((a, b) => a.span.start - b.span.start);
};

/** Reads an article and writes its questions: yields the share done, 0..1. Deterministic for article and seed. */
export const askArticleInSteps = function* ({
  article,
  parser,
  seed,
  limit,
}: ArticleAsked): Generator<number, ArticleQuestions> {
  const reading = yield* scaled(readArticleInSteps(article, parser), 0, READING_SHARE);
  const found = yield* scaled(findFactsInSteps(reading), READING_SHARE, FACTS_SHARE);
  const asked = { reading, facts: found.facts, seed };
  const written = yield* scaled(writeQuestionsInSteps(asked), FACTS_SHARE, 1);
  const { facts, questions, spare } = rankQuestions(reading, found.facts, written.questions, limit);
  return {
    facts: facts.map(withoutTree),
    questions,
    spare: { facts: spare.facts.map(withoutTree), questions: spare.questions },
    leftOut: unusedOnce([...found.leftOut, ...written.leftOut], [...facts, ...spare.facts]),
  };
};

/** As `askArticleInSteps`, in one go. */
export const askArticle = (asked: ArticleAsked): ArticleQuestions => finish(askArticleInSteps(asked));
