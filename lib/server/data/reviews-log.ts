import 'server-only';
import { ratingSchema, reviewModeSchema } from '@/lib/model';
import type { LoggedReview } from '@/lib/memory/log';
import type { Database, Transaction } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

/** The columns behind `toLogged`. */
export const LOG_COLUMNS = {
  id: true,
  factId: true,
  at: true,
  rating: true,
  mode: true,
  form: true,
  elapsedMs: true,
  undoes: true,
  corrects: true,
  questionId: true,
  zone: true,
  dayStart: true,
  retention: true,
  interval: true,
} as const;

export type LogRow = {
  id: string;
  factId: string;
  at: Date;
  rating: string;
  mode: string;
  form: string;
  elapsedMs: number | null;
  undoes: string | null;
  corrects: string | null;
  questionId: string | null;
  zone: string;
  dayStart: number;
  retention: number;
  interval: number | null;
};

/** A row of a person's log in the words of lib/memory, under the weights that they have now. */
export const toLogged = ({ learner: { weights } }: User, row: LogRow): LoggedReview => ({
  id: row.id,
  factId: row.factId,
  at: row.at,
  rating: ratingSchema.parse(row.rating),
  mode: reviewModeSchema.parse(row.mode),
  elapsedMs: row.elapsedMs,
  undoes: row.undoes,
  corrects: row.corrects,
  interval: row.interval,
  learner: {
    zone: row.zone,
    dayStart: row.dayStart,
    retention: row.retention,
    ...(weights === undefined ? {} : { weights }),
  },
});

/** All rows of one fact, with undone ones, undos and corrections. */
export const logOf = async (
  client: Database | Transaction,
  user: User,
  factId: string,
): Promise<LoggedReview[]> =>
  (await client.review.findMany({ where: { userId: user.id, factId }, select: LOG_COLUMNS })).map((row) =>
    toLogged(user, row),
  );

/** All rows of these facts, by fact; a fact without any is left out. */
export const logsOf = async (
  client: Database | Transaction,
  user: User,
  factIds: readonly string[],
): Promise<Map<string, LoggedReview[]>> => {
  const logs = new Map<string, LoggedReview[]>();
  const rows = await client.review.findMany({
    where: { userId: user.id, factId: { in: [...factIds] } },
    select: LOG_COLUMNS,
  });
  for (const row of rows) {
    const log = logs.get(row.factId);
    if (log === undefined) logs.set(row.factId, [toLogged(user, row)]);
    else log.push(toLogged(user, row));
  }
  return logs;
};
