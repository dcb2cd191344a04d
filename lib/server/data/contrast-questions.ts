import 'server-only';
import { z } from 'zod';
import { optionSchema } from '@/lib/model';
import { isSameAnswer } from '@/lib/quiz/typed-answer';
import { Refusal } from '@/lib/refusal';
import { db, type Transaction } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

/** What was taken for the answer of a fact, and the fact that it would be right for, where one is known. */
export type ContrastWish = {
  readonly factId: string;
  readonly taken: string;
  readonly takenFactId: string | null;
};

type Side = {
  readonly factId: string;
  readonly prompt: string;
  readonly context: string | null;
  readonly answer: string;
};

/** How a kept fact of theirs is asked as a choice; from its gap where it is not. `null` where neither is. */
const sideOf = async (transaction: Transaction, user: User, factId: string): Promise<Side | null> => {
  const rows = await transaction.question.findMany({
    where: {
      factId,
      status: 'accepted',
      form: { in: ['choice', 'cloze'] },
      fact: { status: 'accepted', deck: { userId: user.id } },
    },
    // A choice comes before a cloze, and what was there first before what was made of it.
    orderBy: [{ form: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    select: { form: true, prompt: true, context: true, answer: true },
  });
  const row = rows.find(({ form }) => form === 'choice') ?? rows[0];
  return row === undefined ? null : { factId, prompt: row.prompt, context: row.context, answer: row.answer };
};

/** Asks `side` with the other answer as the only wrong option; answers whether it was not asked so before. */
const ask = async (
  transaction: Transaction,
  { factId, prompt, context, answer }: Side,
  other: { readonly text: string; readonly factId: string | null },
): Promise<boolean> => {
  const rows = await transaction.question.findMany({
    where: { factId, form: 'choice', status: { not: 'rejected' } },
    select: { options: true },
  });
  const isThere = rows.some(({ options }) => {
    const texts = z
      .array(optionSchema)
      .parse(options)
      .map(({ text }) => text);
    return texts.length === 2 && texts.includes(other.text);
  });
  if (isThere) return false;
  await transaction.question.create({
    data: {
      factId,
      form: 'choice',
      prompt,
      context,
      answer,
      options: [{ text: answer, factId }, other],
      checks: [],
      origin: 'user',
      status: 'accepted',
    },
    select: { id: true },
  });
  return true;
};

/**
 * Makes questions that ask for the difference between two answers that were mixed up: the fact that was asked with
 * both as its only options and, where the other answer has a kept fact of its own, that one as well. Those that are
 * there already are not made again; answers how many are new.
 * @throws Refusal NOT_FOUND; INVALID where the two are one answer.
 */
export const askTheDifference = async (
  user: User,
  { factId, taken, takenFactId }: ContrastWish,
): Promise<number> =>
  (await db()).$transaction(async (transaction) => {
    const side = await sideOf(transaction, user, factId);
    if (side === null) throw new Refusal('NOT_FOUND');
    if (isSameAnswer(side.answer, taken)) throw new Refusal('INVALID');
    const back = takenFactId === null ? null : await sideOf(transaction, user, takenFactId);
    const made = [await ask(transaction, side, { text: taken, factId: back?.factId ?? null })];
    // The other fact may be asked for something else than what was chosen here.
    if (back !== null && isSameAnswer(back.answer, taken))
      made.push(await ask(transaction, back, { text: side.answer, factId }));
    return made.filter(Boolean).length;
  });
