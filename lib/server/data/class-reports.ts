import 'server-only';
import type { ResultRow } from '@/lib/classes/report/results-csv';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import { acceptedAnswers } from '@/lib/server/data/accepted-answers';
import { storedPaperSchema, type StoredItem } from '@/lib/server/data/attempts-paper';
import { classesWhereMay } from '@/lib/server/data/classes';
import type { User } from '@/lib/server/user';

/** Somebody whose answers a report counts: a pupil who is in the class now. */
export type ReportedPupil = { readonly id: string; readonly name: string };

/** All that the reports of one assignment are made of. */
export type AssignmentResults = {
  readonly id: string;
  readonly title: string;
  readonly opensAt: Date;
  /** The questions as they were given, the same for all. */
  readonly items: readonly StoredItem[];
  readonly pupils: readonly ReportedPupil[];
  /** Every answer of every attempt that was handed in; a question without one has none chosen. */
  readonly rows: readonly ResultRow[];
};

const readResults = async (user: User, where: { id?: string; classId?: string }) =>
  (await db()).assignment.findMany({
    where: { ...where, quizId: { not: null }, class: classesWhereMay(user, 'see-work') },
    orderBy: [{ opensAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      title: true,
      opensAt: true,
      paper: true,
      quiz: { select: { userId: true } },
      class: {
        select: {
          members: {
            where: { role: 'pupil' },
            orderBy: { nameKey: 'asc' },
            select: { id: true, userId: true, name: true, joinedAt: true },
          },
        },
      },
      taken: {
        where: { attempt: { finishedAt: { not: null } } },
        orderBy: [{ userId: 'asc' }, { ordinal: 'asc' }],
        select: {
          userId: true,
          attempt: {
            select: {
              id: true,
              startedAt: true,
              finishedAt: true,
              paper: true,
              answers: { select: { position: true, given: true, correct: true, points: true } },
            },
          },
        },
      },
    },
  });

type Row = Awaited<ReturnType<typeof readResults>>[number];

const toResults = (row: Row): AssignmentResults => {
  const members = new Map(row.class.members.map((member) => [member.userId, member]));
  const counted = new Map<string, number>();
  const rows = row.taken.flatMap(({ userId, attempt }): ResultRow[] => {
    const member = members.get(userId);
    if (member === undefined) return [];
    const ordinal = (counted.get(userId) ?? 0) + 1;
    counted.set(userId, ordinal);
    const answerAt = new Map(attempt.answers.map((answer) => [answer.position, answer]));
    return storedPaperSchema.parse(attempt.paper).map((item, position): ResultRow => {
      const answer = answerAt.get(position);
      const isRight = answer?.correct === true;
      return {
        sessionId: row.id,
        sessionTitle: row.title,
        startedAt: attempt.startedAt,
        player: member.id,
        playerName: member.name,
        attempt: ordinal,
        joinedAt: member.joinedAt,
        questionNo: position + 1,
        question: item.questionId,
        factId: item.factId,
        prompt: item.prompt,
        place: { attemptId: attempt.id, position },
        key: item.answer,
        chosen: answer === undefined || answer.given === '' ? null : answer.given,
        correct: isRight,
        points: answer?.points ?? Number(isRight),
        shown: item.options.map(({ text }) => text),
        ms: null,
        late: false,
        reconnects: null,
      };
    });
  });
  return {
    id: row.id,
    title: row.title,
    opensAt: row.opensAt,
    items: storedPaperSchema.parse(row.paper),
    pupils: row.class.members.map(({ id, name }) => ({ id, name })),
    rows,
  };
};

/** What passes besides the keys, by question; `null` for whoever is not the owner of the quiz. */
type Accepted = ReadonlyMap<string, readonly string[]> | null;

/** What came of a quiz that a class was given. @throws Refusal NOT_FOUND, also for a deck to study */
export const assignmentResults = async (
  user: User,
  id: string,
): Promise<AssignmentResults & { readonly accepted: Accepted }> => {
  const [row] = await readResults(user, { id });
  if (row === undefined) throw new Refusal('NOT_FOUND');
  const results = toResults(row);
  const questionIds = results.items.map(({ questionId }) => questionId);
  const accepted = row.quiz?.userId === user.id ? await acceptedAnswers(await db(), questionIds) : null;
  return { ...results, accepted };
};

/** What came of all quizzes that a class was given, the first one first; none for whoever may not see it. */
export const classResults = async (user: User, classId: string): Promise<AssignmentResults[]> =>
  (await readResults(user, { classId })).map(toResults);
