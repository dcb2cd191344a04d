import 'server-only';
import { z } from 'zod';
import { dayOf } from '@/lib/memory/days';
import type { Exam } from '@/lib/memory/exam/exam';
import { keptSchema, type Kept } from '@/lib/memory/exam/summary';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import { untilNoClash } from '@/lib/server/data/clash';
import { deckNames, type DeckName } from '@/lib/server/data/decks';
import type { User } from '@/lib/server/user';

const idsSchema = z.array(z.string());
const minutesSchema = z.array(z.number()).length(7);

/** What a person says of an exam. */
export type ExamWish = {
  readonly title: string;
  /** The owner's day, as numbered by lib/memory/days. */
  readonly day: number;
  readonly deckIds: readonly string[];
  /** By weekday, Monday first; seven of them. */
  readonly minutes: readonly number[];
};

/** An exam as it is stored. */
export type StoredExam = Exam & {
  readonly id: string;
  readonly title: string;
  readonly deckIds: readonly string[];
  readonly pinned: readonly string[];
  /** `null`: never planned. */
  readonly kept: Kept | null;
  readonly version: number;
};

const COLUMNS = {
  id: true,
  title: true,
  day: true,
  startDay: true,
  deckIds: true,
  minutes: true,
  pinned: true,
  kept: true,
  version: true,
} as const;

type Row = Readonly<Record<'deckIds' | 'minutes' | 'pinned' | 'kept', unknown>> &
  Pick<StoredExam, 'id' | 'title' | 'day' | 'startDay' | 'version'>;

const toExam = (row: Row): StoredExam => ({
  id: row.id,
  title: row.title,
  day: row.day,
  startDay: row.startDay,
  deckIds: idsSchema.parse(row.deckIds),
  minutes: minutesSchema.parse(row.minutes),
  pinned: idsSchema.parse(row.pinned),
  // A summary in the words of an earlier version is none: the day is planned anew.
  kept: keptSchema.safeParse(row.kept).data ?? null,
  version: row.version,
});

const refuseForeignDecks = async (user: User, deckIds: readonly string[]): Promise<void> => {
  const ids = [...new Set(deckIds)];
  const found = await (await db()).deck.count({ where: { id: { in: ids }, userId: user.id } });
  if (found !== ids.length) throw new Refusal('NOT_FOUND');
};

const columnsOf = ({ title, day, deckIds, minutes }: ExamWish) => ({
  title,
  day,
  deckIds: [...new Set(deckIds)],
  minutes: [...minutes],
});

/** Makes an exam; answers its id. @throws Refusal NOT_FOUND for a deck that is not theirs. */
export const createExam = async (user: User, wish: ExamWish, now: Date): Promise<string> => {
  await refuseForeignDecks(user, wish.deckIds);
  const startDay = dayOf(now, user.learner);
  const row = await (
    await db()
  ).examPlan.create({
    data: { userId: user.id, startDay, pinned: [], ...columnsOf(wish) },
    select: { id: true },
  });
  return row.id;
};

/** One exam of the person's. @throws Refusal NOT_FOUND */
export const examOf = async (user: User, examId: string): Promise<StoredExam> => {
  const row = await (
    await db()
  ).examPlan.findFirst({ where: { id: examId, userId: user.id }, select: COLUMNS });
  if (row === null) throw new Refusal('NOT_FOUND');
  return toExam(row);
};

/** An exam on the list, with what its plan last predicted. */
export type ListedExam = {
  readonly id: string;
  readonly title: string;
  readonly day: number;
  readonly decks: readonly DeckName[];
  readonly predicted: Kept['latest']['predicted'];
};

/** The person's exams, the next first, and those that are over, the last first. */
export const listExams = async (
  user: User,
  now: Date,
): Promise<{ ahead: ListedExam[]; over: ListedExam[] }> => {
  const database = await db();
  const rows = await database.examPlan.findMany({
    where: { userId: user.id },
    orderBy: [{ day: 'asc' }, { id: 'asc' }],
    select: COLUMNS,
  });
  const decks = await deckNames(user);
  const exams = rows.map(toExam).map(({ id, title, day, deckIds, kept }) => ({
    id,
    title,
    day,
    decks: decks.filter((deck) => deckIds.includes(deck.id)),
    predicted: kept?.latest.predicted ?? null,
  }));
  const today = dayOf(now, user.learner);
  return {
    ahead: exams.filter(({ day }) => day >= today),
    over: exams.filter(({ day }) => day < today).reverse(),
  };
};

const staleOf = (kept: Kept | null) => (kept === null ? {} : { kept: { ...kept, stale: true } });

/** Writes to an exam as it stands; tries again where another write came first. @throws Refusal NOT_FOUND */
const amend = async (
  user: User,
  examId: string,
  change: (exam: StoredExam) => { readonly pinned?: string[] } | ReturnType<typeof columnsOf>,
): Promise<void> => {
  const database = await db();
  await untilNoClash(async () => {
    const exam = await examOf(user, examId);
    await database.examPlan.update({
      where: { id: exam.id, userId: user.id, version: exam.version },
      data: { ...change(exam), ...staleOf(exam.kept), version: { increment: 1 } },
      select: { id: true },
    });
  });
};

/** Changes what a person says of an exam; the day is planned anew. @throws Refusal NOT_FOUND */
export const changeExam = async (user: User, examId: string, wish: ExamWish): Promise<void> => {
  await refuseForeignDecks(user, wish.deckIds);
  await amend(user, examId, () => columnsOf(wish));
};

/** Says whether a fact stays in the plan however short the time is. @throws Refusal NOT_FOUND */
export const pinFact = async (user: User, examId: string, factId: string, pinned: boolean): Promise<void> => {
  const theirs = { id: factId, deck: { userId: user.id } };
  if ((await (await db()).fact.count({ where: theirs })) === 0) throw new Refusal('NOT_FOUND');
  await amend(user, examId, (exam) => {
    const others = exam.pinned.filter((id) => id !== factId);
    return { pinned: pinned ? [...others, factId] : others };
  });
};

/** @throws Refusal NOT_FOUND */
export const deleteExam = async (user: User, examId: string): Promise<void> => {
  const { count } = await (await db()).examPlan.deleteMany({ where: { id: examId, userId: user.id } });
  if (count === 0) throw new Refusal('NOT_FOUND');
};

/** Keeps a plan if the exam is still as it was read. */
export const keepPlan = async (user: User, exam: StoredExam, kept: Kept): Promise<void> => {
  await (
    await db()
  ).examPlan.updateMany({
    where: { id: exam.id, userId: user.id, version: exam.version },
    data: { kept, version: { increment: 1 } },
  });
};
