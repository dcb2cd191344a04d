import 'server-only';
import { z } from 'zod';
import {
  ASSIGNMENT_FEEDBACKS,
  attemptDeadline,
  closingFor,
  phaseOf,
  type AssignmentFeedback,
  type Phase,
} from '@/lib/classes/feedback';
import { inOwnOrder } from '@/lib/classes/own-paper';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import { storedPaperSchema } from '@/lib/server/data/attempts-paper';
import { classesWhereMay } from '@/lib/server/data/classes';
import { untilNoClash } from '@/lib/server/data/clash';
import { settingsOf } from '@/lib/server/data/quizzes';
import type { User } from '@/lib/server/user';

export const assignmentFeedbackSchema = z.enum(ASSIGNMENT_FEEDBACKS);

/** An assignment as one of its pupils sees it: nothing of it says what is right, or what another did. */
export type PupilAssignment = {
  readonly id: string;
  readonly classId: string;
  readonly className: string;
  readonly title: string;
  readonly deckId: string;
  /** A quiz; otherwise the deck is to be studied. */
  readonly isQuiz: boolean;
  readonly phase: Phase;
  readonly opensAt: Date;
  /** When it closes for this pupil. */
  readonly closesAt: Date | null;
  /** How often it may be taken; `null`: as often as one likes. */
  readonly attempts: number | null;
  readonly feedback: AssignmentFeedback;
  readonly questions: number;
  /** Minutes for this pupil; `null`: until it closes. */
  readonly minutes: number | null;
  /** Their own attempts, the first one first. */
  readonly taken: readonly {
    readonly id: string;
    readonly finishedAt: Date | null;
    readonly score: number;
    readonly total: number;
  }[];
  /** Of a deck: its facts, how many of them this pupil has met, and how many are due for them. */
  readonly facts: { readonly all: number; readonly met: number; readonly due: number };
  readonly isDone: boolean;
  /** Whether the teacher has reminded those who are not done. */
  readonly isReminded: boolean;
};

const PUPILS_OWN = (user: User) =>
  ({
    id: true,
    classId: true,
    title: true,
    deckId: true,
    quizId: true,
    opensAt: true,
    closesAt: true,
    attempts: true,
    feedback: true,
    remindedAt: true,
    class: {
      select: {
        name: true,
        members: { where: { userId: user.id }, select: { id: true, moreTime: true } },
      },
    },
    quiz: { select: { settings: true, count: true } },
    extensions: { where: { member: { userId: user.id } }, select: { closesAt: true } },
    taken: {
      where: { userId: user.id },
      orderBy: { ordinal: 'asc' },
      select: { attempt: { select: { id: true, finishedAt: true, score: true, total: true } } },
    },
  }) as const;

const rowsOf = async (user: User, where: { id?: string; classId?: string }, now: Date) =>
  (await db()).assignment.findMany({
    where: {
      ...where,
      class: classesWhereMay(user, 'see-own-work'),
      // What is ahead is a surprise, and its title may say too much.
      opensAt: { lte: now },
    },
    orderBy: [{ closesAt: { sort: 'asc', nulls: 'last' } }, { opensAt: 'asc' }, { id: 'asc' }],
    select: PUPILS_OWN(user),
  });

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

/** How many facts of decks that are to be studied there are, how many the pupil has met, and how many are due. */
const factsByDeck = async (user: User, rows: readonly Row[], now: Date) => {
  const database = await db();
  const deckIds = [...new Set(rows.flatMap(({ quizId, deckId }) => (quizId === null ? [deckId] : [])))];
  const asked = { status: 'accepted', questions: { some: { status: 'accepted' } } };
  const counted = new Map<string, PupilAssignment['facts']>();
  for (const deckId of deckIds) {
    const fact = { ...asked, deckId };
    const [all, met, due] = await Promise.all([
      database.fact.count({ where: fact }),
      database.memory.count({ where: { userId: user.id, fact } }),
      database.memory.count({ where: { userId: user.id, due: { lte: now }, fact } }),
    ]);
    counted.set(deckId, { all, met, due });
  }
  return counted;
};

const NO_FACTS = { all: 0, met: 0, due: 0 };

const withMoreTime = (minutes: number | null, moreTime: number): number | null =>
  minutes === null ? null : Math.round(minutes * (1 + moreTime / 100));

const toAssignment = (row: Row, facts: PupilAssignment['facts'], now: Date): PupilAssignment => {
  const closesAt = closingFor(row.closesAt, row.extensions[0]?.closesAt ?? null);
  const settings = row.quiz === null ? null : settingsOf(row.quiz.settings, row.quiz.count);
  const taken = row.taken.map(({ attempt }) => ({ ...attempt, score: attempt.score ?? 0 }));
  const isDone =
    row.quizId === null
      ? facts.met === facts.all && facts.due === 0
      : taken.some(({ finishedAt }) => finishedAt !== null);
  const phase = phaseOf({ opensAt: row.opensAt, closesAt }, now);
  return {
    id: row.id,
    classId: row.classId,
    className: row.class.name,
    title: row.title,
    deckId: row.deckId,
    isQuiz: row.quizId !== null,
    phase,
    opensAt: row.opensAt,
    closesAt,
    attempts: row.attempts,
    feedback: assignmentFeedbackSchema.parse(row.feedback),
    questions: settings?.count ?? 0,
    minutes: withMoreTime(settings?.minutes ?? null, row.class.members[0]?.moreTime ?? 0),
    taken,
    facts,
    isDone,
    isReminded: row.remindedAt !== null && !isDone && phase === 'open',
  };
};

/** What a pupil has been given and may see by now, what closes first first; of one class or of all in use. */
export const pupilWork = async (
  user: User,
  now: Date,
  classId: string | null = null,
): Promise<PupilAssignment[]> => {
  const rows = await rowsOf(user, classId === null ? {} : { classId }, now);
  const facts = await factsByDeck(user, rows, now);
  return rows.map((row) => toAssignment(row, facts.get(row.deckId) ?? NO_FACTS, now));
};

/** What stands open for a pupil in classes that are in use: what they have to do, done or not. */
export const openWork = async (user: User, now: Date): Promise<PupilAssignment[]> => {
  const classes = await (
    await db()
  ).class.findMany({ where: classesWhereMay(user, 'do-work'), select: { id: true } });
  if (classes.length === 0) return [];
  const inUse = new Set(classes.map(({ id }) => id));
  const all = await pupilWork(user, now);
  return all.filter(({ phase, classId }) => phase === 'open' && inUse.has(classId));
};

/** @throws Refusal NOT_FOUND, also before it opens */
export const pupilAssignment = async (user: User, id: string, now: Date): Promise<PupilAssignment> => {
  const rows = await rowsOf(user, { id }, now);
  const [row] = rows;
  if (row === undefined) throw new Refusal('NOT_FOUND');
  const facts = await factsByDeck(user, rows, now);
  return toAssignment(row, facts.get(row.deckId) ?? NO_FACTS, now);
};

/**
 * Begins a pupil's attempt, or goes on with the one under way; answers its id. The attempt is the pupil's own; its
 * questions are those that the teacher gave.
 * @throws Refusal NOT_FOUND, NOT_OPEN, NO_ATTEMPTS_LEFT
 */
export const beginAssignment = (
  user: User,
  id: string,
  { seed, now }: { readonly seed: string; readonly now: Date },
): Promise<string> =>
  untilNoClash(async () => {
    const database = await db();
    const row = await database.assignment.findFirst({
      where: { id, class: classesWhereMay(user, 'do-work'), quizId: { not: null }, opensAt: { lte: now } },
      select: { ...PUPILS_OWN(user), paper: true },
    });
    if (row?.quiz == null || row.quizId === null) throw new Refusal('NOT_FOUND');
    const underWay = row.taken.find(({ attempt }) => attempt.finishedAt === null);
    if (underWay !== undefined) return underWay.attempt.id;
    const closesAt = closingFor(row.closesAt, row.extensions[0]?.closesAt ?? null);
    if (phaseOf({ opensAt: row.opensAt, closesAt }, now) !== 'open') throw new Refusal('NOT_OPEN');
    if (row.attempts !== null && row.taken.length >= row.attempts) throw new Refusal('NO_ATTEMPTS_LEFT');
    const settings = settingsOf(row.quiz.settings, row.quiz.count);
    const paper = inOwnOrder(storedPaperSchema.parse(row.paper), { ...settings, seed });
    const attempt = await database.attempt.create({
      data: {
        seed,
        paper,
        deckTitle: row.title,
        startedAt: now,
        deadline: attemptDeadline(now, {
          minutes: settings.minutes,
          moreTime: row.class.members[0]?.moreTime ?? 0,
          closesAt,
        }),
        total: paper.length,
        user: { connect: { id: user.id } },
        quiz: { connect: { id: row.quizId } },
        assigned: { create: { assignmentId: id, userId: user.id, ordinal: row.taken.length + 1 } },
      },
      select: { id: true },
    });
    return attempt.id;
  });
