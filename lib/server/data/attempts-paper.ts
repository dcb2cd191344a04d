import 'server-only';
import { z } from 'zod';
import {
  certificateSchema,
  optionSchema,
  originSchema,
  otherDistractorsSchema,
  questionFormSchema,
  statusSchema,
  type Question,
} from '@/lib/model';
import { retrievability } from '@/lib/memory/schedule';
import { byFacility } from '@/lib/quiz/first-answers';
import { assemblePaper, paperItemSchema, type PaperFact, type PaperItem } from '@/lib/quiz/paper';
import { formsOf, type QuizSettings } from '@/lib/quiz/settings';
import { MEMORY_COLUMNS, toMemory } from '@/lib/server/data/memories';
import { QUESTION_COLUMNS } from '@/lib/server/data/questions';
import { askedDecks } from '@/lib/server/data/assigned-facts';
import { firstAnswers } from '@/lib/server/data/first-answers';
import { askable, quizDecks, type QuizDeck } from '@/lib/server/data/quiz-sources';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

/** One question as an attempt keeps it: also the sentences of the facts from which its wrong options come. */
const storedItemSchema = paperItemSchema.extend({
  /** By the id of the fact. */
  optionStatements: z.record(z.string(), z.string()),
});
export type StoredItem = z.infer<typeof storedItemSchema>;

/** What the column `paper` holds. */
export const storedPaperSchema = z.array(storedItemSchema);

export type PaperWish = {
  readonly deckId: string;
  readonly settings: QuizSettings;
  readonly seed: string;
  readonly now: Date;
  /** Only these facts; all of the deck where nothing is said. */
  readonly factIds?: readonly string[];
  /**
   * Papers put before, the latest first: the new one asks for the facts of the latest, as far as they are there, in
   * the words that were put longest ago.
   */
  readonly before?: readonly (readonly Pick<StoredItem, 'questionId' | 'factId'>[])[];
  /** With the other distractors of each question, for papers to be drawn from this one. */
  readonly keepsOthers?: boolean;
};

/** A paper from what is accepted in its decks now; empty where there is nothing to ask. */
export const makePaper = async (user: User, wish: PaperWish): Promise<StoredItem[]> => {
  const { settings, seed, now, before = [] } = wish;
  const decks = await quizDecks(user, now, [...new Set([wish.deckId, ...settings.alsoDeckIds])]);
  const rows = await (
    await db()
  ).fact.findMany({
    where: {
      ...askable(user, decks, now),
      ...(wish.factIds === undefined ? {} : { id: { in: [...wish.factIds] } }),
      ...(settings.articleIds === null ? {} : { articleId: { in: settings.articleIds } }),
      ...(settings.kinds === null ? {} : { kind: { in: settings.kinds } }),
    },
    orderBy: [{ articleId: 'asc' }, { start: 'asc' }, { position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      memories: { where: { userId: user.id }, select: MEMORY_COLUMNS },
      statement: true,
      start: true,
      end: true,
      articleId: true,
      questions: {
        where: { status: 'accepted' },
        select: { ...QUESTION_COLUMNS, otherDistractors: true },
      },
    },
  });
  const facts = rows.map(({ id, statement, start, end, articleId }): PaperFact => ({
    id,
    statement,
    articleId,
    span: start === null || end === null ? null : { start, end },
  }));
  const questions = rows.flatMap((row) => row.questions.map(toQuestion));
  const preferred = await preferredFacts(user, rows, { ...wish, decks });
  const paper = assemblePaper({
    questions,
    facts,
    count: settings.count,
    seed,
    forms: formsOf(settings),
    firstFacts: [...new Set([...(before[0] ?? []).map(({ factId }) => factId), ...preferred])],
    seen: before.flatMap((items) => items.map(({ questionId }) => questionId)),
    keepsOrder: !settings.shuffleQuestions,
    keepsOptions: !settings.shuffleOptions,
    keepsOthers: wish.keepsOthers === true,
  });
  const optionsOf = ({ options, otherDistractors = [] }: PaperItem) => [
    ...options,
    ...otherDistractors.flat(),
  ];
  const statements = await statementsOf(user, decks, now, [
    ...new Set(paper.flatMap((item) => optionsOf(item).flatMap(({ factId }) => factId ?? []))),
  ]);
  return paper.map((item) => ({
    ...item,
    optionStatements: Object.fromEntries(
      optionsOf(item).flatMap(({ factId }) => {
        const statement = factId === null || factId === item.factId ? undefined : statements.get(factId);
        return factId === null || statement === undefined ? [] : [[factId, statement]];
      }),
    ),
  }));
};

type Remembered = { readonly id: string; readonly memories: readonly Parameters<typeof toMemory>[0][] };

/** Facts to ask before others, by id, the first one first; none where chance is to decide. */
const preferredFacts = async (
  user: User,
  rows: readonly Remembered[],
  { settings: { prefer }, decks, seed, now }: PaperWish & { readonly decks: readonly QuizDeck[] },
): Promise<string[]> => {
  switch (prefer) {
    case 'any':
      return [];
    case 'weakest':
      return weakestFirst(rows, user, now);
    case 'easier':
    case 'harder': {
      const ids = rows.map(({ id }) => id);
      return byFacility(ids, await firstAnswers(user, decks), { from: prefer, seed });
    }
  }
};

/** What was never met counts as not recalled. */
const weakestFirst = (rows: readonly Remembered[], { learner }: User, now: Date): string[] =>
  rows
    .map(({ id, memories: [row] }) => ({
      id,
      recall: row === undefined ? 0 : retrievability(toMemory(row), now, learner),
    }))
    .sort((a, b) => a.recall - b.recall)
    .map(({ id }) => id);

/** The titles of the articles that a paper asks about, by id; none for an article that was removed since. */
export const articleTitles = async (
  user: User,
  items: readonly Pick<StoredItem, 'articleId'>[],
): Promise<Map<string, string>> => {
  const ids = [...new Set(items.flatMap(({ articleId }) => articleId ?? []))];
  const rows = await (
    await db()
  ).article.findMany({
    where: { id: { in: ids }, deck: askedDecks(user) },
    select: { id: true, title: true },
  });
  return new Map(rows.map(({ id, title }) => [id, title]));
};

const statementsOf = async (
  user: User,
  decks: readonly QuizDeck[],
  now: Date,
  factIds: string[],
): Promise<Map<string, string>> => {
  const rows = await (
    await db()
  ).fact.findMany({
    where: { id: { in: factIds }, OR: [{ deck: { userId: user.id } }, askable(user, decks, now)] },
    select: { id: true, statement: true },
  });
  return new Map(rows.map(({ id, statement }) => [id, statement]));
};

type QuestionRow = {
  id: string;
  factId: string;
  form: string;
  prompt: string;
  context: string | null;
  answer: string;
  options: unknown;
  otherDistractors: unknown;
  checks: unknown;
  origin: string;
  status: string;
};

const toQuestion = (row: QuestionRow): Question => ({
  id: row.id,
  factId: row.factId,
  form: questionFormSchema.parse(row.form),
  prompt: row.prompt,
  context: row.context,
  answer: row.answer,
  options: z.array(optionSchema).parse(row.options),
  otherDistractors: otherDistractorsSchema.parse(row.otherDistractors) ?? [],
  checks: certificateSchema.parse(row.checks),
  origin: originSchema.parse(row.origin),
  status: statusSchema.parse(row.status),
});
