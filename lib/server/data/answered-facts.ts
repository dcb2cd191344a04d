/** The facts that answers are about, with what is remembered of them: read before every answer that is written. */
import 'server-only';
import type { MemoryState } from '@/lib/model';
import { joinSql, sql, type Transaction } from '@/lib/server/db';
import { answerableFacts } from '@/lib/server/data/assigned-facts';
import { MEMORY_COLUMNS, toMemory } from '@/lib/server/data/memories';
import type { User } from '@/lib/server/user';

/** A fact that may be answered, with what is remembered of it. */
type AnsweredFact = { readonly id: string; readonly deckId: string; readonly state: MemoryState | null };

type AnsweredRow = Omit<MemoryState, 'phase' | 'due' | 'lastReview'> & {
  readonly id: string;
  readonly deckId: string;
  /** `null` where the fact has no memory; all else of one is then null, too. */
  readonly phase: string | null;
  readonly due: Date | string;
  readonly lastReview: Date | string;
};

/** Their own among the facts. In SQL, since Prisma takes long over it. */
const ownFacts = async (
  transaction: Transaction,
  user: User,
  factIds: readonly string[],
): Promise<AnsweredFact[]> => {
  const rows = await transaction.$queryRaw<AnsweredRow[]>(sql`
    SELECT f."id", f."deckId", m."phase", m."step", m."stability", m."difficulty", m."due", m."lastReview",
      m."lastDay", m."scheduledDays", m."reps", m."lapses"
    FROM "Fact" f JOIN "Deck" d ON d."id" = f."deckId" AND d."userId" = ${user.id}
    LEFT JOIN "Memory" m ON m."factId" = f."id" AND m."userId" = ${user.id}
    WHERE f."id" IN (${joinSql(factIds)})`);
  return rows.map(({ id, deckId, phase, due, lastReview, ...rest }) => ({
    id,
    deckId,
    state:
      phase === null
        ? null
        : toMemory({ ...rest, phase, due: new Date(due), lastReview: new Date(lastReview) }),
  }));
};

/** Those of the facts (one at least) whose answers a person may note: their own, or given to them by a teacher. */
export const answeredFacts = async (
  transaction: Transaction,
  user: User,
  factIds: readonly string[],
): Promise<AnsweredFact[]> => {
  const own = await ownFacts(transaction, user, factIds);
  const found = new Set(own.map(({ id }) => id));
  const others = factIds.filter((id) => !found.has(id));
  if (others.length === 0) return own;
  const given = await transaction.fact.findMany({
    where: { id: { in: others }, ...answerableFacts(user) },
    select: { id: true, deckId: true, memories: { where: { userId: user.id }, select: MEMORY_COLUMNS } },
  });
  const stateOf = ([row]: (typeof given)[number]['memories']) => (row === undefined ? null : toMemory(row));
  return [...own, ...given.map(({ id, deckId, memories }) => ({ id, deckId, state: stateOf(memories) }))];
};
