import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { liveItemSchema } from '@/lib/live/stored';
import type { LiveItem } from '@/lib/live/session';
import { ratingOf } from '@/lib/quiz/score';
import { untilNoClash } from '@/lib/server/data/clash';
import { appendAnswers } from '@/lib/server/data/reviews-append';
import { db } from '@/lib/server/db';
import { toUser, USER_COLUMNS, type User } from '@/lib/server/user';

/** Sessions that are told to memory together, at most. */
const MOST_AT_ONCE = 20;

/** An id that is the same whenever the same is copied for the same person, so that nothing is copied twice. */
const copyId = (user: User, id: string): string =>
  `c${createHash('sha256').update(`${user.id}:${id}`).digest('hex').slice(0, 24)}`;

type Played = {
  readonly id: string;
  readonly hostId: string;
  readonly deckId: string | null;
  readonly title: string;
};

/**
 * Tells the memories of players who wanted it what they knew and what they missed in sessions that are over; answers
 * how many sessions. Whoever does not own the facts gets a deck of their own with those that were asked.
 */
export const rememberLive = async (): Promise<number> => {
  const database = await db();
  const sessions = await database.liveSession.findMany({
    where: { endedAt: { not: null }, rememberedAt: null },
    orderBy: { endedAt: 'asc' },
    take: MOST_AT_ONCE,
    select: {
      id: true,
      userId: true,
      deckId: true,
      title: true,
      paper: true,
      state: true,
      players: {
        where: { userId: { not: null }, removed: false },
        select: {
          id: true,
          user: { select: USER_COLUMNS },
          answers: { select: { question: true, correct: true, elapsedMs: true, at: true } },
        },
      },
    },
  });
  for (const { paper, players, userId, state, ...session } of sessions) {
    const items = z.array(liveItemSchema).parse(paper);
    const { skipped } = z.object({ skipped: z.array(z.int()) }).parse(state);
    for (const { id, user, answers } of players) {
      if (user === null) continue;
      const counted = answers.filter(({ question }) => !skipped.includes(question));
      await remember(toUser(user), { ...session, hostId: userId }, { player: id, items, answers: counted });
    }
    await database.liveSession.updateMany({ where: { id: session.id }, data: { rememberedAt: new Date() } });
  }
  return sessions.length;
};

type Told = {
  readonly player: string;
  readonly items: readonly LiveItem[];
  readonly answers: readonly {
    readonly question: number;
    readonly correct: boolean;
    readonly elapsedMs: number | null;
    readonly at: Date;
  }[];
};

const remember = async (user: User, session: Played, { player, items, answers }: Told): Promise<void> => {
  const asked = answers.flatMap((answer) => {
    const item = items[answer.question];
    return item === undefined ? [] : [{ ...answer, item }];
  });
  if (asked.length === 0) return;
  const isOwn = session.hostId === user.id;
  if (!isOwn)
    await copyFacts(
      user,
      session,
      asked.map(({ item }) => item.factId),
    );
  const idOf = (id: string): string => (isOwn ? id : copyId(user, id));
  await untilNoClash(async () =>
    (await db()).$transaction((transaction) =>
      appendAnswers(
        transaction,
        user,
        asked.map(({ question, correct, elapsedMs, at, item }) => ({
          id: `${session.id}:${question}:${player}`,
          factId: idOf(item.factId),
          questionId: idOf(item.questionId),
          rating: ratingOf(correct),
          form: item.form,
          mode: 'live' as const,
          elapsedMs,
          at,
        })),
      ),
    ),
  );
};

/** Copies facts of the host, with their articles and questions, into a deck of the player's own; what is there stays. */
const copyFacts = async (user: User, session: Played, factIds: readonly string[]): Promise<void> => {
  const database = await db();
  const facts = await database.fact.findMany({
    where: { id: { in: [...factIds] }, deck: { userId: session.hostId } },
    select: {
      id: true,
      articleId: true,
      kind: true,
      answerType: true,
      statement: true,
      start: true,
      end: true,
      answerStart: true,
      answerEnd: true,
      salience: true,
      confidence: true,
      leans: true,
      position: true,
      questions: {
        where: { status: 'accepted' },
        select: {
          id: true,
          form: true,
          prompt: true,
          context: true,
          answer: true,
          options: true,
          checks: true,
          origin: true,
          status: true,
        },
      },
      article: { select: { id: true, title: true, text: true, source: true, hash: true, language: true } },
    },
  });
  const deckId = copyId(user, session.deckId ?? session.id);
  const mine = async (
    kind: 'deck' | 'article' | 'fact' | 'question',
    ids: readonly string[],
  ): Promise<Set<string>> => {
    const where = { id: { in: [...ids] } };
    const select = { id: true };
    const rows =
      kind === 'deck'
        ? await database.deck.findMany({ where, select })
        : kind === 'article'
          ? await database.article.findMany({ where, select })
          : kind === 'fact'
            ? await database.fact.findMany({ where, select })
            : await database.question.findMany({ where, select });
    return new Set(rows.map(({ id }) => id));
  };
  if (!(await mine('deck', [deckId])).has(deckId))
    await database.deck.create({
      data: { id: deckId, userId: user.id, title: `${session.title} (from class)` },
    });

  const articles = new Map(
    facts.flatMap(({ article }) => (article === null ? [] : [[copyId(user, article.id), article] as const])),
  );
  const oldArticles = await mine('article', [...articles.keys()]);
  await database.article.createMany({
    data: [...articles].flatMap(([id, article]) => (oldArticles.has(id) ? [] : [{ ...article, id, deckId }])),
  });
  const oldFacts = await mine(
    'fact',
    facts.map(({ id }) => copyId(user, id)),
  );
  const newFacts = facts.filter(({ id }) => !oldFacts.has(copyId(user, id)));
  await database.fact.createMany({
    data: newFacts.map(({ id, articleId, leans, ...fact }) => ({
      kind: fact.kind,
      answerType: fact.answerType,
      statement: fact.statement,
      start: fact.start,
      end: fact.end,
      answerStart: fact.answerStart,
      answerEnd: fact.answerEnd,
      salience: fact.salience,
      confidence: fact.confidence,
      position: fact.position,
      ...(leans === null ? {} : { leans }),
      id: copyId(user, id),
      deckId,
      articleId: articleId === null ? null : copyId(user, articleId),
      status: 'accepted',
    })),
  });
  await database.question.createMany({
    data: newFacts.flatMap(({ id: factId, questions }) =>
      questions.map(({ id, options, checks, ...question }) => ({
        ...question,
        id: copyId(user, id),
        factId: copyId(user, factId),
        // The facts behind the other options are not theirs.
        options: z
          .array(z.object({ text: z.string(), factId: z.string().nullable() }))
          .parse(options)
          .map(({ text, factId: behind }) => ({
            text,
            factId: behind === factId ? copyId(user, factId) : null,
          })),
        checks: checks ?? [],
      })),
    ),
  });
};
