import 'server-only';
import { closingFor, isKeyTold } from '@/lib/classes/feedback';
import { proofOf } from '@/lib/facts/proof';
import { partsOf } from '@/lib/key-parts';
import type { AttemptResult, ResultItem, ResultOption } from '@/lib/quiz/result';
import { keyTexts } from '@/lib/quiz/shown-options';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import { askedDecks } from '@/lib/server/data/assigned-facts';
import { assignmentFeedbackSchema } from '@/lib/server/data/assigned-work';
import { storedPaperSchema, type StoredItem } from '@/lib/server/data/attempts-paper';
import { settingsOf } from '@/lib/server/data/quizzes';
import { unreadPretests } from '@/lib/server/data/told';
import type { User } from '@/lib/server/user';

/** The result of an attempt; `null` while it is under way. @throws Refusal NOT_FOUND */
export const attemptResult = async (
  user: User,
  attemptId: string,
  now = new Date(),
): Promise<AttemptResult | null> => {
  const row = await (
    await db()
  ).attempt.findFirst({
    where: { id: attemptId, userId: user.id },
    select: {
      deckTitle: true,
      startedAt: true,
      finishedAt: true,
      score: true,
      total: true,
      points: true,
      paper: true,
      quiz: {
        select: {
          id: true,
          userId: true,
          deckId: true,
          deck: { select: { userId: true } },
          settings: true,
          count: true,
          _count: { select: { attempts: true } },
        },
      },
      answers: {
        select: {
          position: true,
          given: true,
          correct: true,
          certainty: true,
          points: true,
          remarks: { orderBy: { at: 'desc' }, take: 1, select: { at: true } },
        },
      },
      assigned: { select: ASSIGNED_COLUMNS },
    },
  });
  if (row === null) throw new Refusal('NOT_FOUND');
  if (row.finishedAt === null) return null;
  const assigned = row.assigned === null ? null : toAssigned(row.assigned, now);
  const settings = settingsOf(row.quiz.settings, row.quiz.count);
  const items = storedPaperSchema.parse(row.paper);
  const articles = await articlesOf(user, items);
  const answerAt = new Map(row.answers.map((answer) => [answer.position, answer]));
  const unread = (await unreadPretests(user, [{ id: row.quiz.id, settings }])).get(row.quiz.id);
  const readFirst = unread === undefined ? null : { articleId: unread };
  return {
    deckId: row.quiz.deckId,
    deckTitle: row.deckTitle,
    isOwnDeck: row.quiz.deck.userId === user.id,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    score: row.score ?? 0,
    total: row.total,
    points: row.points,
    quizId: row.quiz.id,
    settings,
    first: await firstAttempt(user, row.quiz.id, row.startedAt),
    articles: [...articles.values()]
      .filter(({ deck }) => deck.userId === user.id)
      .map(({ id, title }) => ({ id, title })),
    isOwnQuiz: row.quiz.userId === user.id,
    passMark: settings.passMark,
    attemptsLeft:
      settings.attempts === null ? null : Math.max(0, settings.attempts - row.quiz._count.attempts),
    assigned,
    readFirst,
    // Whoever was promised the score alone gets no answers.
    items: (assigned === null ? settings.feedback === 'score' || readFirst !== null : !assigned.isTold)
      ? []
      : items.map((item, position) => toResultItem(item, answerAt.get(position), articles)),
    remarkedAt: new Map(
      row.answers.flatMap(({ position, remarks: [last] }) =>
        last === undefined ? [] : [[position, last.at] as const],
      ),
    ),
  };
};

/** The first attempt of theirs at a quiz, of those begun before; `null`: there is none. */
const firstAttempt = async (user: User, quizId: string, before: Date): Promise<AttemptResult['first']> => {
  const row = await (
    await db()
  ).attempt.findFirst({
    where: { quizId, userId: user.id, startedAt: { lt: before }, finishedAt: { not: null } },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    select: { score: true, total: true, points: true, finishedAt: true },
  });
  if (row?.finishedAt == null) return null;
  return { score: row.score ?? 0, total: row.total, points: row.points, finishedAt: row.finishedAt };
};

const ASSIGNED_COLUMNS = {
  assignment: {
    select: {
      id: true,
      classId: true,
      feedback: true,
      closesAt: true,
      extensions: { orderBy: { closesAt: 'desc' }, take: 1, select: { closesAt: true } },
    },
  },
} as const;

type AssignedRow = {
  readonly assignment: {
    readonly id: string;
    readonly classId: string;
    readonly feedback: string;
    readonly closesAt: Date | null;
    readonly extensions: readonly { readonly closesAt: Date }[];
  };
};

const toAssigned = ({ assignment }: AssignedRow, now: Date): NonNullable<AttemptResult['assigned']> => {
  const { id, classId, closesAt, extensions } = assignment;
  const feedback = assignmentFeedbackSchema.parse(assignment.feedback);
  const closesForAll = closingFor(closesAt, extensions[0]?.closesAt ?? null);
  const isTold = isKeyTold(feedback, closesForAll, now);
  return {
    assignmentId: id,
    classId,
    isTold,
    toldAt: !isTold && feedback === 'close' ? closesForAll : null,
  };
};

type MarkedAnswer = {
  readonly given: string;
  readonly correct: boolean | null;
  readonly points: number | null;
  readonly certainty: number | null;
};
type Articles = Awaited<ReturnType<typeof articlesOf>>;

/** One question with what was answered, what is right and what proves it. */
export const toResultItem = (
  item: StoredItem,
  answer: MarkedAnswer | undefined,
  articles: Articles,
): ResultItem => {
  // A question that was shown unanswered has an empty answer.
  const given = answer === undefined || answer.given === '' ? null : answer.given;
  return {
    form: item.form,
    prompt: item.prompt,
    context: item.context,
    answer: item.answer,
    given,
    // As it was marked then, whatever the marking would say today.
    correct: answer?.correct ?? false,
    points: ownPoints(answer),
    certainty: answer?.certainty ?? null,
    options: item.options.map((option) => toResultOption(item, option, given)),
    proof: proofOf(item, item.articleId === null ? null : (articles.get(item.articleId) ?? null)),
  };
};

/** What an answer is worth where that is neither all nor nothing. */
const ownPoints = (answer: MarkedAnswer | undefined): number | null =>
  answer === undefined || answer.points === null || answer.points === Number(answer.correct === true)
    ? null
    : answer.points;

const toResultOption = (
  item: StoredItem,
  { text, factId }: StoredItem['options'][number],
  given: string | null,
): ResultOption => {
  const chosen = given === null || item.form === 'order' || item.form === 'match' ? [] : partsOf(given);
  return {
    text,
    isAnswer: keyTexts(item).some((part) => part.trim() === text.trim()),
    isGiven: chosen.includes(text.trim()),
    statement: factId === null ? null : (item.optionStatements[factId] ?? null),
  };
};

/** The articles that a paper asks about, by id. */
export const articlesOf = async (user: User, items: readonly StoredItem[]) => {
  const ids = [...new Set(items.flatMap(({ articleId }) => articleId ?? []))];
  const rows = await (
    await db()
  ).article.findMany({
    where: { id: { in: ids }, deck: askedDecks(user) },
    select: { id: true, title: true, text: true, deck: { select: { userId: true } } },
  });
  return new Map(rows.map((article) => [article.id, article]));
};

/** The facts that a finished attempt found missing: answered wrong, or not at all. @throws Refusal NOT_FOUND */
export const missedFacts = async (user: User, attemptId: string): Promise<string[]> => {
  const row = await (
    await db()
  ).attempt.findFirst({
    where: { id: attemptId, userId: user.id, finishedAt: { not: null } },
    select: { paper: true, answers: { where: { correct: true }, select: { position: true } } },
  });
  if (row === null) throw new Refusal('NOT_FOUND');
  const right = new Set(row.answers.map(({ position }) => position));
  return storedPaperSchema
    .parse(row.paper)
    .flatMap(({ factId }, position) => (right.has(position) ? [] : [factId]));
};
