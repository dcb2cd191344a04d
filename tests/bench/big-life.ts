/** A learner with a long life: many facts, each with all its reviews, memories and sums as the app would have left them. */
import { randomUUID } from 'node:crypto';
import { dayOf, dayStartsAt } from '@/lib/memory/days';
import { nextState, retrievability } from '@/lib/memory/schedule';
import { sumTallies, tallyOfAnswer, type HourTally } from '@/lib/memory/tally';
import type { Learner, MemoryState, Rating } from '@/lib/model';
import { db, type Transaction } from '@/lib/server/db';
import { addTallies, rowOf, writeMemories } from '@/lib/server/data/reviews-append';
import type { User } from '@/lib/server/user';
import { dialectOf } from '@/prisma/model';

export type LifeSize = {
  readonly decks: number;
  readonly factsPerDeck: number;
  /** Facts of each deck that were never seen. */
  readonly unseenPerDeck: number;
  /** Days ago on which the first fact was met. */
  readonly days: number;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Rows in one insert; more would be more parameters than SQLite takes. */
const TOGETHER = 1000;
/** As it is unless changed; in two years it comes to about ten answers for a fact. */
const RETENTION = 0.9;

/** Marsaglia's xorshift with 32 bits: the same life at every run. */
const chanceFrom = (seed: number) => {
  let state = seed;
  return (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
};

type Row = ReturnType<typeof rowOf>;

/** Makes the life in `db()`. Answers how many facts, memories and reviews it holds. */
export const makeLife = async (
  user: User,
  size: LifeSize,
  now: Date,
): Promise<{ facts: number; memories: number; reviews: number }> => {
  const database = await db();
  const chance = chanceFrom(2_463_534_242);
  const learner: Learner = { ...user.learner, retention: RETENTION };
  const then: User = { ...user, learner };
  const today = dayOf(now, learner);
  let [memories, reviews] = [0, 0];
  for (let number = 0; number < size.decks; number += 1) {
    const { id: deckId } = await database.deck.create({
      data: { userId: user.id, title: `Deck ${number + 1}` },
    });
    const seen = size.factsPerDeck - size.unseenPerDeck;
    const facts = Array.from({ length: size.factsPerDeck }, (_, position) => ({
      id: randomUUID(),
      deckId,
      kind: 'statement',
      statement: `Tower ${position + 1} of town ${number + 1} was opened in ${1500 + (position % 500)}.`,
      salience: chance(),
      status: 'accepted',
      position,
      met: position < seen,
      createdAt: now,
    }));
    const questions = facts.map(({ id, position }) => ({
      id: randomUUID(),
      factId: id,
      form: 'cloze',
      prompt: `Tower ${position + 1} of town ${number + 1} was opened in _____.`,
      answer: String(1500 + (position % 500)),
      options: [],
      checks: [],
      status: 'accepted',
      origin: 'reader',
      createdAt: now,
    }));
    const states = new Map<string, MemoryState>();
    const rows: Row[] = [];
    const tallies: HourTally[] = [];
    for (const fact of facts.slice(0, seen)) {
      let state: MemoryState | null = null;
      const met = today - size.days + Math.floor(chance() * (size.days - 90));
      for (let at = timeOfDay(met, learner, chance); at < now;) {
        const rating: Rating = answerOf(state, at, learner, chance);
        tallies.push(tallyOfAnswer(state, { rating, at, elapsedMs: 4000, learner }));
        const review = { id: randomUUID(), factId: fact.id, questionId: null, rating, at };
        rows.push(rowOf(then, { ...review, form: 'cloze', mode: 'study', elapsedMs: 4000 }));
        state = nextState(state, rating, at, learner);
        at = state.scheduledDays === 0 ? state.due : timeOfDay(dayOf(state.due, learner), learner, chance);
      }
      if (state) states.set(fact.id, state);
    }
    await database.$transaction(
      async (transaction) => {
        for (const part of parts(facts)) await insert(transaction, 'Fact', part);
        for (const part of parts(questions)) await insert(transaction, 'Question', part);
        for (const part of parts(rows)) await insert(transaction, 'Review', part);
        for (const part of parts([...states])) await writeMemories(transaction, user, new Map(part));
        for (const part of parts(sumTallies(tallies))) await addTallies(transaction, user, deckId, part);
      },
      { timeout: 600_000 },
    );
    memories += states.size;
    reviews += rows.length;
  }
  return { facts: size.decks * size.factsPerDeck, memories, reviews };
};

/** Has the database do at once what it would do within minutes of such a load, so that it is not measured. */
export const settle = async (): Promise<void> => {
  const database = await db();
  if (POSTGRESQL) {
    await database.$executeRawUnsafe('VACUUM ANALYZE');
    await database.$executeRawUnsafe('CHECKPOINT');
  } else await database.$queryRawUnsafe('PRAGMA wal_checkpoint(TRUNCATE)');
};

/** Inserts rows as one JSON text: an ordinary insert of a million rows takes minutes. */
const insert = async (
  transaction: Transaction,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> => {
  const names = Object.keys(rows[0] ?? {});
  const columns = names.map((name) => `"${name}"`).join(', ');
  const values = names.map((name) => `json_extract(value, '$.${name}')`).join(', ');
  const text = JSON.stringify(rows, (_, value: unknown) =>
    typeof value === 'string' && INSTANT.test(value) ? value.replace('Z', '+00:00') : value,
  );
  const source = POSTGRESQL
    ? `SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1::json)`
    : `SELECT ${values} FROM json_each(?)`;
  await transaction.$executeRawUnsafe(`INSERT INTO "${table}" (${columns}) ${source}`, text);
};

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const POSTGRESQL = dialectOf(process.env.QUIZWRIGHT_BENCH_DATABASE ?? '') === 'postgresql';

/** In one of two sittings, an hour and a half each, in the morning and in the evening. */
const timeOfDay = (day: number, learner: Learner, chance: () => number): Date => {
  const sitting = chance() < 0.5 ? 4 : 15;
  return new Date(dayStartsAt(day, learner).getTime() + Math.floor((sitting + 1.5 * chance()) * HOUR));
};

/** Right as often as the schedule believes, and now and then with more or less ease. */
const answerOf = (state: MemoryState | null, at: Date, learner: Learner, chance: () => number): Rating => {
  const recall = state === null ? 0.8 : Math.min(0.97, retrievability(state, at, learner));
  return chance() < recall ? 'good' : 'again';
};

const parts = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / TOGETHER) }, (_, index) =>
    all.slice(index * TOGETHER, (index + 1) * TOGETHER),
  );
