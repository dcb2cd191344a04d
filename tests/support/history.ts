import { randomUUID } from 'node:crypto';
import { dayOf, dayStartsAt } from '@/lib/memory/days';
import { db } from '@/lib/server/db';
import { mendDrifts, replayUser } from '@/lib/server/data/replay';
import { rowOf } from '@/lib/server/data/reviews-append';
import type { User } from '@/lib/server/user';
import type { Weights } from '@/lib/model';
import { livesBy } from './synthetic-learner';

const HOUR = 3_600_000;
const TOGETHER = 1000;

type Size = { readonly facts: number; readonly days: number; readonly seed?: number };

/** A deck of `user` with a past up to yesterday, answered as someone of these weights would have. */
export const newHistory = async (user: User, weights: Weights, size: Size, now: Date): Promise<string> => {
  const database = await db();
  const { id: deckId } = await database.deck.create({ data: { userId: user.id, title: 'A long past' } });
  const lives = livesBy(weights, size);
  const shift = dayOf(now, user.learner) - 20_000 - size.days;
  const facts = lives.map((_, position) => ({
    id: randomUUID(),
    deckId,
    kind: 'statement',
    statement: `Tower ${position + 1} was opened in ${1500 + position}.`,
    status: 'accepted',
    position,
  }));
  const reviews = lives.flatMap((life, position) =>
    life.map(({ rating, day }) => ({
      ...rowOf(user, {
        id: randomUUID(),
        factId: facts[position]?.id ?? '',
        questionId: null,
        rating,
        form: 'cloze',
        mode: 'study',
        elapsedMs: 4000,
        at: new Date(dayStartsAt(day + shift, user.learner).getTime() + 6 * HOUR + position * 1000),
      }),
    })),
  );
  for (let from = 0; from < facts.length; from += TOGETHER) {
    await database.fact.createMany({ data: facts.slice(from, from + TOGETHER) });
  }
  for (let from = 0; from < reviews.length; from += TOGETHER) {
    await database.review.createMany({ data: reviews.slice(from, from + TOGETHER) });
  }
  await mendDrifts(user, await replayUser(user));
  return deckId;
};
