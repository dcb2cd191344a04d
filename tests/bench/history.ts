/**
 * `npm run bench:history`: how quickly the history of somebody who handed in 2,000 quizzes of ten questions opens, and
 * the page of what they know and mix up; all of the page as a browser gets it.
 */
import { db } from '@/lib/server/db';
import { storedPaperSchema, type StoredItem } from '@/lib/server/data/attempts-paper';
import { newDeck } from '../support/decks';
import { quantile, serve } from './server';

const QUIZZES = 2000;
const QUESTIONS = 10;
const HOUR = 3_600_000;

const served = await serve();
const { user, cookie } = await served.member();
const { deckId, articleId, factIds } = await newDeck(user, 100);
const database = await db();
const quiz = await database.quiz.create({ data: { userId: user.id, deckId, count: QUESTIONS } });
const years = factIds.map((_, index) => 1801 + index * 7);
for (let number = 0; number < QUIZZES; number += 1) {
  const paper: StoredItem[] = Array.from({ length: QUESTIONS }, (_, place) => {
    const index = (number * 7 + place * 11) % factIds.length;
    const factId = factIds[index] ?? '';
    const answer = String(years[index]);
    const statement = `Tower number ${index + 1} was opened in ${answer}.`;
    const others = [1, 2, 3].map((step) => ({ text: String(Number(answer) + 3 * step), factId: null }));
    return storedPaperSchema.element.parse({
      questionId: `question-${index}`,
      factId,
      form: 'choice',
      prompt: statement.replace(answer, '_____'),
      context: null,
      answer,
      options: [{ text: answer, factId }, ...others],
      rivals: [],
      statement,
      span: null,
      articleId,
      optionStatements: {},
    });
  });
  const marks = paper.map((_, place) => (number + place) % 4 !== 0);
  const finishedAt = new Date(Date.now() - (QUIZZES - number) * HOUR);
  await database.attempt.create({
    data: {
      quizId: quiz.id,
      userId: user.id,
      seed: `${number}`,
      paper,
      deckTitle: 'Towers',
      startedAt: new Date(finishedAt.getTime() - 120_000),
      finishedAt,
      score: marks.filter(Boolean).length,
      total: QUESTIONS,
      answers: {
        create: paper.map(({ answer, options }, position) => ({
          position,
          given: marks[position] === true ? answer : (options[1 + (number % 3)]?.text ?? ''),
          at: finishedAt,
          correct: marks[position] === true,
        })),
      },
    },
  });
}
for (const path of ['/history', '/history/answers']) {
  const times: number[] = [];
  for (let round = 0; round < 40; round += 1) {
    const started = performance.now();
    await (await fetch(served.url + path, { headers: { cookie } })).text();
    if (round >= 10) times.push(performance.now() - started);
  }
  console.log(
    `${path}, ${QUIZZES} quizzes: p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms`,
  );
}
await served.stop();
process.exit(0);
