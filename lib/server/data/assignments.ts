import 'server-only';
import { attemptDeadline, closingFor, quizFeedbackOf, type AssignmentFeedback } from '@/lib/classes/feedback';
import type { QuizSettings } from '@/lib/quiz/settings';
import { Refusal } from '@/lib/refusal';
import { db, DbNull, type Transaction } from '@/lib/server/db';
import { makePaper, type StoredItem } from '@/lib/server/data/attempts-paper';
import { classesWhereMay, proveMay } from '@/lib/server/data/classes';
import { deckOf } from '@/lib/server/data/decks';
import { askableSources } from '@/lib/server/data/quiz-sources';
import { quizToGive } from '@/lib/server/data/quiz-to-give';
import { settingsOf } from '@/lib/server/data/quizzes';
import type { User } from '@/lib/server/user';

/** When and how often an assignment can be done, and what is told of it. */
export type AssignmentTerms = {
  readonly title: string;
  readonly opensAt: Date;
  /** `null`: it stays open. */
  readonly closesAt: Date | null;
  /** `null`: as often as they like. */
  readonly attempts: number | null;
  readonly feedback: AssignmentFeedback;
};

/** What the title's field takes, and what a deck's name is cut to. */
export const LONGEST_TITLE = 120;

/** A quiz that is drawn now, one of theirs as they last took it, or a deck to study. */
export type GivenWork =
  | { readonly kind: 'quiz'; readonly deckId: string; readonly settings: QuizSettings }
  | { readonly kind: 'taken'; readonly quizId: string }
  | { readonly kind: 'deck'; readonly deckId: string };

export type NewAssignment = AssignmentTerms & {
  readonly classId: string;
  readonly work: GivenWork;
  readonly seed: string;
  readonly now: Date;
};

/** What the quiz behind an assignment keeps: it never tells earlier than the assignment does. */
const quizSettings = (quiz: QuizSettings, terms: Pick<AssignmentTerms, 'feedback' | 'attempts'>) => ({
  ...quiz,
  feedback: quizFeedbackOf(terms.feedback),
  attempts: terms.attempts,
});

/**
 * Gives a class a quiz or a deck of the asker's; without a title it has the deck's. The questions of a quiz are fixed
 * now, the same for all, so that a later edit of the deck changes nothing. Answers the assignment's id.
 * @throws Refusal NOT_FOUND where class, deck or quiz are not theirs, NO_QUESTIONS
 */
export const createAssignment = async (user: User, wish: NewAssignment): Promise<string> => {
  const { classId, title, opensAt, closesAt, attempts, feedback } = wish;
  await proveMay(user, classId, 'assign');
  const { deckId, deckTitle, quiz } = await fixedWork(user, wish);
  const made = await (
    await db()
  ).assignment.create({
    data: {
      title: title === '' ? deckTitle.slice(0, LONGEST_TITLE) : title,
      opensAt,
      closesAt,
      attempts,
      feedback,
      class: { connect: { id: classId } },
      teacher: { connect: { id: user.id } },
      deck: { connect: { id: deckId } },
      ...(quiz === null ? { paper: DbNull } : fixedQuiz(user, deckId, quiz, wish)),
    },
    select: { id: true },
  });
  return made.id;
};

type FixedWork = {
  readonly deckId: string;
  readonly deckTitle: string;
  readonly quiz: { readonly paper: readonly StoredItem[]; readonly settings: QuizSettings } | null;
};

const fixedWork = async (user: User, { work, seed, now }: NewAssignment): Promise<FixedWork> => {
  if (work.kind === 'taken') {
    const { deckId, deckTitle, paper, settings } = await quizToGive(user, work.quizId);
    return { deckId, deckTitle, quiz: { paper, settings } };
  }
  const { deckId } = work;
  const { title: deckTitle } = await deckOf(user, deckId);
  const deck = { id: deckId, title: deckTitle, isOwn: true };
  if ((await askableSources(user, [deck], now)).available === 0) throw new Refusal('NO_QUESTIONS');
  if (work.kind === 'deck') return { deckId, deckTitle, quiz: null };
  // The teacher's memory says nothing of what a pupil knows.
  const settings: QuizSettings = { ...work.settings, prefer: 'any' };
  const paper = await makePaper(user, { deckId, settings, seed, now, keepsOthers: true });
  if (paper.length === 0) throw new Refusal('NO_QUESTIONS');
  return { deckId, deckTitle, quiz: { paper, settings } };
};

/** The columns of an assignment that fix its questions. */
const fixedQuiz = (
  user: User,
  deckId: string,
  { paper, settings }: NonNullable<FixedWork['quiz']>,
  terms: Pick<AssignmentTerms, 'feedback' | 'attempts'>,
) => {
  const kept = { ...quizSettings(settings, terms), count: paper.length };
  return {
    paper: [...paper],
    quiz: { create: { userId: user.id, deckId, count: paper.length, settings: kept } },
  };
};

/** Assignments that a person may give and change, for a `where`. */
const theirs = (user: User, id: string) => ({ id, class: classesWhereMay(user, 'assign') });

/**
 * Changes the terms of an assignment; attempts under way end by the new ones.
 * @throws Refusal NOT_FOUND
 */
export const changeAssignment = async (user: User, id: string, terms: AssignmentTerms): Promise<void> => {
  const { title, opensAt, closesAt, attempts, feedback } = terms;
  await (
    await db()
  ).$transaction(async (transaction) => {
    const [changed] = await transaction.assignment.updateManyAndReturn({
      where: theirs(user, id),
      data: { title, opensAt, closesAt, attempts, feedback },
      select: { quizId: true },
    });
    if (changed === undefined) throw new Refusal('NOT_FOUND');
    if (changed.quizId !== null) {
      const where = { id: changed.quizId };
      const quiz = await transaction.quiz.findUnique({ where, select: { settings: true, count: true } });
      if (quiz !== null) {
        const settings = quizSettings(settingsOf(quiz.settings, quiz.count), terms);
        await transaction.quiz.updateMany({ where, data: { settings } });
      }
    }
    await refreshDeadlines(transaction, id);
  });
};

/** Takes an assignment back that nobody has begun. @throws Refusal NOT_FOUND, BEGUN */
export const deleteAssignment = async (user: User, id: string): Promise<void> => {
  await (
    await db()
  ).$transaction(async (transaction) => {
    const [gone] = await transaction.assignment.findMany({
      where: theirs(user, id),
      select: { quizId: true, _count: { select: { taken: true } } },
    });
    if (gone === undefined) throw new Refusal('NOT_FOUND');
    if (gone._count.taken > 0) throw new Refusal('BEGUN');
    const { count } = await transaction.assignment.deleteMany({
      where: { ...theirs(user, id), taken: { none: {} } },
    });
    if (count === 0) throw new Refusal('BEGUN');
    if (gone.quizId !== null) await transaction.quiz.deleteMany({ where: { id: gone.quizId } });
  });
};

/** Reminds the pupils who have not handed in. @throws Refusal NOT_FOUND */
export const remindPupils = async (user: User, id: string, now: Date): Promise<void> => {
  const { count } = await (
    await db()
  ).assignment.updateMany({ where: theirs(user, id), data: { remindedAt: now } });
  if (count === 0) throw new Refusal('NOT_FOUND');
};

/**
 * Closes an assignment later for one pupil; `null`: at everybody's time again.
 * @throws Refusal NOT_FOUND where assignment or pupil are not of a class of theirs
 */
export const extendFor = async (
  user: User,
  id: string,
  { memberId, closesAt }: { readonly memberId: string; readonly closesAt: Date | null },
): Promise<void> => {
  await (
    await db()
  ).$transaction(async (transaction) => {
    // The first write takes the row; an attempt that begins meanwhile sees the one closing or the other.
    const { count } = await transaction.assignment.updateMany({
      where: {
        id,
        AND: [
          { class: classesWhereMay(user, 'help-pupil') },
          { class: { members: { some: { id: memberId, role: 'pupil' } } } },
        ],
      },
      data: { attempts: { increment: 0 } },
    });
    if (count === 0) throw new Refusal('NOT_FOUND');
    const place = { assignmentId: id, memberId };
    if (closesAt === null) await transaction.extension.deleteMany({ where: place });
    else {
      await transaction.extension.upsert({
        where: { assignmentId_memberId: place },
        create: { ...place, closesAt },
        update: { closesAt },
        select: { memberId: true },
      });
    }
    await refreshDeadlines(transaction, id);
  });
};

/** Sets the ends of all attempts under way at an assignment as its terms now say. */
const refreshDeadlines = async (transaction: Transaction, assignmentId: string): Promise<void> => {
  const assignment = await transaction.assignment.findUnique({
    where: { id: assignmentId },
    select: {
      closesAt: true,
      classId: true,
      quiz: { select: { settings: true, count: true } },
      taken: {
        where: { attempt: { finishedAt: null } },
        select: { userId: true, attempt: { select: { id: true, startedAt: true } } },
      },
    },
  });
  if (assignment?.quiz == null) return;
  const { minutes } = settingsOf(assignment.quiz.settings, assignment.quiz.count);
  for (const { userId, attempt } of assignment.taken) {
    const member = await transaction.classMember.findUnique({
      where: { classId_userId: { classId: assignment.classId, userId } },
      select: { moreTime: true, extensions: { where: { assignmentId }, select: { closesAt: true } } },
    });
    const deadline = attemptDeadline(attempt.startedAt, {
      minutes,
      moreTime: member?.moreTime ?? 0,
      closesAt: closingFor(assignment.closesAt, member?.extensions[0]?.closesAt ?? null),
    });
    await transaction.attempt.updateMany({ where: { id: attempt.id, finishedAt: null }, data: { deadline } });
  }
};
