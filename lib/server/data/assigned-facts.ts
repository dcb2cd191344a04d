import 'server-only';
import { classesWhereMay } from '@/lib/server/data/classes';
import { STUDY_QUESTION } from '@/lib/server/data/due';
import type { User } from '@/lib/server/user';

/** Assignments of quizzes whose time is over for everybody. */
const closed = (now: Date) => ({
  closesAt: { lte: now },
  extensions: { none: { closesAt: { gt: now } } },
});

/** Assignments that have told their key to whoever has handed in. */
const tells = (now: Date) => ({
  OR: [{ feedback: { in: ['each', 'end'] } }, { feedback: 'close', ...closed(now) }],
});

/**
 * Attempts whose questions may be shown with their keys, for a `where`: those for oneself, and those for a class that
 * are handed in and told. Whatever shows a person what they got wrong goes by this.
 */
export const toldAttempts = (now: Date) => ({
  OR: [
    { assigned: { is: null } },
    { finishedAt: { not: null }, assigned: { is: { assignment: tells(now) } } },
  ],
});

/**
 * Facts of teachers' decks that a pupil may study, with their keys: those of a deck that was given to study, and
 * those that a quiz asked them once its key is told, as long as no other quiz on the deck still keeps its key.
 */
export const assignedFacts = (user: User, now: Date, deckId?: string) => {
  const given = { class: classesWhereMay(user, 'do-work'), opensAt: { lte: now } };
  const isOver = closed(now);
  const told = {
    ...given,
    quizId: { not: null },
    ...tells(now),
  };
  const kept = { ...given, quizId: { not: null }, feedback: { in: ['close', 'score'] }, NOT: isOver };
  return {
    status: 'accepted',
    questions: { some: STUDY_QUESTION },
    ...(deckId === undefined ? {} : { deckId }),
    // What is one's own is studied as such.
    NOT: { deck: { userId: user.id } },
    OR: [
      { deck: { assignments: { some: { ...given, quizId: null } } } },
      {
        // A memory comes of an attempt that was handed in.
        memories: { some: { userId: user.id } },
        deck: { assignments: { some: told, none: kept } },
      },
    ],
  };
};

/** Facts of teachers' decks of which a pupil's answers are noted: all that was given to them, told or not. */
export const answerableFacts = (user: User) => ({
  deck: { assignments: { some: { class: classesWhereMay(user, 'do-work') } } },
});

/** Decks from which a person was given questions: what proves these they may see with their results. */
export const askedDecks = (user: User) => ({
  OR: [{ userId: user.id }, { quizzes: { some: { attempts: { some: { userId: user.id } } } } }],
});
