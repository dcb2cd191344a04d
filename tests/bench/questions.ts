/** `npm run bench:questions`: how long it takes from an article to its questions, short and long, cold and warm. */
import { DEMO_ARTICLE } from '@/lib/formats/demo-article';
import { countWords } from '@/lib/formats/read-text';
import type { Article } from '@/lib/model';
import { askArticle } from '@/lib/questions/article-questions';
import { englishParser } from '@/lib/server/english-parser';

const generate = (article: Article): { ms: number; facts: number; questions: number } => {
  const started = performance.now();
  const { facts, questions } = askArticle({ article, parser: englishParser(), seed: 'bench' });
  return { ms: performance.now() - started, facts: facts.length, questions: questions.length };
};

const words = countWords(DEMO_ARTICLE.text);
const cold = generate(DEMO_ARTICLE);
const warm = Array.from({ length: 50 }, () => generate(DEMO_ARTICLE).ms).sort((a, b) => a - b);
console.log(
  `${words} words: ${cold.facts} facts, ${cold.questions} questions; ` +
    `cold ${cold.ms.toFixed(0)} ms, warm median ${(warm[25] ?? NaN).toFixed(1)} ms`,
);

for (const copies of [50, 100, 200, 345]) {
  const text = Array.from({ length: copies }, () => DEMO_ARTICLE.text).join('\n\n');
  const { ms, facts } = generate({ ...DEMO_ARTICLE, text });
  console.log(`${countWords(text)} words: ${facts} facts in ${(ms / 1000).toFixed(2)} s`);
}
