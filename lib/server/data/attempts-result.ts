import 'server-only';
import { proofOf, type Proof } from '@/lib/facts/proof';
import type { QuestionForm } from '@/lib/model';
import { markAnswer } from '@/lib/quiz/mark';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import { storedPaperSchema, type StoredItem } from '@/lib/server/data/attempts-paper';
import type { User } from '@/lib/server/user';

/** An option as the result shows it. */
export type ResultOption = {
  readonly text: string;
  readonly isAnswer: boolean;
  readonly isGiven: boolean;
  /** For a wrong option that is right elsewhere: the sentence that says where. */
  readonly statement: string | null;
};

export type ResultItem = {
  readonly form: QuestionForm;
  readonly prompt: string;
  readonly context: string | null;
  readonly answer: string;
  /** `null`: not answered. */
  readonly given: string | null;
  readonly correct: boolean;
  readonly options: readonly ResultOption[];
  readonly proof: Proof;
};

/** A finished attempt, exactly as it was taken. */
export type AttemptResult = {
  readonly deckId: string;
  readonly deckTitle: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly score: number;
  readonly total: number;
  readonly items: readonly ResultItem[];
};

/** The result of an attempt; `null` while it is under way. @throws Refusal NOT_FOUND */
export const attemptResult = async (user: User, attemptId: string): Promise<AttemptResult | null> => {
  const row = await (
    await db()
  ).attempt.findFirst({
    where: { id: attemptId, userId: user.id },
    select: {
      deckTitle: true,
      startedAt: true,
      finishedAt: true,
      score: true,
      total: true,
      paper: true,
      quiz: { select: { deckId: true } },
      answers: { select: { position: true, given: true, correct: true } },
    },
  });
  if (row === null) throw new Refusal('NOT_FOUND');
  if (row.finishedAt === null) return null;
  const items = storedPaperSchema.parse(row.paper);
  const articles = await articlesOf(user, items);
  const answerAt = new Map(row.answers.map((answer) => [answer.position, answer]));
  return {
    deckId: row.quiz.deckId,
    deckTitle: row.deckTitle,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    score: row.score ?? 0,
    total: row.total,
    items: items.map((item, position) => {
      const answer = answerAt.get(position);
      const given = answer?.given ?? null;
      return {
        form: item.form,
        prompt: item.prompt,
        context: item.context,
        answer: item.answer,
        given,
        // As it was marked then, whatever the marking would say today.
        correct: answer?.correct ?? false,
        options: item.options.map((option) => toResultOption(item, option, given)),
        proof: proofOf(item, item.articleId === null ? null : (articles.get(item.articleId) ?? null)),
      };
    }),
  };
};

const toResultOption = (
  item: StoredItem,
  { text, factId }: StoredItem['options'][number],
  given: string | null,
): ResultOption => ({
  text,
  isAnswer: markAnswer(item, text).correct,
  isGiven: given !== null && text.trim() === given,
  statement: factId === null ? null : (item.optionStatements[factId] ?? null),
});

const articlesOf = async (user: User, items: readonly StoredItem[]) => {
  const ids = [...new Set(items.flatMap(({ articleId }) => articleId ?? []))];
  const rows = await (
    await db()
  ).article.findMany({
    where: { id: { in: ids }, deck: { userId: user.id } },
    select: { id: true, title: true, text: true },
  });
  return new Map(rows.map((article) => [article.id, article]));
};

/** The title of the deck and the facts that an attempt found missing: answered wrong, or not at all. @throws Refusal NOT_FOUND */
export const missedFacts = async (
  user: User,
  attemptId: string,
): Promise<{ deckTitle: string; factIds: string[] }> => {
  const row = await (
    await db()
  ).attempt.findFirst({
    where: { id: attemptId, userId: user.id, finishedAt: { not: null } },
    select: {
      deckTitle: true,
      paper: true,
      answers: { where: { correct: true }, select: { position: true } },
    },
  });
  if (row === null) throw new Refusal('NOT_FOUND');
  const right = new Set(row.answers.map(({ position }) => position));
  return {
    deckTitle: row.deckTitle,
    factIds: storedPaperSchema
      .parse(row.paper)
      .flatMap(({ factId }, position) => (right.has(position) ? [] : [factId])),
  };
};
