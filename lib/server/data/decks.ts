import 'server-only';
import { Refusal } from '@/lib/refusal';
import { dropUnnamedMedia, mediaInDeck } from '@/lib/server/data/media';
import { db, type Transaction } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

export type DeckName = { readonly id: string; readonly title: string };

/** A deck on the shelf, with how many of its facts were kept and how many still wait to be judged. */
export type DeckSummary = DeckName & { readonly kept: number; readonly proposed: number };

/** The person's decks, newest first. */
export const listDecks = async (user: User): Promise<DeckSummary[]> => {
  const database = await db();
  const decks = await database.deck.findMany({
    where: { userId: user.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, title: true },
  });
  const counts = await database.fact.groupBy({
    by: ['deckId', 'status'],
    where: { deck: { userId: user.id } },
    _count: { _all: true },
  });
  const countOf = (deckId: string, status: string): number =>
    counts.find((count) => count.deckId === deckId && count.status === status)?._count._all ?? 0;
  return decks.map((deck) => ({
    ...deck,
    kept: countOf(deck.id, 'accepted'),
    proposed: countOf(deck.id, 'proposed'),
  }));
};

/** The names of the person's decks, newest first. */
export const deckNames = async (user: User): Promise<DeckName[]> =>
  (await db()).deck.findMany({
    where: { userId: user.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, title: true },
  });

/** One deck of the person's. @throws Refusal NOT_FOUND */
export const deckOf = async (user: User, deckId: string): Promise<DeckName> => {
  const deck = await (
    await db()
  ).deck.findFirst({ where: { id: deckId, userId: user.id }, select: { id: true, title: true } });
  if (deck === null) throw new Refusal('NOT_FOUND');
  return deck;
};

/** @throws Refusal NOT_FOUND */
export const renameDeck = async (user: User, deckId: string, title: string): Promise<void> => {
  const where = { id: deckId, userId: user.id };
  const { count } = await (await db()).deck.updateMany({ where, data: { title } });
  if (count === 0) throw new Refusal('NOT_FOUND');
};

/** Milliseconds: a deck may hold tens of thousands of cards. */
const LONG_DELETE = { timeout: 120_000 };

/** Deletes a deck with its articles, facts, questions, media that no other names, and what was remembered of them. @throws Refusal NOT_FOUND, ASSIGNED where pupils' answers would go with it */
export const deleteDeck = async (user: User, deckId: string): Promise<void> => {
  const answered = await (
    await db()
  ).assignment.count({
    where: {
      deckId,
      OR: [
        { taken: { some: {} } },
        { deck: { facts: { some: { reviews: { some: { userId: { not: user.id } } } } } } },
      ],
      deck: { userId: user.id },
    },
  });
  if (answered > 0) throw new Refusal('ASSIGNED');
  await (
    await db()
  ).$transaction(async (transaction: Transaction) => {
    const media = await mediaInDeck(transaction, deckId);
    const { count } = await transaction.deck.deleteMany({ where: { id: deckId, userId: user.id } });
    if (count === 0) throw new Refusal('NOT_FOUND');
    await dropUnnamedMedia(transaction, user, media);
  }, LONG_DELETE);
};
