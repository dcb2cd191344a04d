import 'server-only';
import { publicItem, type PublicItem } from '@/lib/quiz/paper';
import type { Marking } from '@/lib/quiz/points';
import type { ResultItem } from '@/lib/quiz/result';
import { GRACE_MS, isOver, type QuizSettings } from '@/lib/quiz/settings';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import { articleTitles, storedPaperSchema } from '@/lib/server/data/attempts-paper';
import { articlesOf, toResultItem } from '@/lib/server/data/attempts-result';
import { settingsOf } from '@/lib/server/data/quizzes';
import { isClash } from '@/lib/server/data/clash';
import type { User } from '@/lib/server/user';

/** An attempt under way: nothing of it says what is right. */
export type OpenAttempt = {
  readonly deckTitle: string;
  readonly items: readonly PublicItem[];
  /** What was answered so far, by position; `null` where nothing was. */
  readonly given: readonly (string | null)[];
  /** What was shown to be right, by position; `null` where nothing was shown yet. */
  readonly shown: readonly (ResultItem | null)[];
  /** How sure they said to be so far, by position, as lib/quiz/certainty numbers it; `null` where nothing was said. */
  readonly certainties: readonly (number | null)[];
  readonly feedback: QuizSettings['feedback'];
  /** How it is marked, which whoever answers should know. */
  readonly marking: Marking;
  /** When it ends by itself; `null`: when it is handed in. */
  readonly deadline: Date | null;
};

/** An attempt under way; `null` where it is handed in. @throws Refusal NOT_FOUND */
export const openAttempt = async (user: User, attemptId: string): Promise<OpenAttempt | null> => {
  const row = await (
    await db()
  ).attempt.findFirst({
    where: { id: attemptId, userId: user.id },
    select: {
      deckTitle: true,
      finishedAt: true,
      deadline: true,
      paper: true,
      quiz: { select: { settings: true, count: true } },
      answers: {
        select: { position: true, given: true, correct: true, certainty: true, points: true, shownAt: true },
      },
    },
  });
  if (row === null) throw new Refusal('NOT_FOUND');
  if (row.finishedAt !== null) return null;
  const { feedback, partial, penalty, certainty } = settingsOf(row.quiz.settings, row.quiz.count);
  const answerAt = new Map(row.answers.map((answer) => [answer.position, answer]));
  const items = storedPaperSchema.parse(row.paper);
  const titles = await articleTitles(user, items);
  const isShown = (position: number): boolean => (answerAt.get(position)?.shownAt ?? null) !== null;
  const articles = await articlesOf(
    user,
    items.filter((_, position) => isShown(position)),
  );
  return {
    deckTitle: row.deckTitle,
    items: items.map((item) => publicItem(item, titles.get(item.articleId ?? '') ?? null)),
    given: items.map((_, position) => answerAt.get(position)?.given ?? null),
    shown: items.map((item, position) =>
      isShown(position) ? toResultItem(item, answerAt.get(position), articles) : null,
    ),
    certainties: items.map((_, position) => answerAt.get(position)?.certainty ?? null),
    feedback,
    marking: { partial, penalty, certainty },
    deadline: row.deadline,
  };
};

export type GivenAnswer = {
  readonly position: number;
  /** The text of an option, or what was typed; white space alone takes an answer back. */
  readonly given: string;
  /** How sure they say to be, as lib/quiz/certainty numbers it; left out: it stays as it was said. */
  readonly certainty?: number | null;
  readonly at: Date;
};

/**
 * Saves one answer, over the one before it. The same answer again changes nothing.
 * @throws Refusal NOT_FOUND for an attempt or a question that is not there, FINISHED, TIME_UP, ANSWER_SHOWN
 */
export const saveAnswer = async (user: User, attemptId: string, answer: GivenAnswer): Promise<void> => {
  const { position, at } = answer;
  const certainty = answer.certainty === undefined ? {} : { certainty: answer.certainty };
  const given = answer.given.trim();
  const database = await db();
  // Its row is written, if only with what it holds, so that handing in and saving come one after the other.
  const stillOpen = database.attempt.update({
    where: {
      id: attemptId,
      userId: user.id,
      finishedAt: null,
      total: { gt: position },
      OR: [{ deadline: null }, { deadline: { gte: new Date(at.getTime() - GRACE_MS) } }],
      answers: { none: { position, shownAt: { not: null } } },
    },
    data: { userId: user.id },
    select: { id: true },
  });
  const where = { attemptId_position: { attemptId, position } };
  try {
    if (given === '') {
      await database.$transaction([
        stillOpen,
        database.answer.deleteMany({ where: { attemptId, position, attempt: { userId: user.id } } }),
      ]);
      return;
    }
    await database.$transaction([
      stillOpen,
      database.answer.upsert({
        where,
        create: { attemptId, position, given, at, ...certainty },
        update: { given, at, ...certainty },
        select: { position: true },
      }),
    ]);
  } catch (error) {
    if (!isClash(error)) throw error;
    await refuseClosed(user, attemptId, answer);
    throw error;
  }
};

/** Says why an attempt took no answer. */
const refuseClosed = async (user: User, attemptId: string, { position, at }: GivenAnswer): Promise<void> => {
  const row = await (
    await db()
  ).attempt.findFirst({
    where: { id: attemptId, userId: user.id, total: { gt: position } },
    select: { finishedAt: true, deadline: true, answers: { where: { position }, select: { shownAt: true } } },
  });
  if (row === null) throw new Refusal('NOT_FOUND');
  if (row.finishedAt !== null) throw new Refusal('FINISHED');
  if (isOver(row.deadline, at)) throw new Refusal('TIME_UP');
  if (row.answers.some(({ shownAt }) => shownAt !== null)) throw new Refusal('ANSWER_SHOWN');
};
