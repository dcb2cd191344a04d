import 'server-only';
import { z } from 'zod';
import { optionSchema, questionFormSchema, type MemoryState, type Rating } from '@/lib/model';
import { hasParts } from '@/lib/forms';
import { proofOf } from '@/lib/facts/proof';
import { withinCap } from '@/lib/memory/backlog';
import { flagOf } from '@/lib/memory/flags';
import { questionFor } from '@/lib/memory/form-rotation';
import { dueOrder, type QueueEntry } from '@/lib/memory/queue';
import { chosenStates, type DayChoice } from '@/lib/memory/fuzz';
import { intervalInWords } from '@/lib/memory/schedule';
import { MANY_UNSEEN, type Interval, type Intervals, type StudyCard } from '@/lib/memory/study-card';
import { type Met, withoutGiveaways } from '@/lib/questions/giveaways';
import { promptParts } from '@/lib/questions/prompt-parts';
import { shownOptions } from '@/lib/quiz/shown-options';
import { seededRandom } from '@/lib/questions/seeded-random';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import type { assignedFacts } from '@/lib/server/data/assigned-facts';
import { dayChoice } from '@/lib/server/data/day-load';
import {
  countUnseen,
  dayRoom,
  ownFactIds,
  STUDY_QUESTION,
  unseenFacts,
  weighDue,
} from '@/lib/server/data/due';
import { MEMORY_COLUMNS, toMemory } from '@/lib/server/data/memories';
import type { User } from '@/lib/server/user';

/** `left` counts all that could be studied now, of which `cards` may be the first part. */
export type StudyQueue = {
  readonly cards: readonly StudyCard[];
  readonly left: number;
  /** Facts never seen that another day's limit holds back; `MANY_UNSEEN` stands for itself and more. */
  readonly heldBack: number;
  /** Reviews that are due and over the day's limit. */
  readonly waiting: number;
};

export type QueueWish = {
  /** `null`: all decks. */
  readonly deckId: string | null;
  /** Only these facts, for example what a quiz found missing. */
  readonly factIds?: readonly string[];
  readonly now: Date;
  readonly limit: number;
};

/** What each button would do at `at`. */
export const intervalsAt = (
  user: User,
  asked: { readonly factId: string; readonly state: MemoryState | null },
  at: Date,
  choice: DayChoice,
): Intervals => {
  const states = chosenStates(asked, at, user.learner, choice);
  const of = (rating: Rating): Interval => ({
    words: intervalInWords(at, states[rating]),
    days: states[rating].scheduledDays || null,
  });
  return { again: of('again'), hard: of('hard'), good: of('good'), easy: of('easy') };
};

/**
 * What to study now, in study order: what is due first, then facts never seen as far as the day's limit goes, then
 * the learning steps of the next minutes.
 * @throws Refusal NOT_FOUND for a deck that is not theirs.
 */
export const nextCards = async (user: User, wish: QueueWish): Promise<StudyQueue> => {
  const { now, limit } = wish;
  if (wish.deckId !== null) await refuseForeignDeck(user, wish.deckId);
  const room = await dayRoom(user, now);
  const { due, counts } = await weighDue(user, wish, now, limit);
  // What someone names fact by fact is what they want now, whatever the day's limit is.
  const reviewRoom = wish.factIds === undefined ? room.reviews : null;
  const waiting = Math.max(0, counts.reviews - Math.max(0, reviewRoom ?? Infinity));
  // Where more reviews are due than the day allows, no fact is met anew.
  const [met, unseenCount] = await Promise.all([
    waiting > 0 ? [] : unseenFacts(user, wish, now, room.fresh),
    countUnseen(user, wish, now, room.fresh + MANY_UNSEEN),
  ]);
  const ordered = dueOrder<QueueEntry & { readonly factId: string }>(
    [...due.map((each) => ({ ...each, salience: 0 })), ...met.map((each) => ({ ...each, state: null }))],
    now,
    user.learner,
  );
  const { queue } = withinCap(ordered, reviewRoom);
  return {
    cards: await sittingOf(user, await withStates(user, queue.slice(0, limit)), now),
    left: counts.steps + counts.reviews - waiting + met.length + counts.ahead,
    heldBack: Math.min(MANY_UNSEEN, unseenCount - met.length),
    waiting,
  };
};

/** The facts with all that is kept of their memories. */
const withStates = async (
  user: User,
  entries: readonly { readonly factId: string; readonly salience: number }[],
): Promise<Entry[]> => {
  const rows = await (
    await db()
  ).memory.findMany({
    where: { userId: user.id, factId: { in: entries.map(({ factId }) => factId) } },
    select: { ...MEMORY_COLUMNS, factId: true },
  });
  const stateOf = new Map(rows.map((row) => [row.factId, toMemory(row)]));
  return entries.map(({ factId, salience }) => ({ factId, salience, state: stateOf.get(factId) ?? null }));
};

const metOf = ({ factId, prompt, context, answer, proof }: StudyCard): Met => ({
  factId,
  asked: [context ?? '', ...prompt.map((part) => (part.kind === 'text' ? part.text : '…'))].join(' '),
  answer,
  statement: proof.statement,
});

/** A fact to study, with the memory that the card finds. */
export type Entry = {
  readonly factId: string;
  readonly state: MemoryState | null;
  readonly salience: number;
};

/** Which facts of teachers' decks a pupil may study; absent: it is one's own decks that are studied. */
type GivenFacts = ReturnType<typeof assignedFacts>;

/** The cards of one sitting, in the order given; what another card of it tells waits for the next one. */
export const sittingOf = async (
  user: User,
  entries: readonly Entry[],
  now: Date,
  given?: GivenFacts,
): Promise<StudyCard[]> => withoutGiveaways(await cardsOf(user, entries, now, given), metOf);

/** The title of a deck of theirs. */
export const deckTitle = async (user: User, deckId: string): Promise<string> => {
  const deck = await (
    await db()
  ).deck.findFirst({ where: { id: deckId, userId: user.id }, select: { title: true } });
  if (deck === null) throw new Refusal('NOT_FOUND');
  return deck.title;
};

const refuseForeignDeck = async (user: User, deckId: string): Promise<void> => {
  await deckTitle(user, deckId);
};

type AskedRow = {
  id: string;
  form: string;
  prompt: string;
  context: string | null;
  answer: string;
  options: unknown;
};

const toAsked = (row: AskedRow) => {
  const question = {
    ...row,
    form: questionFormSchema.parse(row.form),
    options: z.array(optionSchema).parse(row.options),
  };
  // What is to be arranged may be stored as it is right.
  const options = hasParts(question.form)
    ? shownOptions(question, false, seededRandom(row.id))
    : question.options;
  return { ...question, options: options.map(({ text }) => text) };
};

/** Whether a sentence changed since the last answer. */
const isNews = (changedAt: Date | null, state: MemoryState | null): boolean =>
  changedAt !== null && state !== null && state.lastReview < changedAt;

/** The cards of these facts, in their order; a fact without a question has none. */
export const cardsOf = async (
  user: User,
  entries: readonly Entry[],
  now: Date,
  given?: GivenFacts,
): Promise<StudyCard[]> => {
  const database = await db();
  const choice = await dayChoice(user, now);
  const factIds = entries.map(({ factId }) => factId);
  const rows = await database.fact.findMany({
    where:
      given === undefined
        ? { id: { in: await ownFactIds(user, factIds) } }
        : { id: { in: factIds }, ...given },
    select: {
      id: true,
      statement: true,
      start: true,
      end: true,
      articleId: true,
      flag: true,
      before: true,
      changedAt: true,
      deck: { select: { title: true } },
      questions: {
        where: STUDY_QUESTION,
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: { id: true, form: true, prompt: true, context: true, answer: true, options: true },
      },
    },
  });
  const articleIds = [...new Set(rows.flatMap(({ articleId }) => articleId ?? []))];
  const articles = await database.article.findMany({
    where: {
      id: { in: articleIds },
      ...(given === undefined ? { deck: { userId: user.id } } : { facts: { some: given } }),
    },
    select: { id: true, title: true, text: true },
  });
  const articleOf = new Map(articles.map((article) => [article.id, article]));
  const factOf = new Map(rows.map((row) => [row.id, row]));
  return entries.flatMap(({ factId, state }) => {
    const fact = factOf.get(factId);
    if (fact === undefined) return [];
    const question = questionFor(fact.questions.map(toAsked), state);
    if (question === undefined) return [];
    const { start, end } = fact;
    const article = fact.articleId === null ? null : (articleOf.get(fact.articleId) ?? null);
    const waits = state !== null && state.phase !== 'review' && state.due > now;
    return {
      factId,
      mode: 'study',
      questionId: question.id,
      form: question.form,
      prompt: promptParts(question.prompt),
      context: question.context,
      answer: question.answer,
      options: question.options,
      deckTitle: fact.deck.title,
      // A flag on a teacher's fact is the teacher's.
      flag: given === undefined ? flagOf(fact.flag) : null,
      ...(given === undefined ? {} : { isGiven: true as const }),
      proof: proofOf(
        { statement: fact.statement, span: start === null || end === null ? null : { start, end } },
        article,
      ),
      before: isNews(fact.changedAt, state) ? fact.before : null,
      intervals: intervalsAt(user, { factId, state }, now, choice),
      waitsUntil: waits ? state.due.getTime() : null,
    };
  });
};
