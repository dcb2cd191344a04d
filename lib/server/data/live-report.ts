import 'server-only';
import { z } from 'zod';
import type { ResultRow } from '@/lib/classes/report/results-csv';
import type { LiveItem } from '@/lib/live/session';
import { liveItemSchema, liveStateSchema } from '@/lib/live/stored';
import { Refusal } from '@/lib/refusal';
import { classesWhereMay, proveMay } from '@/lib/server/data/classes';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

/** All that the report of a live session is made of. */
export type LiveResults = {
  readonly id: string;
  readonly title: string;
  readonly startedAt: Date;
  /** The questions that were put, but for those that the host left out. */
  readonly items: readonly LiveItem[];
  readonly players: readonly { readonly id: string; readonly name: string }[];
  /** One for each player and question; points as they were given in the room. */
  readonly rows: readonly ResultRow[];
};

const SELECTED = {
  id: true,
  title: true,
  createdAt: true,
  paper: true,
  state: true,
  players: {
    where: { removed: false },
    orderBy: { number: 'asc' },
    select: { id: true, name: true, userId: true, joinedAt: true, reconnects: true },
  },
  answers: {
    select: {
      question: true,
      playerId: true,
      given: true,
      correct: true,
      points: true,
      proofPoints: true,
      elapsedMs: true,
    },
  },
} as const;

const readSessions = async (
  where: { id: string } | { classId: string } | { quizId: string; userId: string },
) =>
  (await db()).liveSession.findMany({
    where,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: SELECTED,
  });
type Row = Awaited<ReturnType<typeof readSessions>>[number];

const toResults = (row: Row): LiveResults & { readonly userOf: ReadonlyMap<string, string | null> } => {
  const { skipped, closedAt } = liveStateSchema.parse(row.state);
  const all = z.array(liveItemSchema).parse(row.paper);
  const answers = new Map(row.answers.map((answer) => [`${answer.question} ${answer.playerId}`, answer]));
  const answered = new Set(row.answers.map(({ question }) => question));
  const put = [...all.entries()].filter(
    ([question]) =>
      !skipped.includes(question) && (closedAt[question] !== undefined || answered.has(question)),
  );
  const rows = row.players.flatMap((player) =>
    put.map(([question, item]): ResultRow => {
      const answer = answers.get(`${question} ${player.id}`);
      const closed = closedAt[question];
      return {
        sessionId: row.id,
        sessionTitle: row.title,
        startedAt: row.createdAt,
        player: player.id,
        playerName: player.name,
        attempt: 1,
        joinedAt: player.joinedAt,
        questionNo: question + 1,
        question: item.questionId,
        factId: item.factId,
        prompt: item.prompt,
        key: item.answer,
        place: null,
        chosen: answer?.given ?? null,
        correct: answer?.correct === true,
        points: answer === undefined ? 0 : answer.points + answer.proofPoints,
        ms: answer?.elapsedMs ?? null,
        late: answer === undefined && closed !== undefined && player.joinedAt.getTime() >= closed,
        reconnects: player.reconnects,
      };
    }),
  );
  return {
    id: row.id,
    title: row.title,
    startedAt: row.createdAt,
    items: put.map(([, item]) => item),
    players: row.players.map(({ id, name }) => ({ id, name })),
    rows,
    userOf: new Map(row.players.map(({ id, userId }) => [id, userId])),
  };
};

/** What came of a session: for its host, and for those who teach its class. @throws Refusal NOT_FOUND */
export const liveResults = async (user: User, id: string): Promise<LiveResults> => {
  const database = await db();
  const session = await database.liveSession.findUnique({
    where: { id },
    select: { userId: true, classId: true },
  });
  if (session === null) throw new Refusal('NOT_FOUND');
  if (session.userId !== user.id) {
    if (session.classId === null) throw new Refusal('NOT_FOUND');
    await proveMay(user, session.classId, 'see-work');
  }
  const [row] = await readSessions({ id });
  if (row === undefined) throw new Refusal('NOT_FOUND');
  return toResults(row);
};

/**
 * What was done in the sessions of a class, the first session first: by pupils who linked theirs by their ids in the
 * class, by everybody else marked as not linked, since a name typed in a room proves nobody. None for whoever may not
 * see it.
 */
export const classLiveResults = async (user: User, classId: string): Promise<LiveResults[]> => {
  const taught = await (
    await db()
  ).class.findFirst({
    where: { id: classId, ...classesWhereMay(user, 'see-work') },
    select: { members: { where: { role: 'pupil' }, select: { id: true, userId: true, name: true } } },
  });
  if (taught === null) return [];
  const memberOf = new Map(taught.members.map((member) => [member.userId, member]));
  return (await readSessions({ classId })).map((row) => {
    const { userOf, ...results } = toResults(row);
    const rows = results.rows.map((each): ResultRow => {
      const member = memberOf.get(userOf.get(each.player) ?? '');
      return member === undefined
        ? { ...each, playerName: `${each.playerName} (not linked)`, unlinked: true }
        : { ...each, player: member.id, playerName: member.name };
    });
    return { ...results, rows };
  });
};

/** What was answered in the sessions of a quiz of theirs. */
export const quizLiveResults = async (user: User, quizId: string): Promise<LiveResults[]> =>
  (await readSessions({ quizId, userId: user.id })).map(toResults);

/** A session in a list. */
export type LiveLine = {
  readonly id: string;
  readonly title: string;
  readonly at: Date;
  readonly players: number;
  /** Whether its room is still open. */
  readonly isOpen: boolean;
};

const MOST_LINES = 200;

const lines = async (where: { userId: string } | { classId: string }): Promise<LiveLine[]> => {
  const rows = await (
    await db()
  ).liveSession.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_LINES,
    select: {
      id: true,
      title: true,
      createdAt: true,
      endedAt: true,
      pin: true,
      _count: { select: { players: { where: { removed: false } } } },
    },
  });
  return rows.map(({ id, title, createdAt, endedAt, pin, _count }) => ({
    id,
    title,
    at: createdAt,
    players: _count.players,
    isOpen: endedAt === null && pin !== null,
  }));
};

/** The sessions that they hosted, the newest first. */
export const hostedSessions = (user: User): Promise<LiveLine[]> => lines({ userId: user.id });

/** The sessions of a class. @throws Refusal NOT_FOUND */
export const classSessions = async (user: User, classId: string): Promise<LiveLine[]> => {
  await proveMay(user, classId, 'see-work');
  return lines({ classId });
};
