import 'server-only';
import { percentOf } from '@/lib/quiz/score';
import { USUAL_SETTINGS } from '@/lib/quiz/settings';
import { Refusal } from '@/lib/refusal';
import { acceptProposed } from '@/lib/server/data/facts';
import { retakeQuiz, settingsOf, startQuiz } from '@/lib/server/data/quizzes';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

export type TestTaken = {
  readonly attemptId: string;
  readonly right: number;
  readonly of: number;
  /** Whole, 0..100. */
  readonly percent: number;
  readonly finishedAt: Date;
};

/** An article on the way from its pre-test by reading to its post-test. */
export type ReadingLoop = {
  readonly article: {
    readonly id: string;
    readonly deckId: string;
    readonly title: string;
    readonly text: string;
  };
  /** Facts that can be asked of it, and those that nobody judged yet. */
  readonly askable: number;
  readonly proposed: number;
  /** An attempt that is not handed in. */
  readonly open: string | null;
  /** The pre-test, and the last test after it. */
  readonly before: TestTaken | null;
  readonly after: TestTaken | null;
};

/** Attempts at one deck that are looked through for those at a pre-test. */
const MOST_ATTEMPTS = 200;

const ownArticle = async (user: User, articleId: string) => {
  const article = await (
    await db()
  ).article.findFirst({
    where: { id: articleId, deck: { userId: user.id } },
    select: { id: true, deckId: true, title: true, text: true },
  });
  if (article === null) throw new Refusal('NOT_FOUND');
  return article;
};

/** The attempts at the latest pre-test of an article, the first one first, with the quiz that they are at. */
const latestPretest = async (
  user: User,
  { id, deckId }: { readonly id: string; readonly deckId: string },
) => {
  const rows = await (
    await db()
  ).attempt.findMany({
    where: { userId: user.id, quiz: { userId: user.id, deckId } },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: MOST_ATTEMPTS,
    select: {
      id: true,
      score: true,
      total: true,
      finishedAt: true,
      quiz: { select: { id: true, settings: true, count: true } },
    },
  });
  const isOfArticle = ({ quiz }: (typeof rows)[number]): boolean => {
    const { isPretest, articleIds } = settingsOf(quiz.settings, quiz.count);
    return isPretest && articleIds?.includes(id) === true;
  };
  const quizId = rows.find(isOfArticle)?.quiz.id;
  return { quizId: quizId ?? null, attempts: rows.filter(({ quiz }) => quiz.id === quizId).reverse() };
};

/** How far a person is with the test before and the test after reading an article. @throws Refusal NOT_FOUND */
export const readingLoop = async (user: User, articleId: string): Promise<ReadingLoop> => {
  const article = await ownArticle(user, articleId);
  const database = await db();
  const facts = { articleId, deck: { userId: user.id } };
  const [{ attempts }, askable, proposed] = await Promise.all([
    latestPretest(user, article),
    database.fact.count({
      where: { ...facts, status: 'accepted', questions: { some: { status: 'accepted' } } },
    }),
    database.fact.count({ where: { ...facts, status: 'proposed' } }),
  ]);
  const taken = attempts.flatMap(({ id, score, total, finishedAt }): TestTaken[] =>
    finishedAt === null
      ? []
      : [
          {
            attemptId: id,
            right: score ?? 0,
            of: total,
            percent: percentOf(score ?? 0, total),
            finishedAt,
          },
        ],
  );
  return {
    article,
    askable,
    proposed,
    open: attempts.find(({ finishedAt }) => finishedAt === null)?.id ?? null,
    before: taken[0] ?? null,
    after: taken.length > 1 ? (taken.at(-1) ?? null) : null,
  };
};

type Beginning = { readonly seed: string; readonly now: Date };

/**
 * Begins the test before reading; answers the attempt. Of an article of which nothing was kept yet, all that is
 * proposed is kept, since judging it would tell what is asked. One that is not handed in is gone on with.
 * @throws Refusal NOT_FOUND, NO_QUESTIONS
 */
export const startPretest = async (user: User, articleId: string, beginning: Beginning): Promise<string> => {
  const { article, askable, open } = await readingLoop(user, articleId);
  if (open !== null) return open;
  if (askable === 0) await acceptProposed(user, article.deckId, articleId);
  return startQuiz(user, {
    deckId: article.deckId,
    settings: { ...USUAL_SETTINGS, articleIds: [articleId], isPretest: true },
    ...beginning,
  });
};

/** Begins the test after reading, on the same facts; answers the attempt. @throws Refusal NOT_FOUND, NO_QUESTIONS */
export const startPosttest = async (user: User, articleId: string, beginning: Beginning): Promise<string> => {
  const { quizId } = await latestPretest(user, await ownArticle(user, articleId));
  if (quizId === null) throw new Refusal('NOT_FOUND');
  return retakeQuiz(user, quizId, beginning);
};
