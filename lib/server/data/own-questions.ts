import 'server-only';
import { BLANK } from '@/lib/blank';
import type { FactWithQuestions, Span } from '@/lib/model';
import { checkEdit, tidyEdit } from '@/lib/questions/check-edit';
import { Refusal } from '@/lib/refusal';
import { FACT_COLUMNS, toFact } from '@/lib/server/data/facts';
import { db, type Transaction } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

/** A question that a person makes of a sentence of an article by choosing the words to ask for. */
export type SentenceQuestion = {
  readonly articleId: string;
  /** The sentence. */
  readonly span: Span;
  /** What is asked for; inside `span`. */
  readonly answerSpan: Span;
  /** With a gap it is a cloze, without one a question in words. */
  readonly prompt: string;
};

const isInside = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/**
 * Stores a question on a sentence, kept at once.
 * @throws Refusal NOT_FOUND; INVALID where the sentence is not in the article, the answer not in the sentence or
 *   all of it, or `checkEdit` finds something.
 */
export const askAboutSentence = async (
  user: User,
  { articleId, span, answerSpan, prompt }: SentenceQuestion,
): Promise<FactWithQuestions> =>
  (await db()).$transaction(async (transaction: Transaction) => {
    const article = await transaction.article.findFirst({
      where: { id: articleId, deck: { userId: user.id } },
      select: { deckId: true, text: true, deck: { select: { _count: { select: { facts: true } } } } },
    });
    if (article === null) throw new Refusal('NOT_FOUND');
    const { deckId, text } = article;
    const statement = text.slice(span.start, span.end);
    const answer = text.slice(answerSpan.start, answerSpan.end);
    if (span.end > text.length || !isInside(answerSpan, span)) throw new Refusal('INVALID');
    if (answer.trim() !== answer || answer === statement.trim()) throw new Refusal('INVALID');
    const form = prompt.includes(BLANK) ? 'cloze' : 'basic';
    const edit = tidyEdit(form, { prompt, answer, others: [] });
    if (Object.keys(checkEdit(form, edit)).length > 0) throw new Refusal('INVALID');
    const fact = await transaction.fact.create({
      data: {
        deckId,
        articleId,
        kind: 'statement',
        statement,
        start: span.start,
        end: span.end,
        answerStart: answerSpan.start,
        answerEnd: answerSpan.end,
        salience: 1,
        status: 'accepted',
        position: article.deck._count.facts,
      },
      select: { id: true },
    });
    await transaction.question.create({
      data: {
        factId: fact.id,
        form,
        prompt: edit.prompt,
        answer,
        options: [],
        checks: [],
        origin: 'user',
        status: 'accepted',
      },
      select: { id: true },
    });
    return toFact(await transaction.fact.findUniqueOrThrow({ where: { id: fact.id }, select: FACT_COLUMNS }));
  });
