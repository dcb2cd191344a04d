import 'server-only';
import { replayFact, type LoggedReview } from '@/lib/memory/log';
import { tallyChange, tallyOfLog } from '@/lib/memory/tally';
import type { MemoryState } from '@/lib/model';
import type { Transaction } from '@/lib/server/db';
import { addTallies, writeMemories } from '@/lib/server/data/reviews-append';
import { logsOf } from '@/lib/server/data/reviews-log';
import type { User } from '@/lib/server/user';

/** A fact of a teacher's deck that two rows of one person have both answered, with the two logs. */
type SharedFact = {
  readonly factId: string;
  readonly deckId: string;
  readonly logs: readonly (readonly LoggedReview[])[];
};

/**
 * Takes from `guest` the memories of facts that `owner` remembers as well, since one person has one memory of a fact;
 * `joinShared` makes it of both logs once these are one.
 */
export const partShared = async (
  transaction: Transaction,
  guest: User,
  owner: User,
): Promise<SharedFact[]> => {
  const rows = await transaction.memory.findMany({
    where: { userId: guest.id, fact: { memories: { some: { userId: owner.id } } } },
    select: { factId: true, fact: { select: { deckId: true } } },
  });
  const factIds = rows.map(({ factId }) => factId);
  const [guests, owners] = [
    await logsOf(transaction, guest, factIds),
    await logsOf(transaction, owner, factIds),
  ];
  await transaction.memory.deleteMany({ where: { userId: guest.id, factId: { in: factIds } } });
  return rows.map(({ factId, fact }) => ({
    factId,
    deckId: fact.deckId,
    logs: [guests.get(factId) ?? [], owners.get(factId) ?? []],
  }));
};

/** Makes the one memory of what `partShared` took apart; the reviews are all the owner's by now. */
export const joinShared = async (
  transaction: Transaction,
  owner: User,
  shared: readonly SharedFact[],
): Promise<void> => {
  const logs = await logsOf(
    transaction,
    owner,
    shared.map(({ factId }) => factId),
  );
  const states = new Map<string, MemoryState>();
  for (const { factId, deckId, logs: apart } of shared) {
    const whole = logs.get(factId) ?? [];
    const state = replayFact(whole);
    if (state !== null) states.set(factId, state);
    await addTallies(transaction, owner, deckId, tallyChange(apart.flatMap(tallyOfLog), tallyOfLog(whole)));
  }
  await writeMemories(transaction, owner, states);
};

/** Moves the sums of a guest, into those of the same hour and deck where there are some. */
export const moveHours = async (transaction: Transaction, guest: User, owner: User): Promise<void> => {
  const taken = await transaction.studyHour.findMany({
    where: { userId: owner.id, deck: { hours: { some: { userId: guest.id } } } },
    select: { day: true, hour: true, deckId: true },
  });
  for (const at of taken) {
    const [row] = await transaction.studyHour.findMany({ where: { ...at, userId: guest.id } });
    if (row === undefined) continue;
    await addTallies(transaction, owner, at.deckId, [row]);
    await transaction.studyHour.deleteMany({ where: { ...at, userId: guest.id } });
  }
  await transaction.studyHour.updateMany({ where: { userId: guest.id }, data: { userId: owner.id } });
};

/**
 * Gives the places of a guest in classes to the owner, with the attempts at assignments. In a class where both are it
 * is the owner's place that stays, and the attempts are counted on from theirs.
 */
export const moveClassWork = async (transaction: Transaction, guest: User, owner: User): Promise<void> => {
  const places = await transaction.classMember.findMany({
    where: { userId: guest.id },
    select: {
      id: true,
      class: { select: { members: { where: { userId: owner.id }, select: { id: true } } } },
    },
  });
  for (const {
    id,
    class: { members },
  } of places) {
    const [own] = members;
    if (own === undefined) {
      await transaction.classMember.updateMany({ where: { id }, data: { userId: owner.id } });
      continue;
    }
    await transaction.extension.updateMany({
      where: { memberId: id, assignment: { extensions: { none: { memberId: own.id } } } },
      data: { memberId: own.id },
    });
  }
  const attempts = await transaction.assignedAttempt.findMany({
    where: { userId: guest.id },
    orderBy: { ordinal: 'asc' },
    select: { attemptId: true, assignmentId: true },
  });
  for (const { attemptId, assignmentId } of attempts) {
    const before = await transaction.assignedAttempt.count({ where: { assignmentId, userId: owner.id } });
    await transaction.assignedAttempt.updateMany({
      where: { attemptId },
      data: { userId: owner.id, ordinal: before + 1 },
    });
  }
};
