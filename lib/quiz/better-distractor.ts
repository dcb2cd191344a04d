/** A wrong option in the place of one that nobody chooses. */
import type { AnswerType, FactKind } from '@/lib/model';
import { clash, groupOf } from '@/lib/questions/distractors';
import { valueOf } from '@/lib/questions/neighbouring-values';

/** The answer of a fact of a deck, with the sentence that it is right for. */
export type FactAnswer = {
  readonly answer: string;
  readonly answerType: AnswerType;
  readonly kind: FactKind;
  readonly statement: string;
};

/** How unlike two answers are to look at: by their value where both have one, else by their length. */
const distance = (key: FactAnswer, other: FactAnswer): number => {
  const [mine, theirs] = [valueOf(key.answer, key.answerType), valueOf(other.answer, key.answerType)];
  return mine !== null && theirs !== null
    ? Math.abs(mine - theirs)
    : Math.abs(key.answer.length - other.answer.length);
};

/**
 * Of the answers to other facts the one most like the key that may stand beside it (of its type, form and group) and is
 * neither it nor one of `options` (nor part of one, nor another name for it); `null` where there is none. It is wrong
 * here as far as the deck knows, and its own sentence says where it is right.
 */
export const betterDistractor = (
  key: FactAnswer,
  options: readonly string[],
  others: readonly FactAnswer[],
): FactAnswer | null => {
  const group = groupOf({ ...key, place: null });
  if (group === null) return null;
  const fitting = others.filter(
    (other) =>
      groupOf({ ...other, place: null }) === group &&
      [key.answer, ...options].every((present) => !clash(other.answer, present, key.answerType)),
  );
  const [best] = fitting.sort((a, b) => distance(key, a) - distance(key, b));
  return best ?? null;
};
