import 'server-only';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

/** The forms that a session can put: those with options. */
const FORMS = ['choice', 'true-false', 'larger', 'earliest'];

/** What the page that opens a room must know of a deck. */
export type LiveOffer = {
  readonly deckTitle: string;
  /** Facts that can be asked by options. */
  readonly available: number;
  /** A room of this deck that is still open. */
  readonly running: string | null;
};

/** @throws Refusal NOT_FOUND */
export const liveOffer = async (user: User, deckId: string): Promise<LiveOffer> => {
  const database = await db();
  const deck = await database.deck.findFirst({
    where: { id: deckId, userId: user.id },
    select: { title: true },
  });
  if (deck === null) throw new Refusal('NOT_FOUND');
  const available = await database.fact.count({
    where: {
      deckId,
      deck: { userId: user.id },
      status: 'accepted',
      questions: { some: { status: 'accepted', form: { in: FORMS } } },
    },
  });
  const running = await database.liveSession.findFirst({
    where: { deckId, userId: user.id, endedAt: null, pin: { not: null } },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  });
  return { deckTitle: deck.title, available, running: running?.id ?? null };
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
