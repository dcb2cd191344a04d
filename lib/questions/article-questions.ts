/** The whole way from an article to its questions, in steps. */
import { readFactsInSteps } from '@/lib/facts/read-facts';
import type { Article, DraftFact, DraftQuestion } from '@/lib/model';
import { writeQuestionsInSteps } from './write-questions';

/** What an article gave: its facts and the questions about them. */
export type ArticleReading = {
  readonly facts: readonly DraftFact[];
  readonly questions: readonly DraftQuestion[];
};

/** The share of the work that is done once the facts are found. */
const FACTS_SHARE = 0.7;

/** Reads an article and writes its questions: yields the share done, 0..1. Deterministic for article and seed. */
export const askArticleInSteps = function* (
  article: Article,
  seed: string,
): Generator<number, ArticleReading> {
  const reading = readFactsInSteps(article);
  let step = reading.next();
  for (; step.done !== true; step = reading.next()) yield step.value * FACTS_SHARE;
  const { facts } = step.value;
  const writing = writeQuestionsInSteps({ article, facts, seed });
  let written = writing.next();
  for (; written.done !== true; written = writing.next())
    yield FACTS_SHARE + written.value * (1 - FACTS_SHARE);
  return { facts, questions: written.value.questions };
};
