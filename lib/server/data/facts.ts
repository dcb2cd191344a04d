import 'server-only';
import { z } from 'zod';
import {
  factKindSchema,
  factStatusSchema,
  leanSchema,
  QUESTION_FORMS,
  type FactWithQuestions,
  type FactStatus,
  type Span,
} from '@/lib/model';
import { Refusal } from '@/lib/refusal';
import { deckOf } from '@/lib/server/data/decks';
import { QUESTION_COLUMNS, toQuestion } from '@/lib/server/data/questions';
import { db, type Transaction } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

/** The columns behind `toFact`. */
export const FACT_COLUMNS = {
  id: true,
  deckId: true,
  articleId: true,
  kind: true,
  statement: true,
  start: true,
  end: true,
  answerStart: true,
  answerEnd: true,
  salience: true,
  confidence: true,
  leans: true,
  status: true,
  before: true,
  questions: { select: QUESTION_COLUMNS },
} as const;

type FactRow = {
  id: string;
  deckId: string;
  articleId: string | null;
  kind: string;
  statement: string;
  start: number | null;
  end: number | null;
  answerStart: number | null;
  answerEnd: number | null;
  salience: number;
  confidence: number | null;
  leans: unknown;
  status: string;
  before: string | null;
  questions: unknown[];
};

const toSpan = (start: number | null, end: number | null): Span | null =>
  start === null || end === null ? null : { start, end };

/** A row of `FACT_COLUMNS` as a fact. @throws ZodError where the row holds what we do not write. */
export const toFact = ({
  start,
  end,
  answerStart,
  answerEnd,
  questions,
  ...row
}: FactRow): FactWithQuestions => ({
  ...row,
  kind: factKindSchema.parse(row.kind),
  leans: z.array(leanSchema).parse(row.leans ?? []),
  status: factStatusSchema.parse(row.status),
  span: toSpan(start, end),
  answerSpan: toSpan(answerStart, answerEnd),
  questions: questions
    .map(toQuestion)
    .sort((a, b) => QUESTION_FORMS.indexOf(a.form) - QUESTION_FORMS.indexOf(b.form)),
});

/**
 * The facts of a deck with their questions, as they follow in each article, then the cards without an article.
 * @throws Refusal NOT_FOUND
 */
export const factsOf = async (user: User, deckId: string): Promise<FactWithQuestions[]> => {
  await deckOf(user, deckId);
  const database = await db();
  const [rows, accepted] = await Promise.all([
    database.fact.findMany({
      where: { deckId, deck: { userId: user.id } },
      orderBy: [{ position: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
      select: FACT_COLUMNS,
    }),
    // Asked for by the deck: by the ids of its questions there may be too many of them for one question.
    database.acceptedAnswer.findMany({
      where: { question: { fact: { deckId, deck: { userId: user.id } } } },
      orderBy: { text: 'asc' },
      select: { questionId: true, text: true },
    }),
  ]);
  const textsOf = new Map<string, string[]>();
  for (const { questionId, text } of accepted)
    textsOf.set(questionId, [...(textsOf.get(questionId) ?? []), text]);
  return rows
    .sort((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity) || 0)
    .map((row) => {
      const fact = toFact(row);
      const questions = fact.questions.map((question) => {
        const texts = textsOf.get(question.id);
        return texts === undefined ? question : { ...question, accepted: texts };
      });
      return { ...fact, questions };
    });
};

/**
 * Accepts a fact, leaves it out or takes the decision back. Its questions go with it, but for those that were
 * removed one by one. @throws Refusal NOT_FOUND
 */
export const setFactStatus = async (user: User, factId: string, status: FactStatus): Promise<void> => {
  const deck = { userId: user.id };
  await (
    await db()
  ).$transaction(async (transaction: Transaction) => {
    const { count } = await transaction.fact.updateMany({ where: { id: factId, deck }, data: { status } });
    if (count === 0) throw new Refusal('NOT_FOUND');
    await transaction.question.updateMany({
      where: { factId, fact: { deck }, status: { not: 'rejected' } },
      data: { status: status === 'accepted' ? 'accepted' : 'proposed' },
    });
  });
};

/** Accepts all that a deck still proposes. @returns how many facts that were. @throws Refusal NOT_FOUND */
export const acceptProposed = async (user: User, deckId: string, articleId?: string): Promise<number> => {
  const deck = { userId: user.id };
  return (await db()).$transaction(async (transaction: Transaction) => {
    const found = await transaction.deck.findFirst({ where: { id: deckId, ...deck }, select: { id: true } });
    if (found === null) throw new Refusal('NOT_FOUND');
    const proposed = { deckId, deck, status: 'proposed', ...(articleId === undefined ? {} : { articleId }) };
    const data = { status: 'accepted' };
    // The questions first: afterwards their facts are no longer proposed.
    await transaction.question.updateMany({ where: { status: 'proposed', fact: proposed }, data });
    return (await transaction.fact.updateMany({ where: proposed, data })).count;
  });
};

/** Takes in what an article has to spare: proposed from now on. @returns how many facts. @throws Refusal NOT_FOUND */
export const takeInSpare = async (user: User, articleId: string): Promise<number> => {
  const database = await db();
  const article = await database.article.findFirst({
    where: { id: articleId, deck: { userId: user.id } },
    select: { id: true },
  });
  if (article === null) throw new Refusal('NOT_FOUND');
  const { count } = await database.fact.updateMany({
    where: { articleId, deck: { userId: user.id }, status: 'spare' },
    data: { status: 'proposed' },
  });
  return count;
};
