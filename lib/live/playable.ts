/** Which questions a room can put. */
import type { QuestionForm } from '@/lib/model';
import type { QuestionGroup } from '@/lib/quiz/settings';

/** Answered by a tap, and by a few words. */
const CHOSEN: readonly QuestionForm[] = ['choice', 'true-false', 'larger', 'earliest'];
const TYPED: readonly QuestionForm[] = ['cloze', 'basic', 'number', 'date'];

export const CHOSEN_GROUPS: readonly QuestionGroup[] = ['choice', 'true-false', 'compare'];
export const PLAYABLE_GROUPS: readonly QuestionGroup[] = [...CHOSEN_GROUPS, 'typed', 'measured'];

/** The forms to put, typed ones where they are wanted. */
export const playableForms = (typed: boolean): QuestionForm[] =>
  typed ? [...CHOSEN, ...TYPED] : [...CHOSEN];

/** The kinds among these that a room can put, so that no fact is asked in one that it cannot; all of them where none is. */
export const playableGroups = (groups: readonly QuestionGroup[]): QuestionGroup[] => {
  const playable = groups.filter((group) => PLAYABLE_GROUPS.includes(group));
  return playable.length > 0 ? playable : [...PLAYABLE_GROUPS];
};
