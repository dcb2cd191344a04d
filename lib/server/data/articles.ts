import 'server-only';
import { z } from 'zod';
import { leftOutSchema, type Article, type FactStatus, type LeftOut } from '@/lib/model';
import type { ArticleReading } from '@/lib/questions/article-questions';
import type { Origin } from '@/lib/formats/origin';
import { Refusal } from '@/lib/refusal';
import {
  insertFacts,
  insertQuestions,
  LONG_WRITE,
  toFactRow,
  toQuestionRow,
} from '@/lib/server/data/article-rows';
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
  /** When its text was last replaced by a later version; `null`: never. */
  readonly revisedAt: Date | null;
};

/** What is stored of a reading; the facts of `spare` wait until someone wants more. */
export type ReadingToStore = ArticleReading & { readonly spare?: Omit<ArticleReading, 'leftOut'> };

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
    await insertFacts(transaction, factRows);
    const ids = new Map(all.map((fact, index) => [fact.key, factRows[index]?.id ?? '']));
    const asked = [...questions, ...(spare?.questions ?? [])];
    await insertQuestions(
      transaction,
      asked.map((question) => toQuestionRow(question, ids)),
    );
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
      revisedAt: true,
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
