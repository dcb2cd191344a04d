import 'server-only';
import { FACT_KINDS, type FactKind } from '@/lib/model';
import { Refusal } from '@/lib/refusal';
import { assignedFacts } from '@/lib/server/data/assigned-facts';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

/** A deck of which a person may be asked: their own, or one that a teacher gave them to study. */
export type QuizDeck = { readonly id: string; readonly title: string; readonly isOwn: boolean };

const ASKED = { status: 'accepted', questions: { some: { status: 'accepted' } } };

/** Facts of these decks that can be asked: accepted, with an accepted question, and the person's or told to them. */
export const askable = (user: User, decks: readonly QuizDeck[], now: Date) => {
  const idsOf = (isOwn: boolean): string[] =>
    decks.filter((deck) => deck.isOwn === isOwn).map(({ id }) => id);
  const own = { deckId: { in: idsOf(true) }, deck: { userId: user.id }, ...ASKED };
  const given = idsOf(false);
  if (given.length === 0) return own;
  return { OR: [own, { AND: [assignedFacts(user, now), { deckId: { in: given }, ...ASKED }] }] };
};

/**
 * Those of the decks of which a person may be asked, in the order of `ids`; without `ids` all, the newest first, that
 * hold something to ask. What is not theirs to see is left out.
 */
export const quizDecks = async (user: User, now: Date, ids?: readonly string[]): Promise<QuizDeck[]> => {
  const database = await db();
  const named = ids === undefined ? {} : { id: { in: [...ids] } };
  const select = { id: true, title: true } as const;
  const orderBy = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];
  const own = await database.deck.findMany({
    where: { ...named, userId: user.id, ...(ids === undefined ? { facts: { some: ASKED } } : {}) },
    orderBy,
    select,
  });
  const missing = ids === undefined || own.length < ids.length;
  const given =
    missing && (await database.classMember.count({ where: { userId: user.id, role: 'pupil' } })) > 0
      ? await database.deck.findMany({
          where: { ...named, facts: { some: assignedFacts(user, now) } },
          orderBy,
          select,
        })
      : [];
  const all = [
    ...own.map((deck) => ({ ...deck, isOwn: true })),
    ...given.map((deck) => ({ ...deck, isOwn: false })),
  ];
  return ids === undefined ? all : ids.flatMap((id) => all.find((deck) => deck.id === id) ?? []);
};

/** The decks of a quiz, its own first. @throws Refusal NOT_FOUND where that is not theirs to be asked of */
export const decksOfQuiz = async (
  user: User,
  { deckId, alsoDeckIds, now }: { deckId: string; alsoDeckIds: readonly string[]; now: Date },
): Promise<QuizDeck[]> => {
  const decks = await quizDecks(user, now, [...new Set([deckId, ...alsoDeckIds])]);
  if (decks[0]?.id !== deckId) throw new Refusal('NOT_FOUND');
  return decks;
};

/** What a quiz of several decks is called. */
export const titleOfDecks = (decks: readonly Pick<QuizDeck, 'title'>[]): string => {
  const [first = '', second, ...more] = decks.map(({ title }) => title);
  if (second === undefined) return first;
  if (more.length === 0) return `${first} and ${second}`;
  return `${first}, ${second} and ${more.length} more`;
};

export type AskableSources = {
  /** Facts that can be asked. */
  readonly available: number;
  /** The articles and the kinds of fact that these are of. */
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  readonly kinds: readonly FactKind[];
};

/** What of decks can be asked. */
export const askableSources = async (
  user: User,
  decks: readonly QuizDeck[],
  now: Date,
): Promise<AskableSources> => {
  const database = await db();
  const facts = askable(user, decks, now);
  const [found, counts] = await Promise.all([
    database.article.findMany({
      where: { deckId: { in: decks.map(({ id }) => id) }, facts: { some: facts } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, title: true, deckId: true },
    }),
    database.fact.groupBy({ by: ['kind'], where: facts, _count: true }),
  ]);
  const there = new Set(counts.map(({ kind }) => kind));
  return {
    available: counts.reduce((sum, { _count }) => sum + _count, 0),
    articles: decks.flatMap((deck) =>
      found.filter(({ deckId }) => deckId === deck.id).map(({ id, title }) => ({ id, title })),
    ),
    kinds: FACT_KINDS.filter((kind) => there.has(kind)),
  };
};
