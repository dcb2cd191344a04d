import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/server/db';
import { toldAttempts } from '@/lib/server/data/assigned-facts';
import type { User } from '@/lib/server/user';

/** A row of an export. */
type Row = Readonly<Record<string, unknown>>;

const factsSchema = z.array(z.object({ factId: z.string() }));

/**
 * What must not come out yet of a pupil's own rows: the questions of attempts that are not told still have their keys
 * in them, and whether an answer was right says as much. Answers a row as it may go out; `null`: not at all.
 */
export const untoldVeil = async (user: User, now: Date): Promise<(table: string, row: Row) => Row | null> => {
  const rows = await (
    await db()
  ).attempt.findMany({
    where: { userId: user.id, assigned: { isNot: null }, NOT: toldAttempts(now) },
    select: { id: true, paper: true },
  });
  const attempts = new Set<unknown>(rows.map(({ id }) => id));
  const facts = new Set<unknown>(
    rows.flatMap(({ paper }) => factsSchema.parse(paper).map(({ factId }) => factId)),
  );
  return (table, row) => {
    switch (table) {
      case 'attempts':
        return attempts.has(row.id) ? { ...row, paper: [] } : row;
      case 'answers':
        return attempts.has(row.attemptId) ? { ...row, correct: null, points: null, remarks: [] } : row;
      case 'memories':
        return facts.has(row.factId) ? null : row;
      case 'reviews':
        return attempts.has(String(row.id).split(':')[0]) ? null : row;
      default:
        return row;
    }
  };
};
