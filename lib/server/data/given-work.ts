import 'server-only';
import { phaseOf, type AssignmentFeedback, type Phase } from '@/lib/classes/feedback';
import type { QuizSettings } from '@/lib/quiz/settings';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import { assignmentFeedbackSchema } from '@/lib/server/data/assigned-work';
import { classesWhereMay } from '@/lib/server/data/classes';
import { settingsOf } from '@/lib/server/data/quizzes';
import type { User } from '@/lib/server/user';

/** An assignment as the teachers of its class see it. */
export type GivenAssignment = {
  readonly id: string;
  readonly classId: string;
  readonly className: string;
  readonly title: string;
  readonly deckId: string;
  /** Whether the deck is the asker's own. */
  readonly isOwnDeck: boolean;
  /** How the quiz is put; `null`: the deck is to be studied. */
  readonly quiz: QuizSettings | null;
  readonly phase: Phase;
  readonly opensAt: Date;
  readonly closesAt: Date | null;
  readonly attempts: number | null;
  readonly feedback: AssignmentFeedback;
  readonly remindedAt: Date | null;
  /** Pupils who have handed in, who are at it, and all that there are. */
  readonly handedIn: number;
  readonly underWay: number;
  readonly pupils: number;
  /** Who has a closing time of their own, by the id of the member. */
  readonly extensions: ReadonlyMap<string, Date>;
};

const rowsOf = async (user: User, where: { id?: string; classId?: string }) =>
  (await db()).assignment.findMany({
    where: { ...where, class: classesWhereMay(user, 'see-work') },
    orderBy: [{ opensAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      classId: true,
      title: true,
      deckId: true,
      teacherId: true,
      opensAt: true,
      closesAt: true,
      attempts: true,
      feedback: true,
      remindedAt: true,
      quiz: { select: { settings: true, count: true } },
      class: {
        select: { name: true, members: { where: { role: 'pupil' }, select: { userId: true } } },
      },
      extensions: { select: { memberId: true, closesAt: true } },
      taken: { select: { userId: true, attempt: { select: { finishedAt: true } } } },
    },
  });

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

const toGiven = (user: User, row: Row, now: Date): GivenAssignment => {
  const pupils = new Set(row.class.members.map(({ userId }) => userId));
  const of = (isFinished: boolean): Set<string> =>
    new Set(
      row.taken.flatMap(({ userId, attempt }) =>
        pupils.has(userId) && (attempt.finishedAt !== null) === isFinished ? [userId] : [],
      ),
    );
  return {
    id: row.id,
    classId: row.classId,
    className: row.class.name,
    title: row.title,
    deckId: row.deckId,
    isOwnDeck: row.teacherId === user.id,
    quiz: row.quiz === null ? null : settingsOf(row.quiz.settings, row.quiz.count),
    phase: phaseOf(row, now),
    opensAt: row.opensAt,
    closesAt: row.closesAt,
    attempts: row.attempts,
    feedback: assignmentFeedbackSchema.parse(row.feedback),
    remindedAt: row.remindedAt,
    handedIn: of(true).size,
    underWay: of(false).size,
    pupils: pupils.size,
    extensions: new Map(row.extensions.map(({ memberId, closesAt }) => [memberId, closesAt])),
  };
};

/** What a class was given, the newest first. @throws nothing: whoever may not see it gets an empty list */
export const givenWork = async (user: User, classId: string, now: Date): Promise<GivenAssignment[]> =>
  (await rowsOf(user, { classId })).map((row) => toGiven(user, row, now));

/** @throws Refusal NOT_FOUND */
export const givenAssignment = async (user: User, id: string, now: Date): Promise<GivenAssignment> => {
  const [row] = await rowsOf(user, { id });
  if (row === undefined) throw new Refusal('NOT_FOUND');
  return toGiven(user, row, now);
};
