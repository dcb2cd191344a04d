import 'server-only';
import { livelyGroups, type Slower } from '@/lib/live/playable';
import { formsOf, USUAL_SETTINGS } from '@/lib/quiz/settings';
import { Refusal } from '@/lib/refusal';
import { classesWhereMay } from '@/lib/server/data/classes';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

type ClassChoice = { readonly id: string; readonly name: string };

/** What the page that opens a room must know of a deck. */
export type LiveOffer = {
  readonly deckTitle: string;
  /** Facts that can be asked by options. */
  readonly available: number;
  /** More of them, where answers are typed, or put together, as well. */
  readonly slower: number;
  /** A room of this deck that is still open. */
  readonly running: string | null;
  /** Classes whose reports may count it. */
  readonly classes: readonly ClassChoice[];
};

/** The classes for which they may play. */
const classesToPlay = async (user: User): Promise<ClassChoice[]> =>
  (await db()).class.findMany({
    where: classesWhereMay(user, 'assign'),
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  });

/** A room of theirs that is still open. */
const runningOf = async (
  user: User,
  where: { readonly deckId: string } | { readonly quizId: string },
): Promise<string | null> => {
  const running = await (
    await db()
  ).liveSession.findFirst({
    where: { ...where, userId: user.id, endedAt: null, pin: { not: null } },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  });
  return running?.id ?? null;
};

/** @throws Refusal NOT_FOUND */
export const liveOffer = async (user: User, deckId: string): Promise<LiveOffer> => {
  const database = await db();
  const deck = await database.deck.findFirst({
    where: { id: deckId, userId: user.id },
    select: { title: true },
  });
  if (deck === null) throw new Refusal('NOT_FOUND');
  const askable = (slower: Slower): Promise<number> => {
    const forms = formsOf({ ...USUAL_SETTINGS, groups: livelyGroups(slower) });
    return database.fact.count({
      where: {
        deckId,
        deck: { userId: user.id },
        status: 'accepted',
        questions: { some: { status: 'accepted', form: { in: [...forms] } } },
      },
    });
  };
  const available = await askable({ typed: false });
  return {
    deckTitle: deck.title,
    available,
    slower: (await askable({ typed: true, arranged: true })) - available,
    running: await runningOf(user, { deckId }),
    classes: await classesToPlay(user),
  };
};

/** What the page that opens a room must know of a quiz. @throws Refusal NOT_FOUND */
export const liveQuizOffer = async (
  user: User,
  quizId: string,
): Promise<Pick<LiveOffer, 'deckTitle' | 'running' | 'classes'> & { readonly count: number }> => {
  const quiz = await (
    await db()
  ).quiz.findFirst({
    where: { id: quizId, userId: user.id },
    select: { count: true, deck: { select: { title: true } } },
  });
  if (quiz === null) throw new Refusal('NOT_FOUND');
  return {
    deckTitle: quiz.deck.title,
    count: quiz.count,
    running: await runningOf(user, { quizId }),
    classes: await classesToPlay(user),
  };
};

/** What stands on the host's page before its first frame. @throws Refusal NOT_FOUND where it is not theirs. */
export const hostedLive = async (
  user: User,
  id: string,
): Promise<{ readonly title: string; readonly pin: string | null; readonly deckId: string | null }> => {
  const row = await (
    await db()
  ).liveSession.findFirst({
    where: { id, userId: user.id },
    select: { title: true, pin: true, deckId: true },
  });
  if (row === null) throw new Refusal('NOT_FOUND');
  return row;
};
