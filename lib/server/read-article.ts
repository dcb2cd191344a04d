import 'server-only';
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { readFactsInSteps } from '@/lib/facts/read-facts';
import { detectLanguage } from '@/lib/language/language-guess';
import { writeQuestions } from '@/lib/questions/write-questions';
import type { NewArticle, Reading } from '@/lib/server/data/articles';

/** The longest that the reader holds up everyone else, in milliseconds, but for what one step takes. */
const SLICE_MS = 15;
/** The share of the work that is done once the facts are found. */
const FACTS_SHARE = 0.9;

export type ReadingWatch = {
  /** Is told how far the reading has come, 0..1. */
  readonly onProgress: (progress: number) => void;
  readonly signal: AbortSignal;
};

/** An article of confirmed text with what can be told from the text alone. */
export const toNewArticle = (title: string, text: string, source: string): NewArticle => ({
  title,
  text,
  source,
  language: detectLanguage(text),
  hash: createHash('sha256').update(text).digest('hex'),
});

/**
 * Finds the facts of an article and writes their questions, giving way to other requests between steps.
 * @throws the signal's reason once it is aborted.
 */
export const readArticle = async (
  { title, text, language, hash }: NewArticle,
  { onProgress, signal }: ReadingWatch,
): Promise<Reading> => {
  const article = { title, text, language };
  const steps = readFactsInSteps(article);
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) {
      onProgress(FACTS_SHARE);
      await setImmediate();
      signal.throwIfAborted();
      const { facts } = step.value;
      return { facts, questions: writeQuestions({ article, facts, seed: hash }).questions };
    }
    if (performance.now() - since < SLICE_MS) continue;
    onProgress(step.value * FACTS_SHARE);
    await setImmediate();
    signal.throwIfAborted();
    since = performance.now();
  }
};
