import 'server-only';
import { ACCOUNT_FORMAT, ACCOUNT_VERSION } from '@/lib/formats/account-data';
import { db } from '@/lib/server/db';
import { LIVE_TABLES } from '@/lib/server/data/export-live';
import { after, byId, PAGE, type ReadPage, type Row } from '@/lib/server/data/export-pages';
import { QUIZ_TABLES } from '@/lib/server/data/export-quizzes';
import { untoldVeil } from '@/lib/server/data/untold';
import type { User } from '@/lib/server/user';

/** What belongs to a person, table by table, each in the order of its key. Columns are named: secrets stay here. */
const TABLES: Readonly<Record<string, ReadPage>> = {
  decks: (database, userId, last) =>
    database.deck.findMany({
      where: { userId, ...after(last) },
      ...byId,
      select: { id: true, title: true, createdAt: true },
    }),
  articles: (database, userId, last) =>
    database.article.findMany({
      where: { deck: { userId }, ...after(last) },
      orderBy: { id: 'asc' },
      take: 20, // an article may be more than a megabyte long
      select: {
        id: true,
        deckId: true,
        title: true,
        text: true,
        source: true,
        origin: true,
        hash: true,
        language: true,
        leftOut: true,
        createdAt: true,
        revisedAt: true,
      },
    }),
  facts: (database, userId, last) =>
    database.fact.findMany({
      where: { deck: { userId }, ...after(last) },
      ...byId,
      select: {
        id: true,
        deckId: true,
        articleId: true,
        kind: true,
        answerType: true,
        statement: true,
        start: true,
        end: true,
        answerStart: true,
        answerEnd: true,
        salience: true,
        confidence: true,
        leans: true,
        status: true,
        position: true,
        met: true,
        suspended: true,
        buriedUntil: true,
        flag: true,
        tags: true,
        source: true,
        createdAt: true,
        before: true,
        changedAt: true,
      },
    }),
  questions: (database, userId, last) =>
    database.question.findMany({
      where: { fact: { deck: { userId } }, ...after(last) },
      ...byId,
      select: {
        id: true,
        factId: true,
        form: true,
        prompt: true,
        context: true,
        answer: true,
        options: true,
        otherDistractors: true,
        checks: true,
        origin: true,
        status: true,
        createdAt: true,
        accepted: { orderBy: { text: 'asc' }, select: { text: true, createdAt: true } },
      },
    }),
  memories: (database, userId, last) =>
    database.memory.findMany({
      where: { userId, ...after(last, 'factId') },
      orderBy: { factId: 'asc' },
      take: PAGE,
      select: {
        factId: true,
        phase: true,
        step: true,
        stability: true,
        difficulty: true,
        due: true,
        lastReview: true,
        lastDay: true,
        scheduledDays: true,
        reps: true,
        lapses: true,
      },
    }),
  reviews: (database, userId, last) =>
    database.review.findMany({
      where: { userId, ...after(last) },
      ...byId,
      select: {
        id: true,
        factId: true,
        questionId: true,
        at: true,
        rating: true,
        mode: true,
        form: true,
        elapsedMs: true,
        zone: true,
        dayStart: true,
        retention: true,
        interval: true,
        undoes: true,
        corrects: true,
      },
    }),
  weightFits: (database, userId, last) =>
    database.weightFit.findMany({
      where: { userId, ...after(last) },
      ...byId,
      select: {
        id: true,
        askedAt: true,
        state: true,
        reason: true,
        finishedAt: true,
        recalls: true,
        version: true,
        weights: true,
        trial: true,
      },
    }),
  exams: (database, userId, last) =>
    database.examPlan.findMany({
      where: { userId, ...after(last) },
      ...byId,
      select: {
        id: true,
        title: true,
        day: true,
        startDay: true,
        deckIds: true,
        minutes: true,
        pinned: true,
        createdAt: true,
      },
    }),
  ...QUIZ_TABLES,
  media: async (database, userId, last) => {
    const rows = await database.media.findMany({
      where: { userId, ...after(last, 'name') },
      orderBy: { name: 'asc' },
      take: 1, // each may be megabytes
      select: { name: true, bytes: true },
    });
    return rows.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  },
  places: (database, userId, last) =>
    database.classMember.findMany({
      where: { userId, ...after(last) },
      ...byId,
      select: {
        id: true,
        name: true,
        role: true,
        moreTime: true,
        joinedAt: true,
        class: { select: { name: true, archivedAt: true, createdAt: true } },
      },
    }),
  assignments: (database, userId, last) =>
    database.assignment.findMany({
      where: { teacherId: userId, ...after(last) },
      orderBy: { id: 'asc' },
      take: 100, // each holds its whole paper
      select: {
        id: true,
        classId: true,
        deckId: true,
        quizId: true,
        title: true,
        paper: true,
        feedback: true,
        opensAt: true,
        closesAt: true,
        attempts: true,
        createdAt: true,
      },
    }),
  assignedAttempts: (database, userId, last) =>
    database.assignedAttempt.findMany({
      where: { userId, ...after(last, 'attemptId') },
      orderBy: { attemptId: 'asc' },
      take: PAGE,
      select: { attemptId: true, assignmentId: true, ordinal: true },
    }),
  ...LIVE_TABLES,
};

/**
 * All that is a person's, as the text of one JSON object in pieces: who they are, then each table as a list. It
 * is read page by page, so that what is written while it is read may or may not be in it.
 */
export const exportOf = async function* (user: User, now: Date): AsyncGenerator<string, void> {
  const database = await db();
  const who = await database.user.findUnique({
    where: { id: user.id },
    select: {
      id: true,
      email: true,
      name: true,
      zone: true,
      dayStart: true,
      settings: true,
      weights: true,
      createdAt: true,
      accounts: { select: { provider: true, providerAccountId: true } },
    },
  });
  const veil = await untoldVeil(user, now);
  const head = { format: ACCOUNT_FORMAT, version: ACCOUNT_VERSION, exportedAt: now, user: who };
  yield JSON.stringify(head, null, 1).replace(/\n\}$/, '');
  for (const [name, read] of Object.entries(TABLES)) {
    yield `,\n ${JSON.stringify(name)}: [`;
    let last: Row | null = null;
    let separator = '';
    for (;;) {
      const rows: Row[] = await read(database, user.id, last);
      if (rows.length === 0) break;
      const shown = rows.flatMap((row) => veil(name, row) ?? []);
      if (shown.length > 0) {
        yield `${separator}\n  ${shown.map((row) => JSON.stringify(row)).join(',\n  ')}`;
        separator = ',';
      }
      last = rows.at(-1) ?? null;
    }
    yield '\n ]';
  }
  yield '\n}\n';
};
