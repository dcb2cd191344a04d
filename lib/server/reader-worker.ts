/** A thread of its own that reads one long article: told it at the start, it says how far it is, then what it found. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Article } from '@/lib/model';
import { askArticleInSteps, type ArticleQuestions } from '@/lib/questions/article-questions';
import { englishParser } from '@/lib/server/english-parser';

export type ReaderTask = { readonly article: Article; readonly seed: string; readonly limit: number };
export type ReaderWord = { readonly progress: number } | { readonly reading: ArticleQuestions };

const SAY_EVERY_MS = 100;

const say = (word: ReaderWord): void => {
  parentPort?.postMessage(word);
};

const { article, seed, limit } = workerData as ReaderTask;
const steps = askArticleInSteps({ article, parser: englishParser(), seed, limit });
let said = performance.now();
let step = steps.next();
for (; step.done !== true; step = steps.next()) {
  if (performance.now() - said < SAY_EVERY_MS) continue;
  said = performance.now();
  say({ progress: step.value });
}
say({ reading: step.value });
