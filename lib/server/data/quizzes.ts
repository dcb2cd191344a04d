import 'server-only';
import { deadlineOf, quizSettingsSchema, type QuizSettings, USUAL_SETTINGS } from '@/lib/quiz/settings';
import type { FactKind } from '@/lib/model';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import {
  askableSources,
  countAskable,
  makePaper,
  storedPaperSchema,
  type PaperWish,
} from '@/lib/server/data/attempts-paper';
import type { User } from '@/lib/server/user';

/** What the page that starts a quiz must know of a deck. */
export type QuizOffer = {
  readonly deckTitle: string;
  /** Facts that can be asked. */
  readonly available: number;
  /** The articles and the kinds of fact that these are of. */
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  readonly kinds: readonly FactKind[];
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
    ...(await askableSources(user, deckId)),
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
 * Makes a quiz from a deck and begins it; answers the attempt's id.
 * @throws Refusal NOT_FOUND, NO_QUESTIONS
 */
export const startQuiz = async (user: User, { deckId, settings, seed, now }: NewQuiz): Promise<string> => {
  const database = await db();
  const deck = await database.deck.findFirst({
    where: { id: deckId, userId: user.id },
    select: { title: true },
  });
  if (deck === null) throw new Refusal('NOT_FOUND');
  return begin(user, {
    deckId,
    settings,
    seed,
    now,
    deckTitle: deck.title,
    quiz: { create: { userId: user.id, deckId, count: settings.count, settings } },
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
      deck: { select: { title: true } },
      attempts: { where: { userId: user.id }, select: { id: true, finishedAt: true } },
    },
  });
  if (quiz === null) throw new Refusal('NOT_FOUND');
  const open = quiz.attempts.find(({ finishedAt }) => finishedAt === null);
  if (open !== undefined) return open.id;
  const settings = settingsOf(quiz.settings, quiz.count);
  if (settings.attempts !== null && quiz.attempts.length >= settings.attempts)
    throw new Refusal('NO_ATTEMPTS_LEFT');
  const { deckId, deck } = quiz;
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
    deckTitle: deck.title,
    quiz: { connect: { id: quizId } },
  });
};
