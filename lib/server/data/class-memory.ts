import 'server-only';
import { retrievability } from '@/lib/memory/schedule';
import type { Span } from '@/lib/model';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import { classesWhereMay } from '@/lib/server/data/classes';
import { STUDY_QUESTION } from '@/lib/server/data/due';
import { MEMORY_COLUMNS, toMemory } from '@/lib/server/data/memories';
import { toUser, USER_COLUMNS, type User } from '@/lib/server/user';

/** A fact of an article with what the class would recall of it. */
export type ClassFact = {
  readonly id: string;
  readonly statement: string;
  readonly span: Span;
  readonly prompt: string;
  readonly answer: string;
  /** The mean over the pupils who were asked, 0..1; `null` where nobody was. */
  readonly recall: number | null;
  /** Each pupil who was asked, the least likely to recall it first. */
  readonly pupils: readonly { readonly name: string; readonly recall: number }[];
};

export type ClassMemory = {
  readonly article: { readonly id: string; readonly title: string; readonly text: string };
  readonly pupils: number;
  readonly facts: readonly ClassFact[];
};

/** Articles of the decks that a class was given work from. */
const givenArticles = (user: User, classId: string) => ({
  deck: { assignments: { some: { classId, class: classesWhereMay(user, 'see-work') } } },
});

/** The articles that a class was asked about, by title; none for whoever may not see its work. */
export const articlesOfClass = async (
  user: User,
  classId: string,
): Promise<{ readonly id: string; readonly title: string }[]> =>
  (await db()).article.findMany({
    where: { ...givenArticles(user, classId), facts: { some: { status: 'accepted' } } },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true },
  });

/** What a class would recall at `now` of an article that it was asked about. @throws Refusal NOT_FOUND */
export const classMemory = async (
  user: User,
  classId: string,
  articleId: string,
  now: Date,
): Promise<ClassMemory> => {
  const database = await db();
  const article = await database.article.findFirst({
    where: { id: articleId, ...givenArticles(user, classId) },
    select: { id: true, title: true, text: true },
  });
  if (article === null) throw new Refusal('NOT_FOUND');
  const members = await database.classMember.findMany({
    where: { classId, role: 'pupil', class: classesWhereMay(user, 'see-work') },
    select: { name: true, userId: true, user: { select: USER_COLUMNS } },
  });
  const pupils = new Map(
    members.map((member) => [member.userId, { name: member.name, learner: toUser(member.user).learner }]),
  );
  const rows = await database.fact.findMany({
    where: {
      articleId,
      status: 'accepted',
      questions: { some: STUDY_QUESTION },
      start: { not: null },
      end: { not: null },
    },
    orderBy: [{ start: 'asc' }, { position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      statement: true,
      start: true,
      end: true,
      questions: {
        where: STUDY_QUESTION,
        orderBy: { form: 'asc' },
        take: 1,
        select: { prompt: true, answer: true },
      },
      memories: {
        where: { userId: { in: [...pupils.keys()] } },
        select: { ...MEMORY_COLUMNS, userId: true },
      },
    },
  });
  const facts = rows.map(({ id, statement, start, end, questions: [question], memories }): ClassFact => {
    const asked = memories
      .flatMap((row) => {
        const pupil = pupils.get(row.userId);
        return pupil === undefined
          ? []
          : [{ name: pupil.name, recall: retrievability(toMemory(row), now, pupil.learner) }];
      })
      .sort((a, b) => a.recall - b.recall);
    return {
      id,
      statement,
      span: { start: start ?? 0, end: end ?? 0 },
      prompt: question?.prompt ?? statement,
      answer: question?.answer ?? '',
      recall: asked.length === 0 ? null : asked.reduce((sum, { recall }) => sum + recall, 0) / asked.length,
      pupils: asked,
    };
  });
  return { article, pupils: pupils.size, facts };
};
