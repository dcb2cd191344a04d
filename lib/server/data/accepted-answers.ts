/** What owners of questions let pass, and the answers that are marked again because of it. */
import 'server-only';
import { hasOptions } from '@/lib/forms';
import { markAnswer } from '@/lib/quiz/mark';
import { pointsOf, totalPoints } from '@/lib/quiz/points';
import { ratingOf } from '@/lib/quiz/score';
import { Refusal } from '@/lib/refusal';
import { db, type Database, type Transaction } from '@/lib/server/db';
import { storedPaperSchema, type StoredItem } from '@/lib/server/data/attempts-paper';
import { settingsOf } from '@/lib/server/data/quizzes';
import { correctReview } from '@/lib/server/data/reviews-amend';
import { toUser, USER_COLUMNS, type User } from '@/lib/server/user';

/** What is accepted of some questions, by id of the question. */
export const acceptedAnswers = async (
  database: Database | Transaction,
  questionIds: readonly string[],
): Promise<Map<string, string[]>> => {
  const rows = await database.acceptedAnswer.findMany({
    where: { questionId: { in: [...questionIds] } },
    orderBy: [{ createdAt: 'asc' }, { text: 'asc' }],
    select: { questionId: true, text: true },
  });
  const accepted = new Map<string, string[]>();
  for (const { questionId, text } of rows)
    accepted.set(questionId, [...(accepted.get(questionId) ?? []), text]);
  return accepted;
};

export type Acceptance = {
  readonly attemptId: string;
  readonly position: number;
  /** Whether what was typed there passes from now on. */
  readonly accept: boolean;
  readonly at: Date;
};

/**
 * Lets what was typed in a handed-in attempt pass as an answer to its question from now on, or no longer, and marks
 * again what anybody answered to it in a quiz of the asker: scores, the trace of it, and, by a correction in the log,
 * the memory of whoever answered. The papers stay as they were put. Done twice it changes nothing.
 * @throws Refusal NOT_FOUND where attempt or question are not theirs, or there is nothing typed there.
 */
export const acceptAnswer = async (user: User, acceptance: Acceptance): Promise<void> => {
  const database = await db();
  const { attemptId, position, accept, at } = acceptance;
  const attempt = await database.attempt.findFirst({
    where: { id: attemptId, finishedAt: { not: null }, quiz: { userId: user.id } },
    select: { paper: true, answers: { where: { position }, select: { given: true } } },
  });
  const item = attempt === null ? undefined : storedPaperSchema.parse(attempt.paper)[position];
  const text = attempt?.answers[0]?.given ?? '';
  if (item === undefined || text === '' || hasOptions(item.form)) throw new Refusal('NOT_FOUND');
  const { questionId, factId } = item;
  const before = (await acceptedAnswers(database, [questionId])).get(questionId) ?? [];
  const others = before.filter((other) => other !== text);
  await changeAccepted(user, { questionId, factId, accepted: accept ? [...others, text] : others, at });
};

export type AcceptedChange = {
  readonly questionId: string;
  readonly factId: string;
  /** All that passes besides the answer from now on. */
  readonly accepted: readonly string[];
  readonly at: Date;
};

/** Changes what passes besides the answer to a question of theirs, as `acceptAnswer` does. @throws Refusal NOT_FOUND */
export const changeAccepted = async (user: User, change: AcceptedChange): Promise<void> => {
  const database = await db();
  const { questionId, factId, accepted, at } = change;
  const owned = await database.question.count({
    where: { id: questionId, fact: { deck: { userId: user.id } } },
  });
  if (owned === 0) throw new Refusal('NOT_FOUND');
  const changes = changesOf(await answersTo(database, user, { questionId, factId }), accepted);
  // The log first: should the marks then not be written, they are asked for again, and a correction is one row.
  for (const each of changes) await correctMemory(each, at);
  await database.$transaction(async (transaction) => {
    await transaction.acceptedAnswer.deleteMany({ where: { questionId, text: { notIn: [...accepted] } } });
    for (const text of accepted) {
      await transaction.acceptedAnswer.upsert({
        where: { questionId_text: { questionId, text } },
        create: { questionId, text, createdAt: at },
        update: {},
        select: { questionId: true },
      });
    }
    for (const each of changes) await remark(transaction, each, accepted, at);
  });
};

/** What somebody answered to a question in a quiz that is handed in. */
type GivenAnswer = {
  readonly attemptId: string;
  readonly position: number;
  readonly owner: User;
  readonly item: StoredItem;
  readonly given: string;
  readonly correct: boolean;
  /** How often it was marked again, the last time to this. */
  readonly remarks: number;
};

/** The answers to a question in quizzes of the asker, found by the rows of the log that came of them. */
const answersTo = async (
  database: Database,
  user: User,
  { questionId, factId }: { readonly questionId: string; readonly factId: string },
): Promise<GivenAnswer[]> => {
  const rows = await database.review.findMany({
    where: { factId, questionId, mode: 'quiz', undoes: null, corrects: null },
    select: { id: true },
  });
  const places = rows.map(({ id }) => {
    const [attemptId = '', position] = id.split(':');
    return { attemptId, position: Number(position) };
  });
  const attempts = await database.attempt.findMany({
    where: {
      id: { in: places.map(({ attemptId }) => attemptId) },
      finishedAt: { not: null },
      quiz: { userId: user.id },
    },
    select: {
      id: true,
      paper: true,
      user: { select: USER_COLUMNS },
      answers: {
        select: { position: true, given: true, correct: true, _count: { select: { remarks: true } } },
      },
    },
  });
  const attemptOf = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  return places.flatMap(({ attemptId, position }) => {
    const attempt = attemptOf.get(attemptId);
    const answer = attempt?.answers.find((each) => each.position === position);
    const item = attempt === undefined ? undefined : storedPaperSchema.parse(attempt.paper)[position];
    if (attempt === undefined || answer === undefined || item?.questionId !== questionId) return [];
    const { given, correct, _count } = answer;
    return {
      attemptId,
      position,
      owner: toUser(attempt.user),
      item,
      given,
      correct: correct === true,
      remarks: _count.remarks,
    };
  });
};

/** Those whose mark changes: never one that was right by itself. */
const changesOf = (answers: readonly GivenAnswer[], accepted: readonly string[]): GivenAnswer[] =>
  answers.filter(({ item, given, correct, remarks }) => {
    const passes = markAnswer(item, given, accepted).correct;
    return passes !== correct && (passes || remarks > 0);
  });

const correctMemory = async (change: GivenAnswer, at: Date): Promise<void> => {
  const reviewId = `${change.attemptId}:${change.position}`;
  try {
    await correctReview(change.owner, {
      id: `${reviewId}:${change.remarks + 1}`,
      reviewId,
      at,
      rating: ratingOf(!change.correct),
    });
  } catch (error) {
    // They took the answer out of their log themselves: there is nothing left to correct.
    if (!(error instanceof Refusal && error.code === 'NOT_FOUND')) throw error;
  }
};

const remark = async (
  transaction: Transaction,
  { attemptId, position, correct, item, given }: GivenAnswer,
  accepted: readonly string[],
  at: Date,
): Promise<void> => {
  // The same change that came twice at once is written once.
  const { count } = await transaction.answer.updateMany({
    where: { attemptId, position, correct },
    data: { correct: !correct },
  });
  if (count === 0) return;
  const attempt = await transaction.attempt.update({
    where: { id: attemptId },
    data: { score: { increment: correct ? -1 : 1 } },
    select: {
      points: true,
      quiz: { select: { settings: true, count: true } },
      answers: { select: { position: true, points: true, certainty: true } },
    },
  });
  const certainty = attempt.answers.find((answer) => answer.position === position)?.certainty ?? null;
  const settings = settingsOf(attempt.quiz.settings, attempt.quiz.count);
  const points = pointsOf(markAnswer(item, given, accepted), certainty, settings);
  await transaction.answer.updateMany({ where: { attemptId, position }, data: { points } });
  const others = attempt.answers.flatMap((answer) =>
    answer.position === position ? [] : (answer.points ?? 0),
  );
  if (attempt.points !== null)
    await transaction.attempt.updateMany({
      where: { id: attemptId },
      data: { points: totalPoints([...others, points]) },
    });
  await transaction.remark.create({
    data: { attemptId, position, at, correct: !correct },
    select: { position: true },
  });
};
