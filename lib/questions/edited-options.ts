/** The options of a question that a person wrote or changed. */
import { choosesOne, hasOptions } from '@/lib/forms';
import type { Option, Question, QuestionForm } from '@/lib/model';
import { keyTexts } from '@/lib/quiz/shown-options';
import type { QuestionEdit } from './check-edit';

/** The texts of all options, each once, in an order that does not tell the key. */
const textsOf = (form: QuestionForm, { answer, others }: QuestionEdit): string[] => {
  if (!hasOptions(form)) return [];
  if (form === 'true-false') return ['True', 'False'];
  return [...new Set([...keyTexts({ form, answer }), ...others])].sort((a, b) => a.localeCompare(b, 'en'));
};

/** The options of a new question; the key is proved by the fact that it asks for. */
export const newOptions = (form: QuestionForm, edit: QuestionEdit, factId: string): Option[] => {
  const keys = keyTexts({ form, answer: edit.answer });
  return textsOf(form, edit).map((text) => ({ text, factId: keys.includes(text) ? factId : null }));
};

/**
 * The options after an edit. Those that stay the same keep their place and the fact that they come from; a new answer
 * stands where the old one stood, so that an edit does not move the key. "True" and "False" stay as they stand,
 * whichever of them is now right.
 */
export const editedOptions = (before: Question, edit: QuestionEdit): Option[] => {
  const { form, factId } = before;
  if (form === 'true-false') return [...before.options];
  if (!hasOptions(form)) return [];
  const known = new Map(before.options.map((option) => [option.text, option]));
  if (choosesOne(form)) {
    const key = before.options.findIndex((option) => option.text === before.answer);
    const options = edit.others.map((text): Option => known.get(text) ?? { text, factId: null });
    return options.toSpliced(Math.max(0, key), 0, { text: edit.answer, factId });
  }
  const options = newOptions(form, edit, factId).map((option) => known.get(option.text) ?? option);
  const place = (option: Option): number => {
    const at = before.options.indexOf(option);
    return at === -1 ? before.options.length : at;
  };
  return options.sort((a, b) => place(a) - place(b));
};
