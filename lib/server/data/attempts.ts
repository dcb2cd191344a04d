import 'server-only';
import { publicItem, type PublicItem } from '@/lib/quiz/paper';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import { articleTitles, countAskable, makePaper, storedPaperSchema } from '@/lib/server/data/attempts-paper';
import { isClash } from '@/lib/server/data/clash';
import type { User } from '@/lib/server/user';

/** What the page that starts a quiz must know of a deck. */
export type QuizOffer = {
  readonly deckTitle: string;
  /** Facts that can be asked. */
  readonly available: number;
  /** The newest attempt at this deck that is not handed in. */
  readonly open: { readonly id: string; readonly answered: number; readonly total: number } | null;
};

/** @throws Refusal NOT_FOUND */
export const quizOffer = async (user: User, deckId: string): Promise<QuizOffer> => {
  const database = await db();
  const deck = await database.deck.findFirst({
    where: { id: deckId, userId: user.id },
    select: { title: true },
  });
  if (deck === null) throw new Refusal('NOT_FOUND');
  const open = await database.attempt.findFirst({
    where: { userId: user.id, finishedAt: null, quiz: { deckId } },
    orderBy: { startedAt: 'desc' },
    select: { id: true, total: true, _count: { select: { answers: true } } },
  });
  return {
    deckTitle: deck.title,
    available: await countAskable(user, deckId),
    open: open === null ? null : { id: open.id, answered: open._count.answers, total: open.total },
  };
};

export type NewAttempt = {
  readonly deckId: string;
  /** Questions wanted; there are fewer where the deck has fewer facts. */
  readonly count: number;
  readonly seed: string;
  readonly now: Date;
};

/**
 * Makes a quiz from a deck and begins it; answers the attempt's id.
 * @throws Refusal NOT_FOUND, NO_QUESTIONS
 */
export const startAttempt = async (user: User, { deckId, count, seed, now }: NewAttempt): Promise<string> => {
  const database = await db();
  const deck = await database.deck.findFirst({
    where: { id: deckId, userId: user.id },
    select: { title: true },
  });
  if (deck === null) throw new Refusal('NOT_FOUND');
  const paper = await makePaper(user, { deckId, count, seed });
  if (paper.length === 0) throw new Refusal('NO_QUESTIONS');
  const attempt = await database.attempt.create({
    data: {
      seed,
      paper,
      deckTitle: deck.title,
      startedAt: now,
      total: paper.length,
      user: { connect: { id: user.id } },
      quiz: { create: { userId: user.id, deckId, count: paper.length } },
    },
    select: { id: true },
  });
  return attempt.id;
};

/** An attempt under way: nothing of it says what is right. */
export type OpenAttempt = {
  readonly deckTitle: string;
  readonly items: readonly PublicItem[];
  /** What was answered so far, by position; `null` where nothing was. */
  readonly given: readonly (string | null)[];
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
      paper: true,
      answers: { select: { position: true, given: true } },
    },
  });
  if (row === null) throw new Refusal('NOT_FOUND');
  if (row.finishedAt !== null) return null;
  const givenAt = new Map(row.answers.map(({ position, given }) => [position, given]));
  const items = storedPaperSchema.parse(row.paper);
  const titles = await articleTitles(user, items);
  return {
    deckTitle: row.deckTitle,
    items: items.map((item) => publicItem(item, titles.get(item.articleId ?? '') ?? null)),
    given: items.map((_, position) => givenAt.get(position) ?? null),
  };
};

export type GivenAnswer = {
  readonly position: number;
  /** The text of an option, or what was typed; white space alone takes an answer back. */
  readonly given: string;
  readonly at: Date;
};

/**
 * Saves one answer, over the one before it. The same answer again changes nothing.
 * @throws Refusal NOT_FOUND for an attempt or a question that is not there, FINISHED
 */
export const saveAnswer = async (user: User, attemptId: string, answer: GivenAnswer): Promise<void> => {
  const { position, at } = answer;
  const given = answer.given.trim();
  const database = await db();
  // Its row is written, if only with what it holds, so that handing in and saving come one after the other.
  const stillOpen = database.attempt.update({
    where: { id: attemptId, userId: user.id, finishedAt: null, total: { gt: position } },
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
        create: { attemptId, position, given, at },
        update: { given, at },
        select: { position: true },
      }),
    ]);
  } catch (error) {
    if (!isClash(error)) throw error;
    await refuseFinished(user, attemptId, position);
    throw error;
  }
};

/** Says why an attempt took no answer. */
const refuseFinished = async (user: User, attemptId: string, position: number): Promise<void> => {
  const row = await (
    await db()
  ).attempt.findFirst({
    where: { id: attemptId, userId: user.id, total: { gt: position } },
    select: { finishedAt: true },
  });
  if (row === null) throw new Refusal('NOT_FOUND');
  if (row.finishedAt !== null) throw new Refusal('FINISHED');
};
