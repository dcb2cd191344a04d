import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  leftOutSchema,
  type Article,
  type DraftFact,
  type DraftQuestion,
  type FactStatus,
  type LeftOut,
} from '@/lib/model';
import type { ArticleReading } from '@/lib/questions/article-questions';
import type { Origin } from '@/lib/formats/origin';
import { Refusal } from '@/lib/refusal';
import { isClash } from '@/lib/server/data/clash';
import type { DeckName } from '@/lib/server/data/decks';
import { db, type Transaction } from '@/lib/server/db';
import { articleOriginSchema } from '@/lib/formats/origin-schema';
import type { User } from '@/lib/server/user';

/** Where an article goes: a deck that exists, or a new one of this title. */
export type DeckChoice =
  { readonly name: 'existing'; readonly id: string } | { readonly name: 'new'; readonly title: string };

export type NewArticle = Article & {
  readonly title: string;
  /** Where it comes from, in words. */
  readonly source: string;
  readonly origin?: Origin | null;
  /** SHA-256 of the text. */
  readonly hash: string;
};

export type StoredArticle = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** A BCP 47 language tag. */
  readonly language: string;
  readonly leftOut: readonly LeftOut[];
  readonly source: string;
  readonly origin: Origin | null;
  readonly createdAt: Date;
};

/** What is stored of a reading; the facts of `spare` wait until someone wants more. */
export type ReadingToStore = ArticleReading & { readonly spare?: Omit<ArticleReading, 'leftOut'> };

/** Milliseconds; the longest article has tens of thousands of rows, and the machine may be busy. */
const LONG_WRITE = { timeout: 120_000 };

/** Rows written by one statement. */
const ROWS_AT_ONCE = 2000;

/**
 * Stores an article with what was found in it, all or nothing.
 * @returns the deck's id.
 * @throws Refusal NOT_FOUND where the deck is not the person's, SAME_ARTICLE where it holds this text already.
 */
export const addArticle = async (
  user: User,
  choice: DeckChoice,
  article: NewArticle,
  reading: ReadingToStore,
): Promise<string> => {
  const database = await db();
  return database.$transaction(async (transaction: Transaction) => {
    const deckId = await chooseDeck(transaction, user, choice);
    const articleId = await insertArticle(transaction, deckId, article, reading.leftOut);
    const { facts, questions, spare } = reading;
    const all = [...facts, ...(spare?.facts ?? [])];
    const factRows = all.map((fact, position) => {
      const status: FactStatus = position < facts.length ? 'proposed' : 'spare';
      return toFactRow(fact, { deckId, articleId, position, status });
    });
    for (const rows of chunks(factRows)) await insertFacts(transaction, rows);
    const ids = new Map(all.map((fact, index) => [fact.key, factRows[index]?.id ?? '']));
    const asked = [...questions, ...(spare?.questions ?? [])];
    const questionRows = asked.map((question) => toQuestionRow(question, ids));
    for (const rows of chunks(questionRows)) await insertQuestions(transaction, rows);
    return deckId;
  }, LONG_WRITE);
};

const chooseDeck = async (transaction: Transaction, user: User, choice: DeckChoice): Promise<string> => {
  const select = { id: true };
  if (choice.name === 'new') {
    const data = { userId: user.id, title: choice.title };
    return (await transaction.deck.create({ data, select })).id;
  }
  const deck = await transaction.deck.findFirst({ where: { id: choice.id, userId: user.id }, select });
  if (deck === null) throw new Refusal('NOT_FOUND');
  return deck.id;
};

const insertArticle = async (
  transaction: Transaction,
  deckId: string,
  { title, text, source, origin, hash, language }: NewArticle,
  leftOut: readonly LeftOut[],
): Promise<string> => {
  try {
    const kept = origin === undefined || origin === null ? {} : { origin };
    const data = { deckId, title, text, source, hash, language, leftOut: [...leftOut], ...kept };
    return (await transaction.article.create({ data, select: { id: true } })).id;
  } catch (error) {
    if (isClash(error)) throw new Refusal('SAME_ARTICLE');
    throw error;
  }
};

const toFactRow = (
  { kind, answerType, statement, span, answerSpan, salience, confidence, leans }: DraftFact,
  place: { deckId: string; articleId: string; position: number; status: FactStatus },
) => ({
  ...place,
  id: randomUUID(),
  kind,
  answerType,
  statement,
  start: span.start,
  end: span.end,
  answerStart: answerSpan.start,
  answerEnd: answerSpan.end,
  salience,
  confidence,
  leans,
});

const toQuestionRow = (
  { factKey, form, prompt, context, answer, options, checks }: DraftQuestion,
  ids: ReadonlyMap<string, string>,
) => {
  const factId = ids.get(factKey);
  if (factId === undefined) throw new Error(`A question asks for a fact that was not read: ${factKey}`);
  return {
    id: randomUUID(),
    factId,
    form,
    prompt,
    context,
    answer,
    options: options.map((option) => ({
      text: option.text,
      factId: option.factKey === null ? null : (ids.get(option.factKey) ?? null),
    })),
    checks: [...checks],
  };
};

/**
 * Many rows by one statement that both dialects read alike: a dozen times as fast as `createMany`, and as long as
 * an article is written, whoever else wants to write waits.
 */
const insertFacts = (transaction: Transaction, rows: readonly ReturnType<typeof toFactRow>[]) =>
  transaction.$executeRaw`
    INSERT INTO "Fact" ("id", "deckId", "articleId", "kind", "answerType", "statement", "start", "end",
                        "answerStart", "answerEnd", "salience", "confidence", "leans", "status", "position",
                        "createdAt")
    SELECT value->>'id', value->>'deckId', "Article"."id", value->>'kind', value->>'answerType',
           value->>'statement', CAST(value->>'start' AS INTEGER), CAST(value->>'end' AS INTEGER),
           CAST(value->>'answerStart' AS INTEGER), CAST(value->>'answerEnd' AS INTEGER),
           CAST(value->>'salience' AS DOUBLE PRECISION), CAST(value->>'confidence' AS DOUBLE PRECISION),
           value->'leans', value->>'status', CAST(value->>'position' AS INTEGER),
           "Article"."createdAt"
    FROM json_each(${numbered(rows)}) JOIN "Article" ON "Article"."id" = value->>'articleId'`;

const insertQuestions = (transaction: Transaction, rows: readonly ReturnType<typeof toQuestionRow>[]) =>
  transaction.$executeRaw`
    INSERT INTO "Question" ("id", "factId", "form", "prompt", "context", "answer", "options", "checks",
                            "createdAt")
    SELECT value->>'id', "Fact"."id", value->>'form', value->>'prompt', value->>'context',
           value->>'answer', value->'options', value->'checks', "Fact"."createdAt"
    FROM json_each(${numbered(rows)}) JOIN "Fact" ON "Fact"."id" = value->>'factId'`;

/** Rows as one JSON object, since PostgreSQL's `json_each` takes no list. */
const numbered = (rows: readonly object[]): string => JSON.stringify(Object.fromEntries(rows.entries()));

const chunks = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, index) =>
    rows.slice(index * ROWS_AT_ONCE, (index + 1) * ROWS_AT_ONCE),
  );

/** The articles of a deck with their texts, in the order of adding; none where the deck is someone else's. */
export const articlesOf = async (user: User, deckId: string): Promise<StoredArticle[]> => {
  const rows = await (
    await db()
  ).article.findMany({
    where: { deckId, deck: { userId: user.id } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      title: true,
      text: true,
      language: true,
      leftOut: true,
      source: true,
      origin: true,
      createdAt: true,
    },
  });
  return rows.map((row) => ({
    ...row,
    leftOut: z.array(leftOutSchema).parse(row.leftOut ?? []),
    origin: articleOriginSchema.nullable().parse(row.origin),
  }));
};

/** The person's decks that hold the text with this hash, newest first. */
export const decksHolding = async (user: User, hash: string): Promise<DeckName[]> =>
  (await db()).deck.findMany({
    where: { userId: user.id, articles: { some: { hash } } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, title: true },
  });
