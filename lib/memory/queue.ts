/** What comes next, and how far a learner has come. */
import type { Learner, MemoryState } from '@/lib/model';
import { dayOf, dayStartsAt } from './days';
import { recallAfter } from './fsrs';
import { daysUntil } from './schedule';

/** Milliseconds before its minute at which a learning step may be met. */
export const LEARN_AHEAD = 20 * 60_000;

/** Days of stability from which a fact counts as known; Anki calls such a card mature. */
export const KNOWN_FROM = 21;

/** As much of a memory as its place in the order of study goes by. */
export type WeighedState = Pick<MemoryState, 'phase' | 'stability' | 'due' | 'lastReview' | 'lastDay'>;

/** A fact that may be studied; `salience` is 0..1 and orders the facts never seen. */
export type QueueEntry = { readonly state: WeighedState | null; readonly salience: number };

/**
 * Whether a fact that was seen before is due: a learning step when its minute has come, a review all through the
 * learner's day on which it falls, and after it.
 */
export const isDue = (state: MemoryState, now: Date, learner: Learner): boolean =>
  state.phase === 'review'
    ? dayOf(state.due, learner) <= dayOf(now, learner)
    : state.due.getTime() <= now.getTime();

/**
 * What to study now, the next one first: learning steps whose minute has come (the longest waiting first), then
 * reviews due today (the likeliest forgotten first), then facts never seen (the most salient first). Learning
 * steps that come within 20 minutes stand last, so that they are met only when nothing else is left. Whatever is
 * not due is left out; equal ones keep the order in which they came.
 */
export const dueOrder = <Entry extends QueueEntry>(
  entries: readonly Entry[],
  now: Date,
  learner: Learner,
): Entry[] => {
  const steps: { entry: Entry; due: number }[] = [];
  const reviews: { entry: Entry; recall: number }[] = [];
  const ahead: typeof steps = [];
  // Said once for all: asking the calendar for each of thousands takes longer than all the rest.
  const today = dayOf(now, learner);
  const tomorrow = dayStartsAt(today + 1, learner).getTime();
  for (const entry of entries) {
    const { state } = entry;
    if (!state) continue;
    const due = state.due.getTime();
    if (state.phase === 'review') {
      if (due >= tomorrow) continue;
      reviews.push({
        entry,
        recall: recallAfter(daysUntil(state, now, today), state.stability, learner.weights),
      });
    } else if (due <= now.getTime()) {
      steps.push({ entry, due });
    } else if (due <= now.getTime() + LEARN_AHEAD) {
      ahead.push({ entry, due });
    }
  }
  const unseen = entries.filter((entry) => entry.state === null);
  return [
    ...steps.sort((a, b) => a.due - b.due).map(({ entry }) => entry),
    ...reviews.sort((a, b) => a.recall - b.recall).map(({ entry }) => entry),
    ...unseen.sort((a, b) => b.salience - a.salience),
    ...ahead.sort((a, b) => a.due - b.due).map(({ entry }) => entry),
  ];
};

export type StudyPhase = 'new' | 'learning' | 'known';

/** How far a fact has come in one head: never seen, on its way, or stable for 21 days and more. */
export const studyPhase = (state: MemoryState | null): StudyPhase => {
  if (!state) return 'new';
  return state.phase === 'review' && state.stability >= KNOWN_FROM ? 'known' : 'learning';
};

/** How many facts of a deck stand in each phase. */
export type DeckProgress = Readonly<Record<StudyPhase, number>>;

/** Counts the facts of a deck by phase; `null` stands for a fact never seen. */
export const deckProgress = (states: readonly (MemoryState | null)[]): DeckProgress => {
  const progress: Record<StudyPhase, number> = { new: 0, learning: 0, known: 0 };
  for (const state of states) progress[studyPhase(state)] += 1;
  return progress;
};

/** How many facts fall due on one of the learner's days (numbered as by `dayOf`). */
export type DueDay = { readonly day: number; readonly due: number };
