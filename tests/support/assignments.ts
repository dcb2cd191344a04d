import { randomUUID } from 'node:crypto';
import { USUAL_SETTINGS, type QuizSettings } from '@/lib/quiz/settings';
import { createAssignment, type NewAssignment } from '@/lib/server/data/assignments';
import { saveAnswer } from '@/lib/server/data/attempts';
import { finishAttempt } from '@/lib/server/data/attempts-finish';
import { storedPaperSchema, type StoredItem } from '@/lib/server/data/attempts-paper';
import { beginAssignment } from '@/lib/server/data/assigned-work';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';
import { classWith } from './classes';
import { newDeck } from './decks';

/** The moment at which the assignments of tests open. */
export const OPENS = new Date('2026-11-24T08:00:00Z');

/** `minutes` after the opening. */
export const after = (minutes: number): Date => new Date(OPENS.getTime() + minutes * 60_000);

/** A class with a deck of its owner. */
export const setting = async (facts = 4) => {
  const made = await classWith();
  return { ...made, ...(await newDeck(made.owner, facts)) };
};

/** Begins an assignment as a pupil; answers the attempt. */
export const begin = (user: User, id: string, now = after(5)): Promise<string> =>
  beginAssignment(user, id, { seed: randomUUID(), now });

type Wish = Partial<NewAssignment> & { readonly quiz?: Partial<QuizSettings> | null };

/** Gives `classId` a quiz of `deckId` (with `quiz: null` the deck itself), open for an hour unless said otherwise. */
export const assign = (
  teacher: User,
  { classId, deckId }: { readonly classId: string; readonly deckId: string },
  { quiz = {}, ...terms }: Wish = {},
): Promise<string> =>
  createAssignment(teacher, {
    classId,
    title: 'Towers, test',
    opensAt: OPENS,
    closesAt: after(60),
    attempts: 1,
    feedback: 'end',
    work:
      quiz === null
        ? { kind: 'deck', deckId }
        : { kind: 'quiz', deckId, settings: { ...USUAL_SETTINGS, count: 4, ...quiz } },
    seed: randomUUID(),
    now: OPENS,
    ...terms,
  });

/** The questions of an attempt with their keys, as only a test may read them. */
export const paperOf = async (attemptId: string): Promise<StoredItem[]> => {
  const row = await (await db()).attempt.findUniqueOrThrow({ where: { id: attemptId } });
  return storedPaperSchema.parse(row.paper);
};

/** Takes an assignment: the first `right` questions right, the others wrong; answers the attempt. */
export const take = async (pupil: User, id: string, right: number, at = after(5)): Promise<string> => {
  const attemptId = await beginAssignment(pupil, id, { seed: randomUUID(), now: at });
  for (const [position, item] of (await paperOf(attemptId)).entries()) {
    const wrong = item.options.find(({ text }) => text !== item.answer)?.text ?? 'never';
    await saveAnswer(pupil, attemptId, { position, given: position < right ? item.answer : wrong, at });
  }
  await finishAttempt(pupil, attemptId, at);
  return attemptId;
};
