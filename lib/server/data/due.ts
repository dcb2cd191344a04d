import 'server-only';
import { dayOf, dayStartsAt } from '@/lib/memory/days';
import { forecast, KNOWN_FROM, LEARN_AHEAD, type DeckProgress, type DueDay } from '@/lib/memory/queue';
import { db } from '@/lib/server/db';
import { MEMORY_COLUMNS, toMemory } from '@/lib/server/data/memories';
import type { User } from '@/lib/server/user';

/** What makes a question one that is studied. */
export const STUDY_QUESTION = { status: 'accepted' };

/** Their facts that may be studied: accepted, with an accepted question. */
export const studyFacts = (user: User, deckId?: string) => ({
  status: 'accepted',
  deck: { userId: user.id, ...(deckId === undefined ? {} : { id: deckId }) },
  questions: { some: STUDY_QUESTION },
});

/** The instant at which the learner's next day begins. */
export const tomorrowOf = (user: User, now: Date): Date =>
  dayStartsAt(dayOf(now, user.learner) + 1, user.learner);

/** Memories that are due, as `isDue` has it; `ahead` (milliseconds) counts in the learning steps of that time. */
export const dueMemories = (user: User, now: Date, ahead = 0) => {
  const tomorrow = tomorrowOf(user, now);
  const steps = new Date(now.getTime() + ahead);
  return {
    userId: user.id,
    // Said once for both, so that the index by due date bounds what is read.
    due: { lte: tomorrow > steps ? tomorrow : steps },
    OR: [
      { phase: 'review', due: { lt: tomorrow } },
      { phase: { not: 'review' }, due: { lte: steps } },
    ],
  };
};

/**
 * How many facts of each deck are due now, and how many were never seen; decks where both are 0 are left out. The
 * facts never seen are counted without the limit of a day.
 */
export const dueByDeck = async (
  user: User,
  now: Date,
): Promise<Map<string, { due: number; fresh: number }>> => {
  const database = await db();
  const facts = studyFacts(user);
  const [due, fresh] = await Promise.all([
    database.fact.groupBy({
      by: ['deckId'],
      where: { ...facts, memories: { some: dueMemories(user, now) } },
      _count: true,
    }),
    database.fact.groupBy({
      by: ['deckId'],
      where: { ...facts, memories: { none: { userId: user.id } } },
      _count: true,
    }),
  ]);
  const counts = new Map(due.map(({ deckId, _count }) => [deckId, { due: _count, fresh: 0 }]));
  for (const { deckId, _count } of fresh) {
    counts.set(deckId, { due: counts.get(deckId)?.due ?? 0, fresh: _count });
  }
  return counts;
};

/** When the next learning step or review comes that `nextCards` does not hold yet; `null` where none is planned. */
export const nextDueAt = async (user: User, deckId: string | null, now: Date): Promise<Date | null> => {
  const row = await (
    await db()
  ).memory.findFirst({
    where: {
      userId: user.id,
      due: { gt: now },
      fact: studyFacts(user, deckId ?? undefined),
      OR: [
        { phase: 'review', due: { gte: tomorrowOf(user, now) } },
        { phase: { not: 'review' }, due: { gt: new Date(now.getTime() + LEARN_AHEAD) } },
      ],
    },
    orderBy: { due: 'asc' },
    select: { due: true },
  });
  return row?.due ?? null;
};

/** What falls due on each of the learner's next `days` days, today and what is overdue first. */
export const dueForecast = async (user: User, now: Date, days: number): Promise<DueDay[]> => {
  const end = dayStartsAt(dayOf(now, user.learner) + days, user.learner);
  const rows = await (
    await db()
  ).memory.findMany({
    where: { userId: user.id, due: { lt: end }, fact: studyFacts(user) },
    select: MEMORY_COLUMNS,
  });
  return forecast(rows.map(toMemory), now, user.learner, days);
};

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
  const count = (memories: object) =>
    database.fact.groupBy({ by: ['deckId'], where: { ...facts, memories }, _count: true });
  const [decks, fresh, seen, known] = await Promise.all([
    database.deck.findMany({
      where: { userId: user.id },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { id: true, title: true },
    }),
    count({ none: { userId: user.id } }),
    count({ some: { userId: user.id } }),
    count({ some: { userId: user.id, phase: 'review', stability: { gte: KNOWN_FROM } } }),
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
