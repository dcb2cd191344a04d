import 'server-only';
import { choosesOne } from '@/lib/forms';
import type { AnswerReport, KnownArticle, Series, TakenAgain } from '@/lib/quiz/answer-report';
import { confusionsIn, type ChoiceRow } from '@/lib/quiz/confusions';
import { guessShare } from '@/lib/quiz/guess';
import { certaintyShare } from '@/lib/quiz/certainty';
import { knownShare, sureness, type KnownRow } from '@/lib/quiz/known';
import { gainOf, progressOf } from '@/lib/quiz/progress';
import { percentOf } from '@/lib/quiz/score';
import { db } from '@/lib/server/db';
import { latestAnswers, type TakenAnswer } from '@/lib/server/data/taken-answers';
import type { User } from '@/lib/server/user';

/** Quizzes that are looked into, at most: the newest. */
const MOST_QUIZZES = 200;
/** Pairs that are shown, at most. */
const MOST_PAIRS = 20;

/** `answers` oldest quiz first; those for which `nameOf` has none belong to no row. */
const seriesOf = (
  answers: readonly TakenAnswer[],
  nameOf: (answer: TakenAnswer) => string | undefined,
): Series[] => {
  const groups = new Map<string, Map<string, { right: number; of: number }>>();
  for (const answer of answers) {
    const name = nameOf(answer);
    if (name === undefined) continue;
    const quizzes = groups.get(name) ?? new Map<string, { right: number; of: number }>();
    groups.set(name, quizzes);
    const quiz = quizzes.get(answer.attemptId) ?? { right: 0, of: 0 };
    quizzes.set(answer.attemptId, { right: quiz.right + Number(answer.correct), of: quiz.of + 1 });
  }
  return [...groups]
    .flatMap(([name, quizzes]): Series[] => {
      const all = [...quizzes.values()];
      const scores = all.map(({ right, of }) => percentOf(right, of));
      const progress = progressOf(scores);
      const right = all.reduce((total, quiz) => total + quiz.right, 0);
      const of = all.reduce((total, quiz) => total + quiz.of, 0);
      return progress === null ? [] : [{ name, right, of, scores, progress }];
    })
    .sort((a, b) => b.of - a.of);
};

const toKnownRow = ({ item, correct }: TakenAnswer): KnownRow => ({ correct, guess: guessShare(item) });

type ArticleRow = { id: string; title: string; _count: { facts: number } };

/** `answers` newest first, so that the first of each fact is its last word. */
const knownArticles = (
  answers: readonly TakenAnswer[],
  articles: ReadonlyMap<string, ArticleRow>,
): KnownArticle[] => {
  const lastOf = new Map<string, TakenAnswer>();
  for (const answer of answers) if (!lastOf.has(answer.item.factId)) lastOf.set(answer.item.factId, answer);
  return [...articles.values()].flatMap(({ id, title, _count }): KnownArticle[] => {
    const own = [...lastOf.values()].filter(({ item }) => item.articleId === id);
    if (own.length === 0) return [];
    const known = knownShare(own.map(toKnownRow));
    return [{ articleId: id, title, facts: _count.facts, asked: own.length, known }];
  });
};

/** Only a choice among real answers is a confusion: "True" is taken for "False" in every other question. */
const toChoice = ({ item, given, correct }: TakenAnswer): ChoiceRow[] => {
  if (given === null || correct || !choosesOne(item.form) || item.form === 'true-false') return [];
  const option = item.options.find(({ text }) => text.trim() === given);
  if (option === undefined) return [];
  return [
    {
      factId: item.factId,
      answer: item.answer,
      statement: item.statement,
      chosen: option.text,
      chosenFactId: option.factId === item.factId ? null : option.factId,
      chosenStatement: option.factId === null ? null : (item.optionStatements[option.factId] ?? null),
    },
  ];
};

/** Whether somebody is as often right as they say to be sure. */
const sureOf = (answers: readonly TakenAnswer[]): AnswerReport['sure'] => {
  const rows = answers.flatMap(({ certainty, given, correct }) => {
    const share = certaintyShare(certainty);
    return share === null || given === null ? [] : [{ certainty: share, correct }];
  });
  return rows.length === 0 ? null : { answers: rows.length, found: sureness(rows) };
};

/** Quizzes that were taken more than once: the first attempt beside the last, the newest first. */
const takenAgain = async (user: User): Promise<TakenAgain[]> => {
  const rows = await (
    await db()
  ).attempt.findMany({
    where: { userId: user.id, finishedAt: { not: null } },
    orderBy: [{ finishedAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      quizId: true,
      deckTitle: true,
      finishedAt: true,
      score: true,
      total: true,
      points: true,
    },
  });
  const byQuiz = new Map<string, typeof rows>();
  for (const row of rows) {
    const own = byQuiz.get(row.quizId);
    if (own === undefined) byQuiz.set(row.quizId, [row]);
    else own.push(row);
  }
  return [...byQuiz.values()]
    .flatMap((own): TakenAgain[] => {
      const [first, last] = [own[0], own.at(-1)];
      if (own.length < 2 || !first?.finishedAt || !last?.finishedAt) return [];
      const [before, after] = [first, last].map(({ score, total, points }) =>
        percentOf(points ?? score ?? 0, total),
      );
      const gain = gainOf(before ?? 0, after ?? 0);
      const { id: attemptId, deckTitle } = last;
      return [{ attemptId, deckTitle, first: first.finishedAt, last: last.finishedAt, gain }];
    })
    .reverse()
    .slice(0, MOST_PAIRS);
};

/**
 * What the person's last quizzes say of what they know, how they get on and what they mix up. Quizzes that tell the
 * score alone are left out: nothing here may give their answers away.
 */
export const answerReport = async (user: User): Promise<AnswerReport> => {
  const answers = (await latestAnswers(user, MOST_QUIZZES)).filter(({ isTold }) => isTold);
  const database = await db();
  const articleIds = [...new Set(answers.flatMap(({ item }) => item.articleId ?? []))];
  const factIds = [...new Set(answers.map(({ item }) => item.factId))];
  const [articleRows, factRows, again] = await Promise.all([
    database.article.findMany({
      where: { id: { in: articleIds }, deck: { userId: user.id } },
      select: { id: true, title: true, _count: { select: { facts: { where: { status: 'accepted' } } } } },
    }),
    database.fact.findMany({
      where: { id: { in: factIds }, deck: { userId: user.id } },
      select: { id: true, kind: true },
    }),
    takenAgain(user),
  ]);
  const articles = new Map(articleRows.map((row) => [row.id, row]));
  const kinds = new Map(factRows.map(({ id, kind }) => [id, kind]));
  const oldestFirst = answers.toReversed();
  return {
    quizzes: new Set(answers.map(({ attemptId }) => attemptId)).size,
    articles: knownArticles(answers, articles),
    series: [
      { by: 'deck', rows: seriesOf(oldestFirst, ({ deckTitle }) => deckTitle) },
      {
        by: 'article',
        rows: seriesOf(oldestFirst, ({ item }) => articles.get(item.articleId ?? '')?.title),
      },
      { by: 'kind', rows: seriesOf(oldestFirst, ({ item }) => kinds.get(item.factId)) },
    ],
    takenAgain: again,
    confusions: confusionsIn(answers.flatMap(toChoice)).slice(0, MOST_PAIRS),
    sure: sureOf(answers),
  };
};
