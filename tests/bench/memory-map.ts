/**
 * `npm run bench:memory-map`: how quickly the memory map of an article opens, all of the page as a browser gets it,
 * for articles of 5,000 and 50,000 words with every fact kept and a month of answers.
 */
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { DEMO_ARTICLE } from '@/lib/formats/demo-article';
import { countWords } from '@/lib/formats/read-text';
import { askArticle } from '@/lib/questions/article-questions';
import type { Rating } from '@/lib/model';
import { englishParser } from '@/lib/server/english-parser';
import { db } from '@/lib/server/db';
import { addArticle } from '@/lib/server/data/articles';
import { acceptProposed } from '@/lib/server/data/facts';
import { recordReview } from '@/lib/server/data/reviews';
import { toNewArticle } from '@/lib/server/read-article';
import { quantile, serve } from './server';

const DAY = 86_400_000;
/** Answers to each fact, by days ago; every tenth fact is never asked. */
const ANSWERS: readonly (readonly [days: number, rating: Rating])[] = [
  [30, 'good'],
  [29, 'good'],
  [25, 'again'],
  [24, 'good'],
  [21, 'good'],
];

const served = await serve();
const { user, cookie } = await served.member();
for (const words of [5000, 50_000]) {
  const copies = Math.ceil(words / countWords(DEMO_ARTICLE.text));
  const text = Array.from({ length: copies }, () => DEMO_ARTICLE.text).join('\n\n');
  const article = toNewArticle({ title: `${words} words`, text, source: 'bench' });
  const reading = askArticle({ article, parser: englishParser(), seed: 'bench' });
  const deckId = await addArticle(user, { name: 'new', title: article.title }, article, reading);
  await acceptProposed(user, deckId);
  const facts = await (
    await db()
  ).fact.findMany({
    where: { deckId },
    orderBy: { position: 'asc' },
    select: { id: true, articleId: true },
  });
  for (const [index, { id: factId }] of facts.entries()) {
    for (const [days, rating] of index % 10 === 9 ? [] : ANSWERS.slice(0, 1 + (index % ANSWERS.length))) {
      const answer = { id: randomUUID(), factId, questionId: null, rating, elapsedMs: 4000 };
      const at = new Date(Date.now() - days * DAY);
      await recordReview(user, { ...answer, at, form: 'cloze', mode: 'study' });
    }
  }
  const path = `/articles/${facts[0]?.articleId ?? ''}/memory`;
  const times: number[] = [];
  let html = '';
  for (let round = 0; round < 40; round += 1) {
    const started = performance.now();
    html = await (await fetch(served.url + path, { headers: { cookie } })).text();
    if (round >= 10) times.push(performance.now() - started);
  }
  console.log(
    `${countWords(text)} words, ${facts.length} facts: p50 ${quantile(times, 0.5).toFixed(1)} ms, ` +
      `p99 ${quantile(times, 0.99).toFixed(1)} ms, ${(html.length / 1024).toFixed(0)} KiB, ` +
      `${(gzipSync(html).length / 1024).toFixed(0)} KiB gzip`,
  );
}
await served.stop();
process.exit(0);
