import 'server-only';
import { z } from 'zod';
import type { Origin } from '@/lib/formats/origin';
import { IMPORTED } from '@/lib/formats/own-words';
import { articleOriginSchema } from '@/lib/formats/origin-schema';
import { sentenceChanges, type SentenceChange } from '@/lib/facts/sentence-changes';
import { readSentences } from '@/lib/language/sentences';
import { factStatusSchema, leanSchema, type Span, type Status } from '@/lib/model';
import type { ArticleQuestions } from '@/lib/questions/article-questions';
import { carryOver, type CarryOver, type ChangedFact } from '@/lib/questions/carry-over';
import type { NewPlace, OldFact } from '@/lib/questions/old-facts';
import { Refusal } from '@/lib/refusal';
import {
  insertFacts,
  insertQuestions,
  LONG_WRITE,
  moveFacts,
  toFactRow,
  toQuestionRow,
} from '@/lib/server/data/article-rows';
import type { NewArticle } from '@/lib/server/data/articles';
import { isClash } from '@/lib/server/data/clash';
import { QUESTION_COLUMNS, toQuestion } from '@/lib/server/data/questions';
import { db, DbNull, type Transaction } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

export type UpdatableArticle = {
  readonly id: string;
  readonly deckId: string;
  readonly title: string;
  readonly text: string;
  readonly hash: string;
  readonly language: string;
  readonly source: string;
  readonly origin: Origin | null;
};

const NOTHING_TOLD = { before: null, changedAt: null } as const;

/** How many facts an update let be, changed, archived, and found. */
export type UpdateCounts = {
  readonly same: number;
  readonly changed: number;
  readonly archived: number;
  readonly fresh: number;
};

const ARTICLE_COLUMNS = {
  id: true,
  deckId: true,
  title: true,
  text: true,
  hash: true,
  language: true,
  source: true,
  origin: true,
} as const;

/** One article of theirs as it is now. @throws Refusal NOT_FOUND */
export const articleToUpdate = async (user: User, articleId: string): Promise<UpdatableArticle> => {
  const row = await (
    await db()
  ).article.findFirst({ where: { id: articleId, deck: { userId: user.id } }, select: ARTICLE_COLUMNS });
  // The text of imported cards is made of the cards: there is nothing that it could be a version of.
  if (row === null || row.source.startsWith(IMPORTED)) throw new Refusal('NOT_FOUND');
  return { ...row, origin: articleOriginSchema.nullable().parse(row.origin) };
};

/** What happens to the sentences of an article if `text` takes the place of its text. */
export const changesTo = (
  before: { readonly text: string; readonly language: string },
  after: { readonly text: string; readonly language: string },
): SentenceChange[] =>
  sentenceChanges(
    { text: before.text, sentences: readSentences(before.text, before.language) },
    { text: after.text, sentences: readSentences(after.text, after.language) },
  );

/** Where the facts of an article stand that are kept, in their order: for saying whom a change touches. */
export const factPlaces = async (user: User, articleId: string): Promise<Span[]> => {
  const rows = await (
    await db()
  ).fact.findMany({
    where: {
      articleId,
      deck: { userId: user.id },
      status: 'accepted',
      start: { not: null },
      end: { not: null },
    },
    orderBy: { start: 'asc' },
    select: { start: true, end: true },
  });
  return rows.map(({ start, end }) => ({ start: start ?? 0, end: end ?? 0 }));
};

export type ArticleRevision = {
  readonly article: NewArticle;
  readonly reading: ArticleQuestions;
  /** The hash of the text that the revision was compared with. */
  readonly fromHash: string;
  readonly now: Date;
};

/**
 * Puts a later version of an article in the place of the one that is there, with all that follows for its facts, in one
 * transaction. The log of reviews, papers that were taken and what was played stay as they are.
 * @throws Refusal NOT_FOUND; STALE_ARTICLE where its text is no longer the one that was compared; SAME_ARTICLE where
 *   the deck holds the new text already.
 */
export const updateArticle = async (
  user: User,
  articleId: string,
  { article, reading, fromHash, now }: ArticleRevision,
): Promise<UpdateCounts> =>
  (await db()).$transaction(async (transaction: Transaction) => {
    const where = { id: articleId, deck: { userId: user.id } };
    const before = await transaction.article.findFirst({ where, select: ARTICLE_COLUMNS });
    if (before === null) throw new Refusal('NOT_FOUND');
    await takePlace(transaction, { ...where, hash: fromHash }, article, now);
    const facts = await oldFactsOf(transaction, user, articleId);
    const changes = changesTo(before, article);
    const plan = carryOver({ before: before.text, after: article.text, changes, facts, reading });
    const leftOut = reading.leftOut.filter(
      ({ span }) => !plan.moved.some(({ place }) => place.span.start === span.start),
    );
    await transaction.article.updateMany({ where, data: { leftOut: [...leftOut] } });
    await moveFacts(
      transaction,
      articleId,
      plan.moved.map(({ id, place }) => ({ id, ...columnsOf(place) })),
    );
    await bringBack(transaction, plan, facts);
    const ids = await insertFresh(transaction, { deckId: before.deckId, articleId }, plan, facts.length);
    const factOf = new Map(facts.map((fact) => [fact.id, fact]));
    for (const changed of plan.changed) {
      // Whoever has not met the last change yet is told both as one.
      const old = factOf.get(changed.id);
      const shown = old?.isUnseen === true ? (old.before ?? changed.before) : changed.before;
      const told = shown === changed.place.statement ? NOTHING_TOLD : { before: shown, changedAt: now };
      await changeFact(transaction, changed, ids, told);
    }
    const gone = { start: null, end: null, answerStart: null, answerEnd: null, ...NOTHING_TOLD };
    for (const id of plan.unproved)
      await transaction.fact.updateMany({ where: { id, articleId }, data: gone });
    for (const id of plan.archived) {
      await transaction.fact.updateMany({ where: { id, articleId }, data: { ...gone, status: 'archived' } });
    }
    for (const id of plan.dropped) {
      await transaction.fact.deleteMany({ where: { id, articleId, met: false, reviews: { none: {} } } });
    }
    return {
      same: plan.moved.length,
      changed: plan.changed.length,
      archived: plan.archived.length + plan.unproved.length,
      fresh: plan.fresh.facts.length,
    };
  }, LONG_WRITE);

/** Writes the article itself; of two that want to at once, one finds another text than it compared with. */
const takePlace = async (
  transaction: Transaction,
  where: { id: string; deck: { userId: string }; hash: string },
  { text, source, origin, hash, language }: NewArticle,
  now: Date,
): Promise<void> => {
  try {
    const kept = origin === undefined || origin === null ? {} : { origin };
    const data = { text, source, hash, language, revisedAt: now, ...kept };
    const { count } = await transaction.article.updateMany({ where, data });
    if (count === 0) throw new Refusal('STALE_ARTICLE');
  } catch (error) {
    if (isClash(error)) throw new Refusal('SAME_ARTICLE');
    throw error;
  }
};

const spanOf = (start: number | null, end: number | null) =>
  start === null || end === null ? null : { start, end };

type StoredOld = OldFact & { readonly before: string | null; readonly isUnseen: boolean };

const oldFactsOf = async (transaction: Transaction, user: User, articleId: string): Promise<StoredOld[]> => {
  const rows = await transaction.fact.findMany({
    where: { articleId, deck: { userId: user.id } },
    orderBy: [{ start: 'asc' }, { position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      kind: true,
      answerType: true,
      statement: true,
      start: true,
      end: true,
      answerStart: true,
      answerEnd: true,
      leans: true,
      status: true,
      met: true,
      before: true,
      changedAt: true,
      questions: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], select: QUESTION_COLUMNS },
      memories: { where: { userId: user.id }, select: { lastReview: true } },
    },
  });
  return rows.map(({ start, end, answerStart, answerEnd, changedAt, memories: [memory], ...row }) => ({
    ...row,
    span: spanOf(start, end),
    answerSpan: spanOf(answerStart, answerEnd),
    leans: z.array(leanSchema).parse(row.leans ?? []),
    status: factStatusSchema.parse(row.status),
    questions: row.questions.map(toQuestion),
    isUnseen: changedAt !== null && (memory === undefined || memory.lastReview < changedAt),
  }));
};

const columnsOf = ({ statement, span, answerSpan, leans }: NewPlace) => ({
  statement,
  start: span.start,
  end: span.end,
  answerStart: answerSpan?.start ?? null,
  answerEnd: answerSpan?.end ?? null,
  leans,
});

/** Facts whose sentence the article says again: asked again where they were learned, else proposed. */
const bringBack = async (
  transaction: Transaction,
  plan: CarryOver,
  facts: readonly OldFact[],
): Promise<void> => {
  const factOf = new Map(facts.map((fact) => [fact.id, fact]));
  for (const { id, isBack } of plan.moved) {
    const fact = factOf.get(id);
    if (!isBack || fact?.status !== 'archived') continue;
    const status: Status = fact.met ? 'accepted' : 'proposed';
    await transaction.fact.updateMany({ where: { id }, data: { status } });
  }
};

/** The new facts with their questions. @returns by the key of each draft the fact that it is. */
const insertFresh = async (
  transaction: Transaction,
  place: { readonly deckId: string; readonly articleId: string },
  { fresh, standsFor }: CarryOver,
  from: number,
): Promise<Map<string, string>> => {
  const { facts, questions, spare } = fresh;
  const all = [...facts, ...spare.facts];
  const rows = all.map((fact, index) =>
    toFactRow(fact, {
      ...place,
      position: from + index,
      status: index < facts.length ? 'proposed' : 'spare',
    }),
  );
  await insertFacts(transaction, rows);
  const ids = new Map([
    ...standsFor,
    ...all.map((fact, index) => [fact.key, rows[index]?.id ?? ''] as const),
  ]);
  await insertQuestions(
    transaction,
    [...questions, ...spare.questions].map((question) => toQuestionRow(question, ids)),
  );
  return ids;
};

const changeFact = async (
  transaction: Transaction,
  { id, place, draft, questions }: ChangedFact,
  ids: ReadonlyMap<string, string>,
  told: { readonly before: string | null; readonly changedAt: Date | null },
): Promise<void> => {
  const fact = await transaction.fact.update({
    where: { id },
    data: {
      ...columnsOf(place),
      leans: [...place.leans],
      ...(draft === null
        ? {}
        : {
            kind: draft.kind,
            answerType: draft.answerType,
            salience: draft.salience,
            confidence: draft.confidence,
          }),
      ...told,
    },
    select: { status: true },
  });
  for (const question of questions.rewritten) {
    const where = { id: question.id, factId: id };
    if ('prompt' in question) {
      await transaction.question.updateMany({ where, data: { prompt: question.prompt, checks: [] } });
      continue;
    }
    const row = toQuestionRow(question.draft, ids);
    const { prompt, context, answer, options, otherDistractors = DbNull, checks } = row;
    await transaction.question.updateMany({
      where,
      data: { prompt, context, answer, options, otherDistractors, checks },
    });
  }
  if (questions.setAside.length > 0) {
    const where = { id: { in: [...questions.setAside] }, factId: id };
    await transaction.question.updateMany({ where, data: { status: 'rejected' } });
  }
  const status: Status = fact.status === 'accepted' ? 'accepted' : 'proposed';
  await insertQuestions(
    transaction,
    questions.added.map((added) => ({ ...toQuestionRow(added, ids, status), factId: id })),
  );
};
