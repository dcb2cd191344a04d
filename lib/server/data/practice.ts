import 'server-only';
import { retrievability } from '@/lib/memory/schedule';
import type { GradedCard, StudyCard } from '@/lib/memory/study-card';
import { seededRandom, shuffled } from '@/lib/questions/seeded-random';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import { isClash } from '@/lib/server/data/clash';
import { studyFacts } from '@/lib/server/data/due';
import { cardsOf, deckTitle, type Entry } from '@/lib/server/data/due-cards';
import { MEMORY_COLUMNS, toMemory } from '@/lib/server/data/memories';
import { rowOf, type NewReview } from '@/lib/server/data/reviews-append';
import type { User } from '@/lib/server/user';

/** `weakest`: what is least likely recalled first; `shuffled`: by chance. */
export const PRACTICE_ORDERS = ['weakest', 'shuffled'] as const;
export type PracticeOrder = (typeof PRACTICE_ORDERS)[number];

export type PracticeWish = {
  readonly deckId: string;
  readonly order: PracticeOrder;
  readonly now: Date;
  readonly seed: string;
  readonly limit: number;
};

/** What the buttons say: nothing of it is a date. */
const INTERVALS: StudyCard['intervals'] = {
  again: { words: 'this sitting', days: null },
  hard: { words: 'your schedule', days: null },
  good: { words: 'your schedule', days: null },
  easy: { words: 'your schedule', days: null },
};

/**
 * Cards of a deck to practise now, due or not; `left` counts all that there are.
 * @throws Refusal NOT_FOUND for a deck that is not theirs
 */
export const practiceCards = async (
  user: User,
  { deckId, order, now, seed, limit }: PracticeWish,
): Promise<{ readonly title: string; readonly cards: readonly StudyCard[]; readonly left: number }> => {
  const title = await deckTitle(user, deckId);
  const rows = await (
    await db()
  ).fact.findMany({
    where: studyFacts(user, deckId),
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, memories: { where: { userId: user.id }, select: MEMORY_COLUMNS } },
  });
  const entries = shuffled(rows, seededRandom(seed)).map(({ id, memories: [row] }): Entry => ({
    factId: id,
    state: row === undefined ? null : toMemory(row),
    salience: 0,
  }));
  // What was never met counts as not recalled.
  const recall = ({ state }: Entry): number =>
    state === null ? 0 : retrievability(state, now, user.learner);
  if (order === 'weakest') entries.sort((a, b) => recall(a) - recall(b));
  const cards = await cardsOf(user, entries.slice(0, limit), now);
  return {
    title,
    cards: cards.map((card) => ({
      ...card,
      mode: 'practice' as const,
      intervals: INTERVALS,
      waitsUntil: null,
    })),
    left: entries.length,
  };
};

/**
 * Notes an answer given for practice: a row in the log that moves no memory. The same id again changes nothing.
 * @throws Refusal NOT_FOUND for a fact that is not theirs, or an id that stands for something else
 */
export const recordPractice = async (user: User, review: Omit<NewReview, 'mode'>): Promise<void> => {
  const database = await db();
  const { factId, id } = review;
  const fact = await database.fact.findFirst({
    where: { id: factId, deck: { userId: user.id } },
    select: { id: true },
  });
  if (fact === null) throw new Refusal('NOT_FOUND');
  const row = rowOf(user, { ...review, mode: 'practice', interval: null });
  try {
    await database.review.create({ data: row, select: { id: true } });
  } catch (error) {
    if (!isClash(error)) throw error;
    const same = await database.review.findFirst({
      where: { id, userId: user.id, factId },
      select: { id: true },
    });
    if (same === null) throw new Refusal('NOT_FOUND');
  }
};

/** Long enough for all other cards of the sitting to come first. */
const BEHIND_MS = 60 * 60_000;

/** What an answer for practice does: the card is asked once more behind all others, until it is known. */
export const practised = (again: boolean, now: Date): GradedCard => ({
  due: now.getTime() + BEHIND_MS,
  intervals: again ? INTERVALS : null,
  leech: null,
});
