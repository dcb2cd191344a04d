import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { mediaParts } from '@/lib/formats/media-marks';
import { planImport, type ImportPlan, type PlannedCard } from '@/lib/formats/import-plan';
import { IMPORTED } from '@/lib/formats/own-words';
import { contentOf, type SetCard, type StudySet } from '@/lib/formats/study-set';
import { detectLanguage } from '@/lib/language/language-guess';
import { replayFact, type LoggedReview } from '@/lib/memory/log';
import { sumTallies, tallyOfLog, type HourTally } from '@/lib/memory/tally';
import type { MemoryState, QuestionForm } from '@/lib/model';
import { keyTexts } from '@/lib/quiz/shown-options';
import { Refusal } from '@/lib/refusal';
import type { DeckChoice } from '@/lib/server/data/articles';
import { noteDue } from '@/lib/server/data/day-load';
import { storeMedia } from '@/lib/server/data/media';
import { addTallies, holdMemories, writeMemories } from '@/lib/server/data/reviews-append';
import { db, type Transaction } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

/** Milliseconds; the largest import has tens of thousands of rows. */
const LONG_WRITE = { timeout: 120_000 };
const ROWS_AT_ONCE = 500;
const MEMORIES_AT_ONCE = 200;
const SLICE_MS = 15;
/** An hour: more for one card says that nobody was there. */
const LONGEST_ANSWER_MS = 3_600_000;

export type Imported = {
  readonly deckId: string;
  readonly cards: number;
  readonly reviews: number;
};

export type ImportWish = {
  readonly deck: DeckChoice;
  /** What the file is called. */
  readonly fileName: string;
  readonly history: boolean;
  readonly now: Date;
};

/** What a deck of theirs holds already, as by `contentOf`; nothing where there is none yet. @throws Refusal NOT_FOUND */
export const contentsOf = async (user: User, deck: DeckChoice): Promise<ReadonlySet<string>> => {
  if (deck.name === 'new') return new Set();
  const rows = await (
    await db()
  ).question.findMany({
    where: { fact: { deckId: deck.id, deck: { userId: user.id }, status: { not: 'rejected' } } },
    select: { prompt: true, answer: true },
  });
  return new Set(rows.map(contentOf));
};

type Life = {
  readonly rows: readonly ReviewRow[];
  readonly state: MemoryState;
  readonly tallies: HourTally[];
};
type ReviewRow = ReturnType<typeof toReviewRow>;

const toReviewRow = (
  user: User,
  place: { readonly factId: string; readonly questionId: string; readonly form: QuestionForm },
  review: SetCard['reviews'][number],
) => ({
  ...place,
  id: randomUUID(),
  userId: user.id,
  at: review.at,
  rating: review.rating,
  mode: review.practice ? 'practice' : 'study',
  elapsedMs: review.elapsedMs === null ? null : Math.min(review.elapsedMs, LONGEST_ANSWER_MS),
  zone: user.learner.zone,
  dayStart: user.learner.dayStart,
  retention: user.learner.retention,
  interval: review.days,
  undoes: null,
  corrects: null,
});

const toLogged = (user: User, row: ReviewRow): LoggedReview => ({
  ...row,
  mode: row.mode === 'practice' ? 'practice' : 'study',
  learner: user.learner,
});

/**
 * The answers of the past as rows of the log, and what a replay of them gives. Answers of one fact come at times of
 * their own, so that their order is certain; what lies in the future is no answer.
 */
const lifeOf = (user: User, fact: FactRows, { card }: PlannedCard, now: Date): Life | null => {
  let last = 0;
  const [question] = fact.questions;
  if (question === undefined) return null;
  const place = { factId: fact.id, questionId: question.id, form: question.form };
  const rows = [...card.reviews]
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map((review) => {
      last = Math.max(review.at.getTime(), last + 1);
      return toReviewRow(user, place, { ...review, at: new Date(last) });
    });
  const log = rows.map((row) => toLogged(user, row));
  const state = replayFact(log);
  return state === null ? null : { rows, state, tallies: tallyOfLog(log) };
};

type FactRows = { readonly id: string; readonly questions: readonly { id: string; form: QuestionForm }[] };

const renameIn =
  (names: ReadonlyMap<string, string>) =>
  (text: string): string =>
    names.size === 0
      ? text
      : mediaParts(text)
          .map((part) =>
            part.kind === 'text' ? part.text : `[${part.kind}: ${names.get(part.name) ?? part.name}]`,
          )
          .join('');

/** The set with media under the names by which they are kept. */
const withNames = (set: StudySet, names: ReadonlyMap<string, string>): StudySet => {
  const rename = renameIn(names);
  const orNull = (text: string | null): string | null => (text === null ? null : rename(text));
  return {
    ...set,
    cards: set.cards.map((card) => ({
      ...card,
      proof: orNull(card.proof),
      extra: orNull(card.extra),
      questions: card.questions.map((question) => ({
        ...question,
        prompt: rename(question.prompt),
        answer: rename(question.answer),
        context: orNull(question.context),
        options: question.options.map((option) => ({ ...option, text: rename(option.text) })),
      })),
    })),
  };
};

/**
 * Writes a set into a deck, all or nothing: its cards as facts that are kept, each proved by its own words in a text of
 * them all; where `history` is wished its past answers as rows of the log, and the memory that they give.
 * @throws Refusal NOT_FOUND for a deck that is not theirs, SAME_ARTICLE where nothing of it is new.
 */
export const importSet = async (user: User, set: StudySet, wish: ImportWish): Promise<Imported> => {
  const present = await contentsOf(user, wish.deck);
  const database = await db();
  return database.$transaction(async (transaction: Transaction) => {
    const held = await holdMemories(transaction, user);
    const names = await storeMedia(transaction, held, set.media);
    const plan = planImport(withNames(set, names), present);
    if (plan.cards.length === 0) throw new Refusal(plan.known > 0 ? 'SAME_ARTICLE' : 'EMPTY_TEXT');
    const deckId = await chooseDeck(transaction, held, wish.deck);
    const facts = await writeFacts(transaction, { deckId, title: set.title, fileName: wish.fileName }, plan);
    const reviews = wish.history
      ? await writeLives(transaction, held, { deckId, facts, plan, now: wish.now })
      : 0;
    return { deckId, cards: facts.length, reviews };
  }, LONG_WRITE);
};

const chooseDeck = async (transaction: Transaction, user: User, deck: DeckChoice): Promise<string> => {
  const select = { id: true };
  if (deck.name === 'new') {
    return (await transaction.deck.create({ data: { userId: user.id, title: deck.title }, select })).id;
  }
  const found = await transaction.deck.findFirst({ where: { id: deck.id, userId: user.id }, select });
  if (found === null) throw new Refusal('NOT_FOUND');
  return found.id;
};

type Place = { readonly deckId: string; readonly title: string; readonly fileName: string };

const writeFacts = async (
  transaction: Transaction,
  { deckId, title, fileName }: Place,
  { text, cards }: ImportPlan,
): Promise<FactRows[]> => {
  const article = await transaction.article.create({
    data: {
      deckId,
      title: `${title} (imported cards)`,
      text,
      source: `${IMPORTED} of ${fileName}: the text is their own words`,
      hash: createHash('sha256').update(text).digest('hex'),
      language: detectLanguage(text.slice(0, 100_000)),
    },
    select: { id: true },
  });
  const facts = cards.map((planned, position) => ({
    id: randomUUID(),
    planned,
    position,
    questions: planned.card.questions.map((question) => ({ ...question, id: randomUUID() })),
  }));
  for (const rows of chunks(facts)) {
    await transaction.fact.createMany({
      data: rows.map(({ id, position, planned: { card, statement, span, answerSpan } }) => ({
        id,
        deckId,
        articleId: article.id,
        kind: 'statement',
        statement,
        start: span.start,
        end: span.end,
        answerStart: answerSpan?.start ?? null,
        answerEnd: answerSpan?.end ?? null,
        status: 'accepted',
        position,
        suspended: card.suspended,
        source: card.proof === null ? null : (card.source ?? ''),
        ...(card.tags.length === 0 ? {} : { tags: [...card.tags] }),
      })),
    });
  }
  const questions = facts.flatMap(({ id: factId, questions: own }) =>
    own.map(({ id, form, prompt, context, answer, options }) => ({
      id,
      factId,
      form,
      prompt,
      context,
      answer,
      options: options.map((option) => ({
        text: option.text,
        factId: keyTexts({ form, answer }).includes(option.text) ? factId : null,
      })),
      checks: [],
      origin: 'user',
      status: 'accepted',
    })),
  );
  for (const rows of chunks(questions)) await transaction.question.createMany({ data: rows });
  return facts;
};

type Past = {
  readonly deckId: string;
  readonly facts: readonly FactRows[];
  readonly plan: ImportPlan;
  readonly now: Date;
};

const writeLives = async (
  transaction: Transaction,
  user: User,
  { deckId, facts, plan, now }: Past,
): Promise<number> => {
  const lives = new Map<string, Life>();
  let since = performance.now();
  for (const [index, fact] of facts.entries()) {
    const planned = plan.cards[index];
    const life = planned === undefined ? null : lifeOf(user, fact, planned, now);
    if (life !== null) lives.set(fact.id, life);
    if (performance.now() - since < SLICE_MS) continue;
    await setImmediate(); // others are answered meanwhile
    since = performance.now();
  }
  for (const { state } of lives.values()) noteDue(user, state);
  const rows = [...lives.values()].flatMap((life) => life.rows);
  for (const part of chunks(rows)) await transaction.review.createMany({ data: part });
  for (const part of chunks([...lives], MEMORIES_AT_ONCE)) {
    await writeMemories(transaction, user, new Map(part.map(([factId, { state }]) => [factId, state])));
    const ids = part.map(([factId]) => factId);
    await transaction.fact.updateMany({
      where: { id: { in: ids }, deck: { userId: user.id } },
      data: { met: true },
    });
  }
  const sums = sumTallies([...lives.values()].flatMap(({ tallies }) => tallies));
  for (const part of chunks(sums, MEMORIES_AT_ONCE)) await addTallies(transaction, user, deckId, part);
  return rows.length;
};

const chunks = <T>(rows: readonly T[], size = ROWS_AT_ONCE): T[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  );
