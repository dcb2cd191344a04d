import { kept } from '@/components/controls/kept';
import type { FactWithQuestions, Question } from '@/lib/model';
import { keyTexts } from '@/lib/quiz/shown-options';
import type { QuestionEdit } from '@/lib/questions/check-edit';

/** Where the browser keeps an edit that is not saved yet. */
export const draftKey = (questionId: string): string => `quizwright.edit.${questionId}`;

/** The edit that `value` holds, or the question as it is where it holds none. */
export const toEdit = (value: unknown, question: Question): QuestionEdit => {
  const { prompt, answer, options } = question;
  const keys = keyTexts(question);
  const others = options.map((option) => option.text).filter((text) => !keys.includes(text));
  const draft = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return {
    prompt: typeof draft.prompt === 'string' ? draft.prompt : prompt,
    answer: typeof draft.answer === 'string' ? draft.answer : answer,
    others: Array.isArray(draft.others) ? draft.others.map(String) : others,
    accepted: Array.isArray(draft.accepted) ? draft.accepted.map(String) : (question.accepted ?? []),
  };
};

/** The first question of `facts` whose edit was begun in this browser and not saved. */
export const unsavedQuestion = (facts: readonly FactWithQuestions[]): Question | null =>
  facts.flatMap((fact) => fact.questions).find(({ id }) => kept('local', draftKey(id)) !== null) ?? null;
