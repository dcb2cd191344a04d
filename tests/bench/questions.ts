/**
 * `npm run bench:questions [-- FOLDER]`: what the reader makes of the texts of a folder, by text, kind and form, with
 * its abstentions; without a folder, how long the way from an article to its questions takes.
 */
import { DEMO_ARTICLE } from '@/lib/formats/demo-article';
import { countWords } from '@/lib/formats/read-text';
import type { Article } from '@/lib/model';
import { askArticle } from '@/lib/questions/article-questions';
import { englishParser } from '@/lib/server/english-parser';
import { countCovered } from './judging/coverage';
import { readTexts } from './judging/texts';

const ask = (article: Article) => askArticle({ article, parser: englishParser(), seed: 'bench' });

const timed = (article: Article): { ms: number; facts: number; questions: number } => {
  const started = performance.now();
  const { facts, questions } = ask(article);
  return { ms: performance.now() - started, facts: facts.length, questions: questions.length };
};

const measureSpeed = (): void => {
  const words = countWords(DEMO_ARTICLE.text);
  const cold = timed(DEMO_ARTICLE);
  const warm = Array.from({ length: 50 }, () => timed(DEMO_ARTICLE).ms).sort((a, b) => a - b);
  console.log(
    `${words} words: ${cold.facts} facts, ${cold.questions} questions; ` +
      `cold ${cold.ms.toFixed(0)} ms, warm median ${(warm[25] ?? NaN).toFixed(1)} ms`,
  );
  for (const copies of [50, 100, 200, 345]) {
    const text = Array.from({ length: copies }, () => DEMO_ARTICLE.text).join('\n\n');
    const { ms, facts } = timed({ ...DEMO_ARTICLE, text });
    console.log(`${countWords(text)} words: ${facts} facts in ${(ms / 1000).toFixed(2)} s`);
  }
};

const count = (names: readonly string[]): [string, number][] => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
};

const print = (title: string, counts: readonly [string, number][]): void => {
  console.log(`\n${title}`);
  for (const [name, times] of counts) console.log(`  ${String(times).padStart(5)}  ${name}`);
};

/** A reason without the words of the text that it quotes. */
const classOf = (reason: string): string => reason.replace(/“[^”]*”/gu, '“…”').replace(/\d+/gu, 'N');

const measureYield = (folder: string): void => {
  const texts = readTexts(folder).map((text) => ({ ...text, ...ask(text.article) }));
  console.log('words  facts  items  per 1,000  unused  gold covered  text');
  for (const { name, words, facts, questions, leftOut, gold } of texts) {
    const covered = countCovered(
      gold,
      facts.map(({ answer }) => answer),
    );
    const columns = [words, facts.length, questions.length, ((1000 * facts.length) / words).toFixed(1)];
    console.log(
      [...columns, leftOut.length, gold.length === 0 ? '–' : `${covered}/${gold.length}`, name].join('\t'),
    );
  }
  const words = texts.reduce((sum, text) => sum + text.words, 0);
  const facts = texts.flatMap((text) => text.facts);
  const questions = texts.flatMap((text) => text.questions);
  console.log(
    `\n${words} words: ${facts.length} facts (${((1000 * facts.length) / words).toFixed(1)} per 1,000 words), ${questions.length} questions`,
  );
  for (const part of ['wiki', 'news']) {
    const of = texts.filter(({ name, gold }) => name.startsWith(part) && gold.length > 0);
    const covered = of.reduce(
      (sum, text) =>
        sum +
        countCovered(
          text.gold,
          text.facts.map(({ answer }) => answer),
        ),
      0,
    );
    const all = of.reduce((sum, { gold }) => sum + gold.length, 0);
    if (all > 0)
      console.log(
        `gold answers covered, ${part}: ${covered} of ${all} (${Math.round((100 * covered) / all)}%)`,
      );
  }
  print('facts by kind', count(facts.map(({ kind }) => kind)));
  print('questions by form', count(questions.map(({ form }) => form)));
  print(
    'checks that are unsure',
    count(
      questions.flatMap(({ checks }) =>
        checks.filter(({ verdict }) => verdict === 'unsure').map(({ name }) => name),
      ),
    ),
  );
  print(
    'sentences not used',
    count(texts.flatMap(({ leftOut }) => leftOut.map(({ reason }) => classOf(reason)))).slice(0, 40),
  );
};

const [folder] = process.argv.slice(2);
if (folder === undefined) measureSpeed();
else measureYield(folder);
