import 'server-only';
import { hasParts } from '@/lib/forms';
import type { LiveItem } from '@/lib/live/session';
import { answerTypeSchema, factKindSchema } from '@/lib/model';
import { adviceOn } from '@/lib/quiz/item-advice';
import {
  internalConsistency,
  itemOf,
  itemStatistics,
  type ItemAnswer,
  type ItemStatistics,
} from '@/lib/quiz/item-statistics';
import { markAnswer } from '@/lib/quiz/mark';
import { betterDistractor, type FactAnswer } from '@/lib/quiz/better-distractor';
import type { QuizItem, QuizItems } from '@/lib/quiz/quiz-items';
import { Refusal } from '@/lib/refusal';
import { storedPaperSchema, type StoredItem } from '@/lib/server/data/attempts-paper';
import { quizLiveResults } from '@/lib/server/data/live-report';
import { settingsOf } from '@/lib/server/data/quizzes';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

/**
 * What the first attempts at a quiz say of its questions. Only whoever made the quiz may ask.
 * @throws Refusal NOT_FOUND
 */
export const quizItems = async (user: User, quizId: string): Promise<QuizItems> => {
  const database = await db();
  const quiz = await database.quiz.findFirst({
    where: { id: quizId, userId: user.id },
    select: { deckId: true, count: true, settings: true, deck: { select: { title: true } } },
  });
  if (quiz === null) throw new Refusal('NOT_FOUND');
  const attempts = await database.attempt.findMany({
    where: { quizId, finishedAt: { not: null } },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      userId: true,
      paper: true,
      answers: { select: { position: true, given: true, correct: true } },
    },
  });
  const firstOf = new Map<string, (typeof attempts)[number]>();
  for (const attempt of attempts) if (!firstOf.has(attempt.userId)) firstOf.set(attempt.userId, attempt);
  const items = new Map<string, StoredItem | LiveItem>();
  const optionsPut = new Map<string, Set<string>>();
  const put = (item: StoredItem | LiveItem): void => {
    items.set(item.questionId, item);
    const before = optionsPut.get(item.questionId) ?? [];
    optionsPut.set(item.questionId, new Set([...before, ...textsOf(item)]));
  };
  const answers: ItemAnswer[] = [];
  for (const { id, paper, answers: given } of firstOf.values()) {
    const answerAt = new Map(given.map((answer) => [answer.position, answer]));
    for (const [position, item] of storedPaperSchema.parse(paper).entries()) {
      const answer = answerAt.get(position);
      // The wording that was put last stands for all of them.
      put(item);
      answers.push({
        attempt: id,
        shown: textsOf(item),
        question: item.questionId,
        score: answer === undefined ? 0 : scoreOf(item, answer),
        chosen: answer === undefined || answer.given === '' ? null : answer.given,
      });
    }
  }
  const sessions = await quizLiveResults(user, quizId);
  for (const session of sessions) {
    for (const item of session.items) put(item);
    const itemOfRow = new Map(session.items.map((item) => [item.questionId, item]));
    for (const { player, question, correct, chosen, late } of session.rows) {
      const item = itemOfRow.get(question);
      if (late || item === undefined) continue;
      const score = scoreOf(item, { given: chosen ?? '', correct });
      answers.push({ attempt: player, question, score, chosen, shown: textsOf(item) });
    }
  }
  const questions = [...items.values()];
  const statistics = itemStatistics(
    questions.map(({ questionId, ...question }) =>
      itemOf({ ...question, id: questionId }, [...(optionsPut.get(questionId) ?? [])]),
    ),
    answers,
  );
  const others = await answersOf(quiz.deckId, user);
  return {
    deckId: quiz.deckId,
    settings: settingsOf(quiz.settings, quiz.count),
    deckTitle: quiz.deck.title,
    attempts: firstOf.size + sessions.reduce((sum, { players }) => sum + players.length, 0),
    consistency: internalConsistency(answers),
    items: questions
      .flatMap((item, index) => {
        const own = statistics[index];
        return own === undefined ? [] : [toQuizItem(item, own, others)];
      })
      .sort((a, b) => (a.statistics.facility ?? 1) - (b.statistics.facility ?? 1)),
  };
};

const textsOf = ({ options }: StoredItem | LiveItem): string[] => options.map(({ text }) => text);

/** The share of the points that an answer was given; as it was marked then, and of its parts as they are marked. */
const scoreOf = (
  item: StoredItem | LiveItem,
  { given, correct }: { given: string; correct: boolean | null },
): number => (correct === true ? 1 : hasParts(item.form) ? markAnswer(item, given).share : 0);

type AnswersByFact = ReadonlyMap<string, FactAnswer>;

/** What the facts of a deck of theirs are answered by, where it is known of what type the answer is. */
const answersOf = async (deckId: string, user: User): Promise<AnswersByFact> => {
  const rows = await (
    await db()
  ).fact.findMany({
    where: { deckId, deck: { userId: user.id }, status: 'accepted' },
    select: {
      id: true,
      statement: true,
      answerType: true,
      kind: true,
      questions: {
        where: { status: 'accepted', form: { in: ['cloze', 'choice'] } },
        take: 1,
        select: { answer: true },
      },
    },
  });
  return new Map(
    rows.flatMap(({ id, statement, questions: [question], ...row }) => {
      const answerType = answerTypeSchema.safeParse(row.answerType);
      const kind = factKindSchema.safeParse(row.kind);
      return question !== undefined && answerType.success && kind.success
        ? [
            [
              id,
              { answer: question.answer, answerType: answerType.data, kind: kind.data, statement },
            ] as const,
          ]
        : [];
    }),
  );
};

const toQuizItem = (
  item: StoredItem | LiveItem,
  statistics: ItemStatistics,
  answers: AnswersByFact,
): QuizItem => {
  const key = answers.get(item.factId);
  const others = [...answers].filter(([factId]) => factId !== item.factId).map(([, other]) => other);
  const options = statistics.options.map(({ text }) => text);
  return {
    prompt: item.prompt,
    answer: item.answer,
    statement: item.statement,
    statistics,
    advice: adviceOn(statistics).map((advice) => {
      if (advice.replace === null || key === undefined) return { ...advice, instead: null };
      const instead = betterDistractor({ ...key, answer: item.answer }, options, others);
      // The next option to go gets another one in its place.
      if (instead !== null) options.push(instead.answer);
      return { ...advice, instead };
    }),
  };
};
