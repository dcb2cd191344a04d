import 'server-only';
import { LEARN_AHEAD, dueOrder } from '@/lib/memory/queue';
import { withinCap } from '@/lib/memory/backlog';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import { assignedFacts } from '@/lib/server/data/assigned-facts';
import { dayRoom, tomorrowOf } from '@/lib/server/data/due';
import { sittingOf, type Entry, type StudyQueue } from '@/lib/server/data/due-cards';
import { MEMORY_COLUMNS, toMemory } from '@/lib/server/data/memories';
import type { User } from '@/lib/server/user';

/** Cards of what was given that are weighed for one sitting. */
const MOST_WEIGHED = 1000;

export type AssignedWish = {
  /** One deck, or `null`: all that teachers gave. */
  readonly deckId: string | null;
  /** Only these facts. */
  readonly factIds?: readonly string[];
  readonly now: Date;
  readonly limit: number;
};

const dueWhere = (user: User, now: Date) => ({
  OR: [
    { phase: 'review', due: { lt: tomorrowOf(user, now) } },
    { phase: { not: 'review' }, due: { lte: new Date(now.getTime() + LEARN_AHEAD) } },
  ],
});

/**
 * What a pupil can study now of what teachers gave: what is due, then what they have not met as far as their day's
 * limit goes. The questions stay the teacher's, the memory is the pupil's own.
 * @throws Refusal NOT_FOUND for a deck that nobody gave them.
 */
export const assignedCards = async (
  user: User,
  wish: AssignedWish,
): Promise<StudyQueue & { readonly title: string | null }> => {
  const { deckId, factIds, now, limit } = wish;
  const database = await db();
  const facts = {
    ...assignedFacts(user, now, deckId ?? undefined),
    ...(factIds === undefined ? {} : { id: { in: [...factIds] } }),
  };
  const deck =
    deckId === null
      ? null
      : await database.deck.findFirst({
          where: { id: deckId, facts: { some: facts } },
          select: { title: true },
        });
  if (deckId !== null && deck === null) throw new Refusal('NOT_FOUND');
  const room = await dayRoom(user, now);
  const unseen = { ...facts, memories: { none: { userId: user.id } } };
  const [due, changed, fresh, unseenCount] = await Promise.all([
    database.memory.findMany({
      where: { userId: user.id, fact: facts, ...dueWhere(user, now) },
      orderBy: { due: 'asc' },
      take: MOST_WEIGHED,
      select: { ...MEMORY_COLUMNS, factId: true },
    }),
    database.fact.findMany({
      where: { ...facts, changedAt: { not: null }, memories: { some: { userId: user.id } } },
      take: MOST_WEIGHED,
      select: {
        changedAt: true,
        memories: { where: { userId: user.id }, select: { ...MEMORY_COLUMNS, factId: true } },
      },
    }),
    database.fact.findMany({
      where: unseen,
      orderBy: [{ salience: 'desc' }, { position: 'asc' }, { id: 'asc' }],
      take: room.fresh,
      select: { id: true, salience: true },
    }),
    database.fact.count({ where: unseen }),
  ]);
  const byTime = new Set(due.map(({ factId }) => factId));
  const ordered = dueOrder<Entry>(
    [
      ...due.map((row) => ({ factId: row.factId, state: toMemory(row), salience: 0 })),
      // A sentence that changed since their last answer comes once more, due since then.
      ...changed.flatMap(({ changedAt, memories: [row] }) => {
        if (row === undefined || changedAt === null || byTime.has(row.factId)) return [];
        if (row.lastReview >= changedAt) return [];
        return { factId: row.factId, state: { ...toMemory(row), due: changedAt }, salience: 0 };
      }),
      ...fresh.map(({ id, salience }) => ({ factId: id, state: null, salience })),
    ],
    now,
    user.learner,
  );
  const { queue, waiting } = withinCap(ordered, factIds === undefined ? room.reviews : null);
  return {
    title: deck?.title ?? null,
    cards: await sittingOf(user, queue.slice(0, limit), now, assignedFacts(user, now)),
    left: queue.length,
    heldBack: unseenCount - fresh.length,
    waiting,
  };
};

/** How many cards of what teachers gave are due for a pupil now; 0 where nobody gave them anything. */
export const assignedDue = async (user: User, now: Date): Promise<number> => {
  const database = await db();
  const places = await database.classMember.count({ where: { userId: user.id, role: 'pupil' } });
  if (places === 0) return 0;
  return database.memory.count({
    where: { userId: user.id, fact: assignedFacts(user, now), ...dueWhere(user, now) },
  });
};
