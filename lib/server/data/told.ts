import 'server-only';
import type { QuizSettings } from '@/lib/quiz/settings';
import { toldAttempts } from '@/lib/server/data/assigned-facts';
import { settingsOf } from '@/lib/server/data/quizzes';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

type PutQuiz = { readonly id: string; readonly settings: QuizSettings };

/**
 * Of these quizzes the tests before reading that are not taken again yet: by the id of the quiz the article that is to
 * be read first. One whose article is gone, or is not theirs, waits for nothing.
 */
export const unreadPretests = async (
  user: User,
  quizzes: readonly PutQuiz[],
): Promise<ReadonlyMap<string, string>> => {
  const articleOf = new Map(
    quizzes.flatMap(({ id, settings: { isPretest, articleIds } }) => {
      const [articleId] = articleIds ?? [];
      return isPretest && articleId !== undefined ? [[id, articleId] as const] : [];
    }),
  );
  if (articleOf.size === 0) return articleOf;
  const database = await db();
  const [articles, counts] = await Promise.all([
    database.article.findMany({
      where: { id: { in: [...new Set(articleOf.values())] }, deck: { userId: user.id } },
      select: { id: true },
    }),
    database.attempt.groupBy({
      by: ['quizId'],
      where: { quizId: { in: [...articleOf.keys()] }, userId: user.id, finishedAt: { not: null } },
      _count: true,
    }),
  ]);
  const present = new Set(articles.map(({ id }) => id));
  const again = new Set(counts.filter(({ _count }) => _count > 1).map(({ quizId }) => quizId));
  return new Map(
    [...articleOf].filter(([quizId, articleId]) => present.has(articleId) && !again.has(quizId)),
  );
};

type TakenAttempt = {
  readonly id: string;
  readonly quizId: string;
  readonly quiz: { readonly settings: unknown; readonly count: number };
  /** For which assignment; `null`: for oneself. */
  readonly assigned: object | null;
};

/**
 * The ids of those attempts of theirs whose answers they may be told: not where a quiz tells the score alone, a class is
 * told later, or an article is to be read first.
 */
export const toldAmong = async (
  user: User,
  attempts: readonly TakenAttempt[],
  now: Date,
): Promise<ReadonlySet<string>> => {
  const own = attempts.filter(({ assigned }) => assigned === null);
  const given = attempts.filter(({ assigned }) => assigned !== null).map(({ id }) => id);
  const quizzes = new Map(
    own.map(({ quizId, quiz }) => [quizId, { id: quizId, settings: settingsOf(quiz.settings, quiz.count) }]),
  );
  const unread = await unreadPretests(user, [...quizzes.values()]);
  const told = new Set(
    own
      .filter(({ quizId }) => quizzes.get(quizId)?.settings.feedback !== 'score' && !unread.has(quizId))
      .map(({ id }) => id),
  );
  if (given.length === 0) return told;
  // What is for a class is told when its assignment says so.
  const untold = await (
    await db()
  ).attempt.findMany({
    where: { userId: user.id, assigned: { isNot: null }, NOT: toldAttempts(now) },
    select: { id: true },
  });
  const closed = new Set(untold.map(({ id }) => id));
  return new Set([...told, ...given.filter((id) => !closed.has(id))]);
};
