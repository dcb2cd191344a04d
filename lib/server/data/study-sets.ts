import 'server-only';
import { z } from 'zod';
import { mediaParts } from '@/lib/formats/media-marks';
import { IMPORTED, ownWords } from '@/lib/formats/own-words';
import type { MediaFile, SetCard, SetOption, SetQuestion, StudySet } from '@/lib/formats/study-set';
import { standingReviews, type LoggedReview } from '@/lib/memory/log';
import type { Question } from '@/lib/model';
import { db } from '@/lib/server/db';
import { deckOf } from '@/lib/server/data/decks';
import { MEMORY_COLUMNS, toMemory } from '@/lib/server/data/memories';
import { QUESTION_COLUMNS, toQuestion } from '@/lib/server/data/questions';
import { logsOf } from '@/lib/server/data/reviews-log';
import type { User } from '@/lib/server/user';

export const tagsSchema = z.array(z.string()).nullable().catch(null);

/**
 * The kept facts of a deck with their kept questions as a study set, in the order of their articles; with the memory and
 * the reviews of the person where `history` is asked for. @throws Refusal NOT_FOUND
 */
export const studySetOf = async (user: User, deckId: string, history: boolean): Promise<StudySet> => {
  const deck = await deckOf(user, deckId);
  const database = await db();
  const facts = await database.fact.findMany({
    where: { deckId, deck: { userId: user.id }, status: 'accepted' },
    orderBy: [{ article: { createdAt: 'asc' } }, { start: 'asc' }, { position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      statement: true,
      end: true,
      tags: true,
      source: true,
      suspended: true,
      article: { select: { title: true, source: true, text: true } },
      questions: { where: { status: 'accepted' }, orderBy: { id: 'asc' }, select: QUESTION_COLUMNS },
      memories: { where: { userId: user.id }, select: MEMORY_COLUMNS },
    },
  });
  const ids = facts.map(({ id }) => id);
  const logs = history ? await logsOf(database, user, ids) : new Map<string, LoggedReview[]>();
  const statements = await statementsOf(
    user,
    facts.flatMap(({ questions }) => questions.map(toQuestion)),
  );
  const cards = facts.flatMap((fact): SetCard[] => {
    const questions = fact.questions.map((row) => toSetQuestion(toQuestion(row), statements));
    if (questions.length === 0) return [];
    const [memory] = history ? fact.memories.map(toMemory) : [];
    // A cloze of an article says its sentence, too: there it is the article that proves it.
    const isImported = fact.article?.source.startsWith(IMPORTED) ?? true;
    const isOwn = isImported && fact.source === null;
    const stands =
      isOwn && questions.some(({ prompt, answer }) => ownWords(prompt, answer) === fact.statement);
    const title = fact.article?.title ?? null;
    return [
      {
        id: fact.id,
        questions,
        proof: stands ? null : fact.statement,
        source: stands || fact.source === '' ? null : (fact.source ?? title),
        extra: fact.article !== null && isImported ? restOfLine(fact.article.text, fact.end) : null,
        tags: tagsSchema.parse(fact.tags) ?? (title === null ? [] : [title]),
        suspended: history && fact.suspended,
        memory: memory ?? null,
        reviews: toSetReviews(logs.get(fact.id) ?? []),
      },
    ];
  });
  return { title: deck.title, cards, media: await mediaOf(user, cards) };
};

/** What stands after a card's own words in the text of its imported set. */
const restOfLine = (text: string, end: number | null): string | null => {
  if (end === null) return null;
  const rest = text.slice(end).split('\n', 1)[0]?.trim() ?? '';
  return rest === '' ? null : rest;
};

/** The statements of the facts that options come from, by fact. */
const statementsOf = async (
  user: User,
  questions: readonly Question[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = new Set(questions.flatMap(({ options }) => options.flatMap(({ factId }) => factId ?? [])));
  const rows = await (
    await db()
  ).fact.findMany({
    where: { id: { in: [...ids] }, deck: { userId: user.id } },
    select: { id: true, statement: true },
  });
  return new Map(rows.map(({ id, statement }) => [id, statement]));
};

const toSetQuestion = (question: Question, statements: ReadonlyMap<string, string>): SetQuestion => {
  const { form, prompt, context, answer, factId } = question;
  const options = question.options.map((option): SetOption => {
    const said = option.factId === null || option.factId === factId ? null : statements.get(option.factId);
    return { text: option.text, feedback: said == null ? null : `It belongs elsewhere: “${said}”` };
  });
  return { form, prompt, context, answer, options };
};

const toSetReviews = (log: readonly LoggedReview[]): SetCard['reviews'] => {
  const practised = log.filter(({ mode, undoes, corrects }) => mode === 'practice' && !undoes && !corrects);
  return [...standingReviews(log), ...practised]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, rating, mode, elapsedMs, interval }) => ({
      at,
      rating,
      practice: mode === 'practice',
      elapsedMs,
      days: interval ?? null,
    }));
};

/** The media that these cards name. */
const mediaOf = async (user: User, cards: readonly SetCard[]): Promise<MediaFile[]> => {
  const names = new Set<string>();
  for (const { questions, proof } of cards) {
    const texts = questions.flatMap(({ prompt, answer, options }) => [
      prompt,
      answer,
      ...options.map(({ text }) => text),
    ]);
    for (const text of [...texts, proof ?? '']) {
      for (const part of mediaParts(text)) if (part.kind !== 'text') names.add(part.name);
    }
  }
  if (names.size === 0) return [];
  const rows = await (
    await db()
  ).media.findMany({
    where: { userId: user.id, name: { in: [...names] } },
    orderBy: { name: 'asc' },
    select: { name: true, bytes: true },
  });
  return rows.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes) }));
};
