import 'server-only';
import { randomUUID } from 'node:crypto';
import type { AccountData } from '@/lib/formats/account-data';
import { replayFact } from '@/lib/memory/log';
import { sumTallies, tallyOfLog } from '@/lib/memory/tally';
import { Refusal } from '@/lib/refusal';
import { storeMedia } from '@/lib/server/data/media';
import { addTallies, holdMemories, writeMemories } from '@/lib/server/data/reviews-append';
import { toLogged } from '@/lib/server/data/reviews-log';
import { liveWithoutStrays, writeLive } from '@/lib/server/data/import-live';
import { db, DbNull, type Database, type Transaction } from '@/lib/server/db';
import { toUser, USER_COLUMNS, type User } from '@/lib/server/user';
import { zoneSchema } from '@/lib/server/zone';

const isZone = (zone: string): boolean => zoneSchema.safeParse(zone).success;

const LONG_WRITE = { timeout: 300_000 };
const ROWS_AT_ONCE = 500;

export type BroughtBack = {
  readonly decks: number;
  readonly facts: number;
  readonly reviews: number;
  readonly attempts: number;
  /** Rows that refer to what is somebody else's, as what was done on a class's deck. */
  readonly leftOut: number;
};

/**
 * Brings all data of a file into an account, all or nothing. Ids stay as they are where nobody has them; memories and
 * sums are what the log gives. Settings and weights come along where the account has not studied yet.
 * @throws Refusal SAME_ARTICLE where the account holds these decks already.
 */
export const importAccount = async (user: User, file: AccountData): Promise<BroughtBack> => {
  const database = await db();
  const whole = withoutStrays(file);
  await refuseTwice(database, user, whole);
  const named = withIds(whole, await takenIds(database, whole));
  return database.$transaction(async (transaction: Transaction) => {
    const held = await holdMemories(transaction, user);
    const owner = await takeSettings(transaction, held, named);
    await writeTables(transaction, owner, named);
    await replayInto(transaction, owner, named);
    await storeMedia(
      transaction,
      owner,
      named.media.map(({ name, base64 }) => ({ name, bytes: new Uint8Array(Buffer.from(base64, 'base64')) })),
    );
    const { decks, facts, reviews, attempts } = named;
    return {
      decks: decks.length,
      facts: facts.length,
      reviews: reviews.length,
      attempts: attempts.length,
      leftOut: countRows(file) - countRows(whole),
    };
  }, LONG_WRITE);
};

const countRows = ({ facts, questions, reviews, quizzes, attempts, answers }: AccountData): number =>
  [facts, questions, reviews, quizzes, attempts, answers].reduce((sum, rows) => sum + rows.length, 0);

const idsOf = (rows: readonly { readonly id: string }[]): Set<string> => new Set(rows.map(({ id }) => id));

/** The file without rows whose deck, fact, question or quiz is not in it. */
const withoutStrays = (file: AccountData): AccountData => {
  const decks = idsOf(file.decks);
  const articles = file.articles.filter(({ deckId }) => decks.has(deckId));
  const articleIds = idsOf(articles);
  const facts = file.facts.filter(
    ({ deckId, articleId }) => decks.has(deckId) && (articleId === null || articleIds.has(articleId)),
  );
  const factIds = idsOf(facts);
  const quizzes = file.quizzes.filter(({ deckId }) => decks.has(deckId));
  const quizIds = idsOf(quizzes);
  const attempts = file.attempts.filter(({ quizId }) => quizIds.has(quizId));
  const attemptIds = idsOf(attempts);
  return {
    ...file,
    articles,
    facts,
    questions: file.questions.filter(({ factId }) => factIds.has(factId)),
    reviews: file.reviews.filter(({ factId, zone }) => factIds.has(factId) && isZone(zone)),
    quizzes,
    attempts,
    answers: file.answers.filter(({ attemptId }) => attemptIds.has(attemptId)),
    ...liveWithoutStrays(file),
  };
};

/** A second import of the same file would double everything: the decks themselves say so. */
const refuseTwice = async (database: Database, user: User, { decks }: AccountData): Promise<void> => {
  const ids = decks.map(({ id }) => id);
  for (const part of chunks(ids)) {
    if ((await database.deck.count({ where: { id: { in: part }, userId: user.id } })) > 0) {
      throw new Refusal('SAME_ARTICLE');
    }
  }
};

const takenIds = async (database: Database, file: AccountData): Promise<Set<string>> => {
  const taken = new Set<string>();
  const select = { id: true } as const;
  type Find = (where: { id: { in: string[] } }) => Promise<{ id: string }[]>;
  const tables: readonly (readonly [readonly { readonly id: string }[], Find])[] = [
    [file.decks, (where) => database.deck.findMany({ where, select })],
    [file.articles, (where) => database.article.findMany({ where, select })],
    [file.facts, (where) => database.fact.findMany({ where, select })],
    [file.questions, (where) => database.question.findMany({ where, select })],
    [file.reviews, (where) => database.review.findMany({ where, select })],
    [file.weightFits, (where) => database.weightFit.findMany({ where, select })],
    [file.exams, (where) => database.examPlan.findMany({ where, select })],
    [file.quizzes, (where) => database.quiz.findMany({ where, select })],
    [file.attempts, (where) => database.attempt.findMany({ where, select })],
    [file.liveSessions, (where) => database.liveSession.findMany({ where, select })],
    [file.livePlayers, (where) => database.livePlayer.findMany({ where, select })],
  ];
  for (const [rows, find] of tables) {
    for (const part of chunks(rows)) {
      for (const { id } of await find({ id: { in: part.map((row) => row.id) } })) taken.add(id);
    }
  }
  return taken;
};

/** The file with other ids in the place of those that are taken, wherever one is named. */
const withIds = (file: AccountData, taken: ReadonlySet<string>): AccountData => {
  if (taken.size === 0) return file;
  const fresh = new Map([...taken].map((id) => [id, randomUUID()]));
  const swap = (value: unknown): unknown => {
    if (typeof value === 'string') return fresh.get(value) ?? value;
    if (Array.isArray(value)) return value.map(swap);
    if (value === null || typeof value !== 'object' || value instanceof Date) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, swapAt(key, inner)]));
  };
  // Only what is named like an id is one: a text may read like anything.
  const swapAt = (key: string, value: unknown): unknown =>
    typeof value !== 'string' || /^(id|undoes|corrects|\w+Id)$/u.test(key) ? swap(value) : value;
  const exams = file.exams.map((exam) => ({
    ...exam,
    deckIds: exam.deckIds.map((id) => fresh.get(id) ?? id),
    pinned: exam.pinned.map((id) => fresh.get(id) ?? id),
  }));
  const { user, media, ...tables } = file;
  return {
    ...(swap({ ...tables, exams: [] }) as AccountData),
    exams: swap(exams) as typeof exams,
    user,
    media,
  };
};

/** What the schedule must know of the person, where they have no log here yet that was made under other settings. */
const takeSettings = async (
  transaction: Transaction,
  user: User,
  { user: told }: AccountData,
): Promise<User> => {
  if ((await transaction.review.count({ where: { userId: user.id } })) > 0) return user;
  const row = await transaction.user.update({
    where: { id: user.id },
    data: {
      ...(user.name === null && told.name !== null ? { name: told.name } : {}),
      ...(isZone(told.zone) ? { zone: told.zone } : {}),
      dayStart: told.dayStart,
      settings: told.settings ?? DbNull,
      weights: told.weights ?? DbNull,
    },
    select: USER_COLUMNS,
  });
  return toUser(row);
};

const orDbNull = <T>(value: T | null): T | typeof DbNull => value ?? DbNull;

const writeTables = async (
  transaction: Transaction,
  { id: userId }: User,
  file: AccountData,
): Promise<void> => {
  const write = async <T>(rows: readonly T[], insert: (part: T[]) => Promise<unknown>): Promise<void> => {
    for (const part of chunks(rows)) await insert(part);
  };
  await write(file.decks, (part) =>
    transaction.deck.createMany({ data: part.map((row) => ({ ...row, userId })) }),
  );
  await write(file.articles, (part) =>
    transaction.article.createMany({
      data: part.map((row) => ({ ...row, leftOut: orDbNull(row.leftOut), origin: orDbNull(row.origin) })),
    }),
  );
  await write(file.facts, (part) =>
    transaction.fact.createMany({
      data: part.map((row) => ({ ...row, leans: orDbNull(row.leans), tags: orDbNull(row.tags) })),
    }),
  );
  await write(file.questions, (part) =>
    transaction.question.createMany({
      data: part.map((row) => ({
        ...without(row, 'accepted'),
        otherDistractors: orDbNull(row.otherDistractors),
        checks: nonNull(row.checks),
      })),
    }),
  );
  await write(
    file.questions.flatMap(({ id, accepted }) => accepted.map((each) => ({ ...each, questionId: id }))),
    (part) => transaction.acceptedAnswer.createMany({ data: part }),
  );
  await write(file.reviews, (part) =>
    transaction.review.createMany({ data: part.map((row) => ({ ...row, userId })) }),
  );
  await write(file.weightFits, (part) =>
    transaction.weightFit.createMany({
      data: part.map((row) => ({
        ...row,
        userId,
        state: row.state === 'running' ? 'waiting' : row.state,
        weights: orDbNull(row.weights),
        trial: orDbNull(row.trial),
      })),
    }),
  );
  await write(file.exams, (part) =>
    transaction.examPlan.createMany({ data: part.map((row) => ({ ...row, userId })) }),
  );
  await write(file.quizzes, (part) =>
    transaction.quiz.createMany({
      data: part.map((row) => ({ ...row, userId, settings: orDbNull(row.settings) })),
    }),
  );
  await write(file.attempts, (part) =>
    transaction.attempt.createMany({ data: part.map((row) => ({ ...row, userId })) }),
  );
  await write(file.answers, (part) =>
    transaction.answer.createMany({ data: part.map((row) => without(row, 'remarks')) }),
  );
  await write(
    file.answers.flatMap(({ attemptId, position, remarks }) =>
      remarks.map((each) => ({ ...each, attemptId, position })),
    ),
    (part) => transaction.remark.createMany({ data: part }),
  );
  await writeLive(transaction, userId, file);
};

/** A row without a list that is a table of its own here. */
const without = <T extends object, K extends keyof T>(row: T, list: K): Omit<T, K> => {
  const rest: Partial<T> = { ...row };
  Reflect.deleteProperty(rest, list);
  return rest as Omit<T, K>;
};

const nonNull = <T>(values: readonly (T | null)[]): T[] => values.flatMap((value) => value ?? []);

/** Memories, marks and sums from the log, as a replay would give them. */
const replayInto = async (transaction: Transaction, user: User, file: AccountData): Promise<void> => {
  const deckOf = new Map(file.facts.map(({ id, deckId }) => [id, deckId]));
  const logs = new Map<string, ReturnType<typeof toLogged>[]>();
  for (const row of file.reviews) {
    const log = logs.get(row.factId);
    if (log === undefined) logs.set(row.factId, [toLogged(user, row)]);
    else log.push(toLogged(user, row));
  }
  const sums = new Map<string, ReturnType<typeof tallyOfLog>>();
  for (const part of chunks([...logs], 200)) {
    const states = part.flatMap(([factId, log]) => {
      const deckId = deckOf.get(factId) ?? '';
      sums.set(deckId, sumTallies([...(sums.get(deckId) ?? []), ...tallyOfLog(log)]));
      const state = replayFact(log);
      return state === null ? [] : [[factId, state] as const];
    });
    await writeMemories(transaction, user, new Map(states));
    await transaction.fact.updateMany({
      where: { id: { in: states.map(([factId]) => factId) }, deck: { userId: user.id } },
      data: { met: true },
    });
  }
  for (const [deckId, tallies] of sums) {
    for (const part of chunks(tallies, 200)) await addTallies(transaction, user, deckId, part);
  }
};

const chunks = <T>(rows: readonly T[], size = ROWS_AT_ONCE): T[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  );
