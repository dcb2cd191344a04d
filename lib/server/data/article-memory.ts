import 'server-only';
import { QUESTION_FORMS, type Rating, type Span } from '@/lib/model';
import { standingReviews } from '@/lib/memory/log';
import { isDue } from '@/lib/memory/queue';
import { retrievability } from '@/lib/memory/schedule';
import { factsKnown } from '@/lib/memory/statistics';
import { Refusal } from '@/lib/refusal';
import { db, sql } from '@/lib/server/db';
import { MEMORY_COLUMNS, toMemory } from '@/lib/server/data/memories';
import { STUDY_QUESTION } from '@/lib/server/data/due';
import { toLogged, type LogRow } from '@/lib/server/data/reviews-log';
import type { User } from '@/lib/server/user';

/** A fact that is kept of an article, with what its owner would recall of it. */
export type RememberedFact = {
  readonly id: string;
  readonly statement: string;
  readonly span: Span;
  readonly prompt: string;
  readonly answer: string;
  /** The chance of recall, 0..1; `null` where it was never asked. */
  readonly recall: number | null;
  readonly due: Date | null;
  readonly isDue: boolean;
  /** The last answers that stand, the latest first. */
  readonly answers: readonly { readonly rating: Rating; readonly at: Date }[];
};

export type ArticleMemory = {
  readonly article: {
    readonly id: string;
    readonly title: string;
    readonly text: string;
    readonly deck: { readonly id: string; readonly title: string };
  };
  /** Those that may be studied, in the order of the text. */
  readonly facts: readonly RememberedFact[];
};

/** Answers that are told of each fact. */
const TOLD = 5;
/** Rows of the log that are read for them: what takes back or mends an answer always comes after it. */
const READ = 4 * TOLD;

/** What a person would recall at `now` of one of their articles. @throws Refusal NOT_FOUND */
export const articleMemory = async (user: User, articleId: string, now: Date): Promise<ArticleMemory> => {
  const database = await db();
  const article = await database.article.findFirst({
    where: { id: articleId, deck: { userId: user.id } },
    select: { id: true, title: true, text: true, deck: { select: { id: true, title: true } } },
  });
  if (article === null) throw new Refusal('NOT_FOUND');
  const [rows, answers] = await Promise.all([
    database.fact.findMany({
      where: {
        articleId,
        deck: { userId: user.id },
        status: 'accepted',
        questions: { some: STUDY_QUESTION },
        start: { not: null },
        end: { not: null },
      },
      orderBy: [{ start: 'asc' }, { position: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        statement: true,
        start: true,
        end: true,
        questions: { where: STUDY_QUESTION, select: { form: true, prompt: true, answer: true } },
        memories: { where: { userId: user.id }, select: MEMORY_COLUMNS },
      },
    }),
    lastAnswers(user, articleId),
  ]);
  const facts = rows.map(({ id, statement, start, end, questions, memories: [row] }): RememberedFact => {
    const question = [...questions].sort((a, b) => rankOf(a.form) - rankOf(b.form))[0];
    const memory = row === undefined ? null : toMemory(row);
    return {
      id,
      statement,
      span: { start: start ?? 0, end: end ?? 0 },
      prompt: question?.prompt ?? statement,
      answer: question?.answer ?? '',
      recall: memory === null ? null : retrievability(memory, now, user.learner),
      due: memory?.due ?? null,
      isDue: memory !== null && isDue(memory, now, user.learner),
      answers: answers.get(id) ?? [],
    };
  });
  return { article, facts };
};

/** A question in words says best what a fact is; a statement to judge says it worst. */
const rankOf = (form: string): number => {
  const known: readonly string[] = ['basic', ...QUESTION_FORMS];
  const at = known.indexOf(form);
  return at === -1 ? known.length : at;
};

type Answers = RememberedFact['answers'];

const lastAnswers = async (user: User, articleId: string): Promise<Map<string, Answers>> => {
  const rows = await (
    await db()
  ).$queryRaw<(Omit<LogRow, 'at'> & { at: Date | string })[]>(sql`
    SELECT * FROM (
      SELECT r."id", r."factId", r."at", r."rating", r."mode", r."form", r."elapsedMs", r."undoes", r."corrects",
        r."questionId", r."zone", r."dayStart", r."retention", r."interval",
        ROW_NUMBER() OVER (PARTITION BY r."factId" ORDER BY r."at" DESC, r."id" DESC) AS "latest"
      FROM "Fact" f JOIN "Review" r ON r."factId" = f."id" AND r."userId" = ${user.id}
      WHERE f."articleId" = ${articleId} AND f."status" = 'accepted'
    ) AS "rows" WHERE "latest" <= ${READ}`);
  const logs = new Map<string, ReturnType<typeof toLogged>[]>();
  for (const row of rows) {
    const logged = toLogged(user, { ...row, at: new Date(row.at) });
    const log = logs.get(row.factId);
    if (log === undefined) logs.set(row.factId, [logged]);
    else log.push(logged);
  }
  return new Map(
    [...logs].map(([factId, log]) => [
      factId,
      standingReviews(log)
        .slice(-TOLD)
        .reverse()
        .map(({ rating, at }) => ({ rating, at })),
    ]),
  );
};

/** The facts of an article that were asked before, for studying what became faint. @throws Refusal NOT_FOUND */
export const askedFacts = async (user: User, articleId: string): Promise<string[]> => {
  const database = await db();
  const deck = { userId: user.id };
  const article = await database.article.findFirst({ where: { id: articleId, deck }, select: { id: true } });
  if (article === null) throw new Refusal('NOT_FOUND');
  const rows = await database.fact.findMany({
    where: { articleId, deck, status: 'accepted', met: true },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
};

/** An article with how many facts are kept of it, how many of these were asked, and how many would be recalled. */
export type ArticleRecall = {
  readonly id: string;
  readonly title: string;
  readonly facts: number;
  readonly met: number;
  /** The sum of retrievability over those that were asked. */
  readonly known: number;
};

/** Their newest articles that hold facts they keep, at most `limit`; of one deck or of all. */
export const recallByArticle = async (
  user: User,
  deckId: string | null,
  now: Date,
  limit: number,
): Promise<ArticleRecall[]> => {
  const kept = { status: 'accepted', questions: { some: STUDY_QUESTION } };
  const database = await db();
  const articles = await database.article.findMany({
    where: { deck: { userId: user.id, ...(deckId === null ? {} : { id: deckId }) }, facts: { some: kept } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: { id: true, title: true, _count: { select: { facts: { where: kept } } } },
  });
  const memories = await database.memory.findMany({
    where: { userId: user.id, fact: { ...kept, articleId: { in: articles.map(({ id }) => id) } } },
    select: { stability: true, lastDay: true, lastReview: true, fact: { select: { articleId: true } } },
  });
  return articles.map(({ id, title, _count }) => {
    const theirs = memories.filter(({ fact }) => fact.articleId === id);
    const known = factsKnown(theirs, now, user.learner);
    return { id, title, facts: _count.facts, met: theirs.length, known };
  });
};
