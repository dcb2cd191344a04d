import 'server-only';
import { z } from 'zod';
import type { Write } from '@/lib/live/reduce';
import type { LiveAnswer, LivePlayer, LiveSession } from '@/lib/live/session';
import { isOver } from '@/lib/live/steps';
import { liveItemSchema, liveOptionsSchema, liveStateSchema } from '@/lib/live/stored';
import { Refusal } from '@/lib/refusal';
import { db, joinSql, sql, type Transaction } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

/** A session as it is stored, with the version that a write must find unchanged. */
export type LoadedLive = { readonly session: LiveSession; readonly version: number };

const PLAYER_COLUMNS = {
  id: true,
  number: true,
  name: true,
  nameKey: true,
  team: true,
  factor: true,
  removed: true,
  reconnects: true,
  userId: true,
  joinedAt: true,
} as const;
const ANSWER_COLUMNS = {
  question: true,
  playerId: true,
  given: true,
  correct: true,
  points: true,
  elapsedMs: true,
  sentence: true,
  proofPoints: true,
  at: true,
} as const;

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
      players: { orderBy: { number: 'asc' }, select: PLAYER_COLUMNS },
      answers: { select: ANSWER_COLUMNS },
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
      gatheringUntil: null,
    },
  };
};

/** What another server made of a session that this one knows, and whom it touched; `null` where the session is gone. */
export type NewsOfLive = LoadedLive & { readonly players: ReadonlySet<string> };

/** Reads only what was written after the version that is known. */
export const catchUpLive = async (known: LoadedLive): Promise<NewsOfLive | null> =>
  catchUpOn(await db(), known);

const catchUpOn = async (
  database: Transaction,
  { session, version }: LoadedLive,
): Promise<NewsOfLive | null> => {
  const row = await database.liveSession.findUnique({
    where: { id: session.id },
    select: { pin: true, state: true, version: true },
  });
  if (row === null) return null;
  const since = { sessionId: session.id, version: { gt: version } };
  const newPlayers = await database.livePlayer.findMany({
    where: since,
    orderBy: { number: 'asc' },
    select: PLAYER_COLUMNS,
  });
  const newAnswers = await database.liveAnswer.findMany({ where: since, select: ANSWER_COLUMNS });
  const players = new Map(session.players);
  for (const player of newPlayers) players.set(player.id, { ...player, joinedAt: player.joinedAt.getTime() });
  const answers = session.answers.map((known, question) => {
    const own = newAnswers.filter((answer) => answer.question === question);
    if (own.length === 0) return known;
    const all = new Map(known);
    for (const { playerId, at, given, correct, points, elapsedMs, sentence, proofPoints } of own)
      all.set(playerId, { given, correct, points, elapsedMs, sentence, proofPoints, at: at.getTime() });
    return all;
  });
  return {
    version: row.version,
    session: {
      ...session,
      ...liveStateSchema.parse(row.state),
      pin: row.pin,
      players: newPlayers.length === 0 ? session.players : players,
      answers,
    },
    players: new Set([...newPlayers.map(({ id }) => id), ...newAnswers.map(({ playerId }) => playerId)]),
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

/** What other servers on the same PostgreSQL are told once it is committed. */
export type LiveNotice = { readonly channel: string; readonly text: (version: number) => string };

/**
 * Writes what the commands of a moment did, all of it in one transaction, so that one sync to disk serves many.
 * Answers the version from now on; `null`, and nothing is written, where another process was first.
 */
export const saveLive = async (
  loaded: LoadedLive,
  writes: readonly Write[],
  now: Date,
): Promise<number | null> =>
  (await db()).$transaction((transaction) => saveOn(transaction, loaded, { writes, now }));

/** What is decided on a session as it stands, and what of it must be written. */
export type Decided = { readonly session: LiveSession; readonly writes: readonly Write[] };

/**
 * Decides with the session locked, on what all servers of this PostgreSQL wrote before, and writes it in the same
 * transaction: two servers that are busy at once take turns. Answers what stands now, and whom others touched.
 * @throws Refusal NOT_FOUND where the session is gone.
 */
export const decideLive = async (
  known: LoadedLive,
  { now, notice }: { readonly now: Date; readonly notice: LiveNotice },
  decide: (news: NewsOfLive) => Decided,
): Promise<NewsOfLive> =>
  (await db()).$transaction(async (transaction) => {
    const [row] = await transaction.$queryRaw<{ version: number }[]>(
      sql`SELECT "version" FROM "LiveSession" WHERE "id" = ${known.session.id} FOR UPDATE`,
    );
    const news =
      row?.version === known.version
        ? { ...known, players: new Set<string>() }
        : await catchUpOn(transaction, known);
    if (news === null) throw new Refusal('NOT_FOUND');
    const { session, writes } = decide(news);
    if (writes.length === 0) return { ...news, session };
    const version = await saveOn(transaction, { session, version: news.version }, { writes, now });
    if (version === null) throw new Error('a locked session was written by another');
    await transaction.$executeRaw(sql`SELECT pg_notify(${notice.channel}, ${notice.text(version)})`);
    return { session, version, players: news.players };
  });

const saveOn = async (
  transaction: Transaction,
  { session, version }: LoadedLive,
  { writes, now }: { readonly writes: readonly Write[]; readonly now: Date },
): Promise<number | null> => {
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
  const saved = { session, version: version + 1 };
  await savePlayers(transaction, saved, [...players]);
  await saveAnswers(transaction, saved, writes);
  return saved.version;
};

const savePlayers = async (
  transaction: Transaction,
  { session, version }: LoadedLive,
  ids: readonly string[],
): Promise<void> => {
  const rows = ids.flatMap((id) => {
    const p = session.players.get(id);
    return p === undefined
      ? []
      : [
          sql`(${p.id}, ${session.id}, ${p.number}, ${p.name}, ${p.nameKey}, ${p.team}, ${p.factor}, ${p.removed}, ${p.reconnects}, ${p.userId}, ${version}, ${new Date(p.joinedAt)})`,
        ];
  });
  for (let from = 0; from < rows.length; from += MOST_ROWS)
    await transaction.$executeRaw(sql`
      INSERT INTO "LivePlayer" ("id", "sessionId", "number", "name", "nameKey", "team", "factor", "removed",
        "reconnects", "userId", "version", "joinedAt")
      VALUES ${joinSql(rows.slice(from, from + MOST_ROWS))}
      ON CONFLICT ("id") DO UPDATE SET "nameKey" = excluded."nameKey", "factor" = excluded."factor",
        "removed" = excluded."removed", "reconnects" = excluded."reconnects",
        "version" = excluded."version"`);
};

const saveAnswers = async (
  transaction: Transaction,
  { session, version }: LoadedLive,
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
          sql`(${session.id}, ${question}, ${player}, ${a.given}, ${a.correct}, ${a.points}, ${a.elapsedMs}, ${a.sentence}, ${a.proofPoints}, ${version}, ${new Date(a.at)})`,
        ];
  });
  for (let from = 0; from < rows.length; from += MOST_ROWS)
    await transaction.$executeRaw(sql`
      INSERT INTO "LiveAnswer" ("sessionId", "question", "playerId", "given", "correct", "points", "elapsedMs",
        "sentence", "proofPoints", "version", "at")
      VALUES ${joinSql(rows.slice(from, from + MOST_ROWS))}
      ON CONFLICT ("sessionId", "question", "playerId") DO UPDATE SET "sentence" = excluded."sentence",
        "proofPoints" = excluded."proofPoints", "version" = excluded."version"`);
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
