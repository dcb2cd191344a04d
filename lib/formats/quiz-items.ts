/** A study set as a list of questions, for formats of quizzes: each with the proof of its card. */
import { hasOptions } from '@/lib/forms';
import { readNumberKey } from '@/lib/quiz/number-answer';
import type { SetCard, SetOption, SetQuestion, StudySet } from './study-set';

export type QuizItem = {
  /** Unique in the set, and the same at every export. */
  readonly id: string;
  readonly kind: 'choice' | 'several' | 'true-false' | 'typed' | 'number' | 'order' | 'match';
  readonly prompt: string;
  /** As lib/key-parts.ts has it where it has parts. */
  readonly answer: string;
  readonly options: readonly SetOption[];
  /** The sentence, and where it stands; `null` where there is none. */
  readonly proof: string | null;
  readonly tags: readonly string[];
};

const kindOf = ({ form, answer, options }: SetQuestion): QuizItem['kind'] => {
  if (form === 'true-false') return 'true-false';
  if (form === 'several' || form === 'order' || form === 'match') return form;
  if (form === 'number' && readNumberKey(answer) !== null) return 'number';
  return hasOptions(form) && options.length > 1 ? 'choice' : 'typed';
};

/** What is said after an answer: the sentence, and the article in which it stands; without one, what else there is to say. */
const proofWords = ({ proof, source, extra }: SetCard): string | null => {
  if (proof === null) return extra;
  return source === null ? proof : `${proof} (${source})`;
};

const toItem = (card: SetCard, question: SetQuestion, index: number): QuizItem => ({
  id: `${card.id}-${index + 1}`,
  kind: kindOf(question),
  prompt: question.context === null ? question.prompt : `${question.context}\n${question.prompt}`,
  answer: question.answer,
  options: question.options,
  proof: proofWords(card),
  tags: card.tags,
});

/** Every question of a set, card by card; what a sentence leans on stands before it. */
export const quizItems = ({ cards }: StudySet): QuizItem[] =>
  cards.flatMap((card) => card.questions.map((question, index) => toItem(card, question, index)));
