import 'server-only';
import { z } from 'zod';
import { hasOptions } from '@/lib/forms';
import { proofOf } from '@/lib/facts/proof';
import { passageOf } from '@/lib/live/passage';
import { pinOf } from '@/lib/live/pins';
import type { Write } from '@/lib/live/reduce';
import {
  START_STATE,
  type LiveAnswer,
  type LiveItem,
  type LiveOptions,
  type LivePlayer,
  type LiveSession,
} from '@/lib/live/session';
import { isOver } from '@/lib/live/steps';
import { liveItemSchema, liveOptionsSchema, liveStateSchema } from '@/lib/live/stored';
import { paperItemSchema } from '@/lib/quiz/paper';
import { USUAL_SETTINGS } from '@/lib/quiz/settings';
import { Refusal } from '@/lib/refusal';
import { makePaper } from '@/lib/server/data/attempts-paper';
import { articlesOf } from '@/lib/server/data/attempts-result';
import { untilNoClash } from '@/lib/server/data/clash';
import { db, joinSql, sql, type Transaction } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

export type NewLive = {
  readonly deckId: string;
  readonly count: number;
  readonly options: LiveOptions;
  readonly seed: string;
  /** Chance in [0, 1). */
  readonly random: () => number;
  readonly now: Date;
};

/** The questions of a session: those of a deck that are answered by choosing. */
const makeItems = async (user: User, { deckId, count, seed, now }: NewLive): Promise<LiveItem[]> => {
  const settings = {
    ...USUAL_SETTINGS,
    count,
    groups: ['choice' as const, 'true-false' as const, 'compare' as const],
  };
  const paper = (await makePaper(user, { deckId, settings, seed, now })).filter(({ form }) =>
    hasOptions(form),
  );
  const articles = await articlesOf(user, paper);
  return paper.map((stored) => {
    const item = paperItemSchema.parse(stored);
    const article = item.articleId === null ? null : (articles.get(item.articleId) ?? null);
    const proof = proofOf(item, article);
    return { ...item, source: article?.title ?? null, proof, ...passageOf(proof) };
  });
};

/** Opens a room for a deck; answers the session's id. @throws Refusal NOT_FOUND, NO_QUESTIONS */
export const createLive = async (user: User, wish: NewLive): Promise<string> => {
  const database = await db();
  const deck = await database.deck.findFirst({
    where: { id: wish.deckId, userId: user.id },
    select: { title: true },
  });
  if (deck === null) throw new Refusal('NOT_FOUND');
  const paper = await makeItems(user, wish);
  if (paper.length === 0) throw new Refusal('NO_QUESTIONS');
  // A number that is taken is drawn again.
  const { id } = await untilNoClash(() =>
    database.liveSession.create({
      data: {
        userId: user.id,
        deckId: wish.deckId,
        title: deck.title,
        pin: pinOf(wish.random()),
        options: wish.options,
        paper,
        state: START_STATE,
        createdAt: wish.now,
        seenAt: wish.now,
      },
      select: { id: true },
    }),
  );
  return id;
};

/** A session as it is stored, with the version that a write must find unchanged. */
export type LoadedLive = { readonly session: LiveSession; readonly version: number };

/** All of a session; `null` where there is none. It holds what is right: only `viewFor` may show of it. */
export const loadLive = async (id: string): Promise<LoadedLive | null> => {
  const row = await (
    await db()
  ).liveSession.findUnique({
    where: { id },
    select: {
      id: true,
      userId: true,
      title: true,
      pin: true,
      options: true,
      paper: true,
      state: true,
      version: true,
      players: {
        orderBy: { number: 'asc' },
        select: {
          id: true,
          number: true,
          name: true,
          nameKey: true,
          team: true,
          factor: true,
          removed: true,
          userId: true,
          joinedAt: true,
        },
      },
      answers: {
        select: {
          question: true,
          playerId: true,
          given: true,
          correct: true,
          points: true,
          elapsedMs: true,
          sentence: true,
          proofPoints: true,
          at: true,
        },
      },
    },
  });
  if (row === null) return null;
  const items = z.array(liveItemSchema).parse(row.paper);
  const answers = items.map(() => new Map<string, LiveAnswer>());
  for (const { question, playerId, at, ...answer } of row.answers)
    answers[question]?.set(playerId, { ...answer, at: at.getTime() });
  return {
    version: row.version,
    session: {
      ...liveStateSchema.parse(row.state),
      id: row.id,
      hostId: row.userId,
      title: row.title,
      pin: row.pin,
      options: liveOptionsSchema.parse(row.options),
      items,
      players: new Map(
        row.players.map((player): [string, LivePlayer] => [
          player.id,
          { ...player, joinedAt: player.joinedAt.getTime() },
        ]),
      ),
      answers,
      present: new Set(),
      hostGoneSince: null,
    },
  };
};

/** The session that is joined by a number; `null` where there is none. */
export const livePinned = async (pin: string): Promise<string | null> =>
  (await (await db()).liveSession.findUnique({ where: { pin }, select: { id: true } }))?.id ?? null;

/** Whether the session is this person's. */
export const isHostOf = async (user: User, id: string): Promise<boolean> =>
  (await (await db()).liveSession.count({ where: { id, userId: user.id } })) === 1;

/** The version of a session as it is stored now; `null` where it is gone. */
export const versionOf = async (id: string): Promise<number | null> =>
  (await (await db()).liveSession.findUnique({ where: { id }, select: { version: true } }))?.version ?? null;

/** Rows in one statement, at most: SQLite takes 32,766 values. */
const MOST_ROWS = 2000;

/**
 * Writes what the commands of a moment did, all of it in one transaction, so that one sync to disk serves many.
 * Answers the version from now on; `null`, and nothing is written, where another server was first.
 */
export const saveLive = async (
  { session, version }: LoadedLive,
  writes: readonly Write[],
  now: Date,
): Promise<number | null> =>
  (await db()).$transaction(async (transaction) => {
    const { id, pin, step, phase, paused, locked, skipped, closedAt } = session;
    const count = writes.some(({ what }) => what === 'state')
      ? (
          await transaction.liveSession.updateMany({
            where: { id, version },
            data: {
              version: version + 1,
              seenAt: now,
              state: { step, phase, paused, locked, skipped, closedAt },
              pin,
              endedAt: isOver(session) ? now : null,
            },
          })
        ).count
      : // The same in words that need no planning: this runs for every answer.
        await transaction.$executeRaw(sql`
          UPDATE "LiveSession" SET "version" = ${version + 1}, "seenAt" = ${now}
          WHERE "id" = ${id} AND "version" = ${version}`);
    if (count === 0) return null;
    const players = new Set(writes.flatMap((write) => (write.what === 'player' ? [write.id] : [])));
    await savePlayers(transaction, session, [...players]);
    await saveAnswers(transaction, session, writes);
    return version + 1;
  });

const savePlayers = async (
  transaction: Transaction,
  session: LiveSession,
  ids: readonly string[],
): Promise<void> => {
  const rows = ids.flatMap((id) => {
    const p = session.players.get(id);
    return p === undefined
      ? []
      : [
          sql`(${p.id}, ${session.id}, ${p.number}, ${p.name}, ${p.nameKey}, ${p.team}, ${p.factor}, ${p.removed}, ${p.userId}, ${new Date(p.joinedAt)})`,
        ];
  });
  for (let from = 0; from < rows.length; from += MOST_ROWS)
    await transaction.$executeRaw(sql`
      INSERT INTO "LivePlayer" ("id", "sessionId", "number", "name", "nameKey", "team", "factor", "removed", "userId",
        "joinedAt")
      VALUES ${joinSql(rows.slice(from, from + MOST_ROWS))}
      ON CONFLICT ("id") DO UPDATE SET "nameKey" = excluded."nameKey", "factor" = excluded."factor",
        "removed" = excluded."removed"`);
};

const saveAnswers = async (
  transaction: Transaction,
  session: LiveSession,
  writes: readonly Write[],
): Promise<void> => {
  const places = new Map(
    writes.flatMap((write) =>
      write.what === 'answer' ? [[`${write.question} ${write.player}`, write]] : [],
    ),
  );
  const rows = [...places.values()].flatMap(({ question, player }) => {
    const a = session.answers[question]?.get(player);
    return a === undefined
      ? []
      : [
          sql`(${session.id}, ${question}, ${player}, ${a.given}, ${a.correct}, ${a.points}, ${a.elapsedMs}, ${a.sentence}, ${a.proofPoints}, ${new Date(a.at)})`,
        ];
  });
  for (let from = 0; from < rows.length; from += MOST_ROWS)
    await transaction.$executeRaw(sql`
      INSERT INTO "LiveAnswer" ("sessionId", "question", "playerId", "given", "correct", "points", "elapsedMs",
        "sentence", "proofPoints", "at")
      VALUES ${joinSql(rows.slice(from, from + MOST_ROWS))}
      ON CONFLICT ("sessionId", "question", "playerId") DO UPDATE SET "sentence" = excluded."sentence",
        "proofPoints" = excluded."proofPoints"`);
};

/** Ends sessions that nobody has touched since `before`, so that their numbers are free again. */
export const sweepLive = async (before: Date): Promise<void> => {
  await (
    await db()
  ).liveSession.updateMany({
    where: { pin: { not: null }, seenAt: { lt: before } },
    data: { pin: null, endedAt: new Date() },
  });
};
