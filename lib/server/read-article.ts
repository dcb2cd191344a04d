import 'server-only';
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { detectLanguage } from '@/lib/language/language-guess';
import { mostFacts, type Amount } from '@/lib/facts/amount';
import { countWords } from '@/lib/formats/read-text';
import { askArticleInSteps, type ArticleQuestions } from '@/lib/questions/article-questions';
import { englishParser } from '@/lib/server/english-parser';
import type { NewArticle } from '@/lib/server/data/articles';
import type { ModelSettings } from '@/lib/server/model/settings';
import type { ReaderTask, ReaderWord } from '@/lib/server/reader-worker';
import { startThread } from '@/lib/server/thread';

/** Texts longer than this (characters) are read by a thread of their own, whose start costs half a second. */
const LONG_TEXT = 30_000;
/** The longest that reading a short text holds up everyone else, in milliseconds, but for what one step takes. */
const SLICE_MS = 15;

export type ReadingWatch = {
  /** Is told how far the reading has come, 0..1. */
  readonly onProgress: (progress: number) => void;
  readonly signal: AbortSignal;
};

/** An article of confirmed text with what can be told from the text alone. */
export const toNewArticle = ({
  title,
  text,
  source,
  origin = null,
}: Pick<NewArticle, 'title' | 'text' | 'source' | 'origin'>): NewArticle => ({
  title,
  text,
  source,
  origin,
  language: detectLanguage(text),
  hash: createHash('sha256').update(text).digest('hex'),
});

/**
 * Finds the facts of an article and writes their questions without holding up other requests; the facts beyond
 * `amount` are spare.
 * @throws the signal's reason once it is aborted.
 */
export const readArticle = (
  article: NewArticle,
  amount: Amount,
  watch: ReadingWatch,
): Promise<ArticleQuestions> => {
  const { title, text, language, hash } = article;
  const limit = mostFacts(amount, countWords(text));
  const task: ReaderTask = { article: { title, text, language }, seed: hash, limit };
  return text.length > LONG_TEXT ? readApart(task, watch) : readHere(task, watch);
};

/** The share of the work that is done once the text is read, where a language model is asked after it. */
const READER_SHARE = 0.15;

/**
 * As `readArticle`; with settings of a language model it then proposes more, and `words` say what came of it.
 * @throws the signal's reason once it is aborted.
 */
export const readArticleFully = async (
  article: NewArticle,
  { amount, settings }: { readonly amount: Amount; readonly settings: ModelSettings | null },
  watch: ReadingWatch,
): Promise<{ reading: ArticleQuestions; words: string | null }> => {
  if (settings === null) return { reading: await readArticle(article, amount, watch), words: null };
  const { onProgress, signal } = watch;
  const scaled = (from: number, to: number) => (progress: number) => {
    onProgress(from + progress * (to - from));
  };
  const offline = await readArticle(article, amount, { signal, onProgress: scaled(0, READER_SHARE) });
  const { proposeMore } = await import('@/lib/server/model/propose-more');
  const onMore = scaled(READER_SHARE, 1);
  return proposeMore({ article, offline, seed: article.hash, settings, onProgress: onMore, signal });
};

const readHere = async (
  { article, seed, limit }: ReaderTask,
  { onProgress, signal }: ReadingWatch,
): Promise<ArticleQuestions> => {
  const steps = askArticleInSteps({ article, parser: englishParser(), seed, limit });
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    onProgress(step.value);
    await setImmediate();
    signal.throwIfAborted();
    since = performance.now();
  }
};

const readApart = (task: ReaderTask, { onProgress, signal }: ReadingWatch): Promise<ArticleQuestions> =>
  new Promise((resolve, reject) => {
    const worker = startThread('reader-worker.ts', { task });
    const abandon = (): void => {
      void worker.terminate();
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', abandon, { once: true });
    worker.on('message', (word: ReaderWord) => {
      if ('reading' in word) resolve(word.reading);
      else onProgress(word.progress);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', abandon);
      reject(new Error(`the reader ended with ${code} before it had read the article`)); // after a result: no effect
    });
  });
