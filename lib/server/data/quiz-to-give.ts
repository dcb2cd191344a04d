import 'server-only';
import type { QuizSettings } from '@/lib/quiz/settings';
import { Refusal } from '@/lib/refusal';
import { storedPaperSchema, type StoredItem } from '@/lib/server/data/attempts-paper';
import { settingsOf } from '@/lib/server/data/quizzes';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

/** A quiz that somebody has taken for themselves, with its questions as they were last put to them. */
export type QuizToGive = {
  readonly deckId: string;
  readonly deckTitle: string;
  readonly settings: QuizSettings;
  readonly takenAt: Date;
  readonly paper: readonly StoredItem[];
};

/**
 * What a class gets of a quiz of theirs: the questions of their last attempt, but for those that were removed from
 * the deck since.
 * @throws Refusal NOT_FOUND, also where nothing of it is left
 */
export const quizToGive = async (user: User, quizId: string): Promise<QuizToGive> => {
  const database = await db();
  const quiz = await database.quiz.findFirst({
    where: { id: quizId, userId: user.id },
    select: {
      deckId: true,
      count: true,
      settings: true,
      deck: { select: { title: true } },
      attempts: {
        where: { userId: user.id },
        orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
        take: 1,
        select: { paper: true, startedAt: true, deckTitle: true },
      },
    },
  });
  const [taken] = quiz?.attempts ?? [];
  if (quiz === null || taken === undefined) throw new Refusal('NOT_FOUND');
  const put = storedPaperSchema.parse(taken.paper);
  const kept = await database.fact.findMany({
    where: { id: { in: put.map(({ factId }) => factId) }, deck: { userId: user.id } },
    select: { id: true },
  });
  const there = new Set(kept.map(({ id }) => id));
  const paper = put.filter(({ factId }) => there.has(factId));
  if (paper.length === 0) throw new Refusal('NOT_FOUND');
  const settings = settingsOf(quiz.settings, quiz.count);
  return {
    deckId: quiz.deckId,
    deckTitle: settings.alsoDeckIds.length === 0 ? quiz.deck.title : taken.deckTitle,
    settings,
    takenAt: taken.startedAt,
    paper,
  };
};
