import 'server-only';
import type { Aside, AsideFact } from '@/lib/memory/aside';
import { dayOf, dayStartsAt } from '@/lib/memory/days';
import { flagOf, storedFlag, type Flag } from '@/lib/memory/flags';
import { LEECH_AT } from '@/lib/memory/leech';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

const change = async (
  user: User,
  factId: string,
  data: { suspended?: boolean; buriedUntil?: Date | null; flag?: number | null },
): Promise<void> => {
  const { count } = await (
    await db()
  ).fact.updateMany({ where: { id: factId, deck: { userId: user.id } }, data });
  if (count === 0) throw new Refusal('NOT_FOUND');
};

/** Sets a fact of theirs aside, or takes it in again; its memory stays as it is. @throws Refusal NOT_FOUND */
export const setAside = async (user: User, factId: string, how: Aside, now: Date): Promise<void> => {
  const tomorrow = dayStartsAt(dayOf(now, user.learner) + 1, user.learner);
  if (how === 'bury') await change(user, factId, { buriedUntil: tomorrow });
  else if (how === 'suspend') await change(user, factId, { suspended: true });
  else await change(user, factId, { suspended: false, buriedUntil: null });
};

/** Puts a flag on a fact of theirs, or takes it off (`null`). @throws Refusal NOT_FOUND */
export const setFlag = async (user: User, factId: string, flag: Flag | null): Promise<void> => {
  await change(user, factId, { flag: storedFlag(flag) });
};

/** Listed at most; the page says so where there are more. */
export const MOST_ASIDE = 200;

/** Their facts that are suspended, buried, flagged or leeches, those of the newest deck first. */
export const asideFacts = async (user: User, now: Date): Promise<AsideFact[]> => {
  const rows = await (
    await db()
  ).fact.findMany({
    where: {
      status: 'accepted',
      deck: { userId: user.id },
      OR: [
        { suspended: true },
        { buriedUntil: { gt: now } },
        { flag: { not: null } },
        { memories: { some: { userId: user.id, lapses: { gte: LEECH_AT } } } },
      ],
    },
    orderBy: [{ deck: { createdAt: 'desc' } }, { position: 'asc' }, { id: 'asc' }],
    take: MOST_ASIDE,
    select: {
      id: true,
      statement: true,
      suspended: true,
      buriedUntil: true,
      flag: true,
      deck: { select: { id: true, title: true } },
      memories: { where: { userId: user.id }, select: { lapses: true } },
    },
  });
  return rows.map(({ deck, memories: [memory], buriedUntil, flag, ...row }) => ({
    ...row,
    deckId: deck.id,
    deckTitle: deck.title,
    buried: buriedUntil !== null && buriedUntil > now,
    flag: flagOf(flag),
    lapses: memory?.lapses ?? 0,
  }));
};
