/** Which questions a room can put. */
import type { QuestionForm } from '@/lib/model';
import type { QuestionGroup } from '@/lib/quiz/settings';

/** Answered by a tap, and by a few words. */
const CHOSEN: readonly QuestionForm[] = ['choice', 'true-false', 'larger', 'earliest'];
const TYPED: readonly QuestionForm[] = ['cloze', 'basic'];

export const CHOSEN_GROUPS: readonly QuestionGroup[] = ['choice', 'true-false', 'compare'];
export const PLAYABLE_GROUPS: readonly QuestionGroup[] = [...CHOSEN_GROUPS, 'typed'];

/** The forms to put, typed ones where they are wanted. */
export const playableForms = (typed: boolean): QuestionForm[] =>
  typed ? [...CHOSEN, ...TYPED] : [...CHOSEN];

/** Whether the answer to a question is typed. */
export const isTyped = ({ form }: { readonly form: QuestionForm }): boolean => TYPED.includes(form);
