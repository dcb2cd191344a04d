import 'server-only';
import { deadlineOf, quizSettingsSchema, type QuizSettings, USUAL_SETTINGS } from '@/lib/quiz/settings';
import { countFirstAnswers, type FirstAnswerCounts } from '@/lib/quiz/first-answers';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import { makePaper, storedPaperSchema, type PaperWish } from '@/lib/server/data/attempts-paper';
import { firstAnswers } from '@/lib/server/data/first-answers';
import {
  askableSources,
  decksOfQuiz,
  quizDecks,
  titleOfDecks,
  type AskableSources,
  type QuizDeck,
} from '@/lib/server/data/quiz-sources';
import type { User } from '@/lib/server/user';

/** What the page that starts a quiz must know of its decks. */
export type QuizOffer = AskableSources & {
  /** Those that were asked for and are theirs to be asked of, the quiz's own first. */
  readonly decks: readonly QuizDeck[];
  /** Others that could be asked of as well. */
  readonly others: readonly QuizDeck[];
  readonly firstAnswers: FirstAnswerCounts;
  /** The newest attempt at the first deck that is not handed in. */
  readonly open: { readonly id: string; readonly answered: number; readonly total: number } | null;
};

/** @throws Refusal NOT_FOUND where the first deck is not theirs to be asked of */
export const quizOffer = async (
  user: User,
  deckId: string,
  { alsoDeckIds = [], now = new Date() }: { alsoDeckIds?: readonly string[]; now?: Date } = {},
): Promise<QuizOffer> => {
  const database = await db();
  const decks = await decksOfQuiz(user, { deckId, alsoDeckIds, now });
  const [open, sources, all, facilities] = await Promise.all([
    database.attempt.findFirst({
      where: { userId: user.id, finishedAt: null, assigned: { is: null }, quiz: { deckId } },
      orderBy: { startedAt: 'desc' },
      select: { id: true, total: true, _count: { select: { answers: true } } },
    }),
    askableSources(user, decks, now),
    quizDecks(user, now),
    firstAnswers(user, decks),
  ]);
  return {
    decks,
    others: all.filter(({ id }) => decks.every((deck) => deck.id !== id)),
    ...sources,
    firstAnswers: countFirstAnswers(facilities),
    open: open === null ? null : { id: open.id, answered: open._count.answers, total: open.total },
  };
};

/** The settings of a stored quiz; one from before there was a choice has the usual ones. */
export const settingsOf = (stored: unknown, count: number): QuizSettings =>
  stored === null ? { ...USUAL_SETTINGS, count } : quizSettingsSchema.parse(stored);

export type NewQuiz = {
  readonly deckId: string;
  readonly settings: QuizSettings;
  readonly seed: string;
  readonly now: Date;
};

/**
 * Makes a quiz from a deck, and others as its settings say, and begins it; answers the attempt's id.
 * @throws Refusal NOT_FOUND, NO_QUESTIONS
 */
export const startQuiz = async (user: User, { deckId, settings, seed, now }: NewQuiz): Promise<string> => {
  const decks = await decksOfQuiz(user, { deckId, alsoDeckIds: settings.alsoDeckIds, now });
  // What of a link is not theirs is no part of their quiz.
  const alsoDeckIds = decks.slice(1).map(({ id }) => id);
  const kept = { ...settings, alsoDeckIds };
  return begin(user, {
    deckId,
    settings: kept,
    seed,
    now,
    deckTitle: titleOfDecks(decks),
    quiz: { create: { userId: user.id, deckId, count: settings.count, settings: kept } },
  });
};

type Beginning = NewQuiz & {
  readonly deckTitle: string;
  readonly before?: NonNullable<PaperWish['before']>;
  readonly quiz:
    | { readonly connect: { readonly id: string } }
    | { readonly create: { userId: string; deckId: string; count: number; settings: QuizSettings } };
};

/** Begins an attempt with a new paper; answers its id. @throws Refusal NO_QUESTIONS */
const begin = async (
  user: User,
  { deckId, settings, seed, now, deckTitle, before = [], quiz }: Beginning,
): Promise<string> => {
  const paper = await makePaper(user, { deckId, settings, seed, now, before });
  if (paper.length === 0) throw new Refusal('NO_QUESTIONS');
  const attempt = await (
    await db()
  ).attempt.create({
    data: {
      seed,
      paper,
      deckTitle,
      startedAt: now,
      deadline: deadlineOf(now, settings),
      total: paper.length,
      user: { connect: { id: user.id } },
      quiz,
    },
    select: { id: true },
  });
  return attempt.id;
};

/** So many papers of the past are looked at for what was put; few facts have more questions. */
const PAPERS_BEFORE = 8;

/**
 * Takes a quiz again: the same facts and settings, so that the two scores compare, in words not put lately where
 * there are any. An attempt that is not handed in is gone on with.
 * @throws Refusal NOT_FOUND, NO_QUESTIONS, NO_ATTEMPTS_LEFT
 */
export const retakeQuiz = async (
  user: User,
  quizId: string,
  { seed, now }: Pick<NewQuiz, 'seed' | 'now'>,
): Promise<string> => {
  const database = await db();
  const quiz = await database.quiz.findFirst({
    where: { id: quizId, userId: user.id },
    select: {
      deckId: true,
      count: true,
      settings: true,
      attempts: { where: { userId: user.id }, select: { id: true, finishedAt: true } },
    },
  });
  if (quiz === null) throw new Refusal('NOT_FOUND');
  const open = quiz.attempts.find(({ finishedAt }) => finishedAt === null);
  if (open !== undefined) return open.id;
  const settings = settingsOf(quiz.settings, quiz.count);
  if (settings.attempts !== null && quiz.attempts.length >= settings.attempts)
    throw new Refusal('NO_ATTEMPTS_LEFT');
  const { deckId } = quiz;
  const decks = await decksOfQuiz(user, { deckId, alsoDeckIds: settings.alsoDeckIds, now });
  const taken = await database.attempt.findMany({
    where: { quizId, userId: user.id },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: PAPERS_BEFORE,
    select: { paper: true },
  });
  return begin(user, {
    before: taken.map(({ paper }) => storedPaperSchema.parse(paper)),
    deckId,
    settings,
    seed,
    now,
    deckTitle: titleOfDecks(decks),
    quiz: { connect: { id: quizId } },
  });
};
