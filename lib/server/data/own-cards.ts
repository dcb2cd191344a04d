import 'server-only';
import { inOneLine } from '@/lib/key-parts';
import type { FactWithQuestions, QuestionForm, Span } from '@/lib/model';
import { checkEdit, tidyEdit } from '@/lib/questions/check-edit';
import { newOptions } from '@/lib/questions/edited-options';
import { Refusal } from '@/lib/refusal';
import { FACT_COLUMNS, toFact } from '@/lib/server/data/facts';
import { db, type Transaction } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

/** A card that a person writes. */
export type OwnCard = {
  /** How it is asked; left out: in words. */
  readonly form?: QuestionForm;
  readonly front: string;
  /** As lib/key-parts.ts has it where it has parts. */
  readonly back: string;
  /** The wrong options, where there are options. */
  readonly others?: readonly string[];
  /** The stretch of the article that it rests on. */
  readonly proof: { readonly articleId: string; readonly span: Span } | null;
};

/**
 * Adds a card of the person's own, kept at once.
 * @throws Refusal NOT_FOUND; INVALID for a span outside the text, or where `checkEdit` finds something.
 */
export const addCard = async (user: User, deckId: string, card: OwnCard): Promise<FactWithQuestions> =>
  (await db()).$transaction(async (transaction: Transaction) => {
    const deck = await transaction.deck.findFirst({
      where: { id: deckId, userId: user.id },
      select: { id: true, _count: { select: { facts: true } } },
    });
    if (deck === null) throw new Refusal('NOT_FOUND');
    const form = card.form ?? 'basic';
    const edit = tidyEdit(form, { prompt: card.front, answer: card.back, others: card.others ?? [] });
    if (Object.keys(checkEdit(form, edit)).length > 0) throw new Refusal('INVALID');
    const proof =
      card.proof === null ? null : await proofOf(transaction, { user, deckId, card, ...card.proof });
    const fact = await transaction.fact.create({
      data: {
        deckId,
        kind: 'statement',
        statement: `${edit.prompt} — ${inOneLine(form, edit.answer)}`,
        salience: 1,
        status: 'accepted',
        position: deck._count.facts,
        ...proof,
      },
      select: { id: true },
    });
    const question = { factId: fact.id, form, prompt: edit.prompt, answer: edit.answer };
    const options = newOptions(form, edit, fact.id);
    await transaction.question.create({
      data: { ...question, options, checks: [], origin: 'user', status: 'accepted' },
      select: { id: true },
    });
    return toFact(await transaction.fact.findUniqueOrThrow({ where: { id: fact.id }, select: FACT_COLUMNS }));
  });

type Proof = { user: User; deckId: string; card: OwnCard; articleId: string; span: Span };

/** What a card's fact takes from the article: the stretch, word for word, and where the answer stands in it. */
const proofOf = async (transaction: Transaction, { user, deckId, card, articleId, span }: Proof) => {
  const article = await transaction.article.findFirst({
    where: { id: articleId, deckId, deck: { userId: user.id } },
    select: { text: true },
  });
  if (article === null) throw new Refusal('NOT_FOUND');
  const statement = article.text.slice(span.start, span.end);
  if (statement.trim() === '' || span.end > article.text.length) throw new Refusal('INVALID');
  const at = statement.indexOf(card.back);
  const answerStart = at === -1 ? null : span.start + at;
  return {
    articleId,
    statement,
    start: span.start,
    end: span.end,
    answerStart,
    answerEnd: answerStart === null ? null : answerStart + card.back.length,
  };
};
