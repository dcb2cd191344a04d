import 'server-only';
import { z } from 'zod';
import { percentOf } from '@/lib/quiz/score';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

/** One quiz that was handed in. */
export type AttemptInHistory = {
  readonly id: string;
  /** What the deck was called then. */
  readonly deckTitle: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly right: number;
  /** Questions put. */
  readonly of: number;
  /** Whole, 0..100. */
  readonly percent: number;
};

export type AttemptPage = {
  readonly attempts: readonly AttemptInHistory[];
  /** What to ask for as `before` to see the next page; `null` on the last. */
  readonly older: string | null;
};

const COLUMNS = {
  id: true,
  deckTitle: true,
  startedAt: true,
  finishedAt: true,
  score: true,
  points: true,
  total: true,
} as const;

type AttemptRow = {
  id: string;
  deckTitle: string;
  startedAt: Date;
  finishedAt: Date | null;
  score: number | null;
  points: number | null;
  total: number;
};

const toAttempts = (rows: readonly AttemptRow[]): AttemptInHistory[] =>
  rows.flatMap(({ id, deckTitle, startedAt, finishedAt, score, points, total }) =>
    finishedAt === null
      ? []
      : [
          {
            id,
            deckTitle,
            startedAt,
            finishedAt,
            right: score ?? 0,
            of: total,
            // What is worth more or less than its right answers counts as what it is worth.
            percent: percentOf(points ?? score ?? 0, total),
          },
        ],
  );

const NEWEST_FIRST = [{ finishedAt: 'desc' }, { id: 'desc' }] as const;

/** A place in the history: milliseconds since 1970 and the attempt's id. */
const placeSchema = z
  .string()
  .regex(/^\d{1,15}\.[\w-]{1,64}$/)
  .transform((place) => {
    const [at = '', id = ''] = place.split('.');
    return { at: new Date(Number(at)), id };
  });

/**
 * The quizzes that the person handed in, newest first, `limit` at a time. `before` is an earlier page's `older`;
 * one that is malformed gives the first page.
 */
export const attemptHistory = async (
  user: User,
  { limit, before }: { readonly limit: number; readonly before: string | null },
): Promise<AttemptPage> => {
  const place = placeSchema.safeParse(before);
  const earlier = place.success
    ? {
        OR: [{ finishedAt: { lt: place.data.at } }, { finishedAt: place.data.at, id: { lt: place.data.id } }],
      }
    : {};
  const rows = await (
    await db()
  ).attempt.findMany({
    where: { userId: user.id, finishedAt: { not: null }, ...earlier },
    orderBy: [...NEWEST_FIRST],
    take: limit + 1,
    select: COLUMNS,
  });
  const attempts = toAttempts(rows.slice(0, limit));
  const last = attempts.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { attempts, older: more ? `${last.finishedAt.getTime()}.${last.id}` : null };
};

/** The last `most` quizzes handed in, oldest first: what a chart shows. */
export const latestScores = async (user: User, most: number): Promise<AttemptInHistory[]> => {
  const { attempts } = await attemptHistory(user, { limit: most, before: null });
  return attempts.toReversed();
};

/** A quiz begun and not handed in. */
export type OpenAttemptInHistory = {
  readonly id: string;
  readonly deckTitle: string;
  readonly startedAt: Date;
  readonly answered: number;
  readonly of: number;
};

/** The quizzes begun and not handed in, newest first, at most ten. */
export const openAttempts = async (user: User): Promise<OpenAttemptInHistory[]> => {
  const rows = await (
    await db()
  ).attempt.findMany({
    where: { userId: user.id, finishedAt: null },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: 10,
    select: {
      id: true,
      deckTitle: true,
      startedAt: true,
      total: true,
      _count: { select: { answers: true } },
    },
  });
  return rows.map(({ id, deckTitle, startedAt, total, _count }) => ({
    id,
    deckTitle,
    startedAt,
    answered: _count.answers,
    of: total,
  }));
};
