import 'server-only';
import { KNOWN_FROM, type DeckProgress } from '@/lib/memory/queue';
import { db } from '@/lib/server/db';
import { studyFacts } from '@/lib/server/data/due';
import type { User } from '@/lib/server/user';

/** How many facts of one deck were never seen, are on their way, and are known. */
export type DeckStand = {
  readonly deckId: string;
  readonly title: string;
  readonly fresh: number;
  readonly learning: number;
  readonly known: DeckProgress['known'];
};

/** How far each of their decks has come, newest deck first; decks with nothing to study yet stand with zeros. */
export const progressByDeck = async (user: User): Promise<DeckStand[]> => {
  const database = await db();
  const facts = studyFacts(user);
  const count = (which: object) =>
    database.fact.groupBy({ by: ['deckId'], where: { ...facts, ...which }, _count: true });
  const [decks, fresh, seen, known] = await Promise.all([
    database.deck.findMany({
      where: { userId: user.id },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { id: true, title: true },
    }),
    count({ met: false }),
    count({ met: true }),
    count({
      memories: { some: { userId: user.id, phase: 'review', stability: { gte: KNOWN_FROM } } },
    }),
  ]);
  const of = (rows: typeof fresh, deckId: string) => rows.find((row) => row.deckId === deckId)?._count ?? 0;
  return decks.map(({ id, title }) => ({
    deckId: id,
    title,
    fresh: of(fresh, id),
    learning: of(seen, id) - of(known, id),
    known: of(known, id),
  }));
};
