/** The rules that a question must keep when a person edits it: no gap lost, no answer given away, no option twice. */
import { BLANK } from '@/lib/blank';
import { hasOptions } from '@/lib/forms';
import type { QuestionForm } from '@/lib/model';

/** What a person may change of a question; `others` are the options beside the answer, where there are options. */
export type QuestionEdit = {
  readonly prompt: string;
  readonly answer: string;
  readonly others: readonly string[];
};

/** What is wrong, by field; empty where nothing is. */
export type EditProblems = Partial<Record<keyof QuestionEdit, string>>;

export const MOST_PROMPT = 2000;
export const MOST_ANSWER = 500;
/** Beside the answer; where two things are compared, or a sentence is true or not, one is enough. */
const FEWEST_OTHERS = 2;
export const MOST_OTHERS = 9;

const plain = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();

/** Whether `words` stand in `text` as whole words, in whatever case. */
const holds = (text: string, words: string): boolean => {
  const inside = plain(text);
  const sought = plain(words);
  const isPart = (mark: string | undefined): boolean => mark !== undefined && /[\p{L}\p{N}]/u.test(mark);
  for (let at = inside.indexOf(sought); at !== -1; at = inside.indexOf(sought, at + 1)) {
    if (!isPart(inside[at - 1]) && !isPart(inside[at + sought.length])) return true;
  }
  return false;
};

/** The edit as it is stored: without white space at the ends and without empty options. */
export const tidyEdit = (edit: QuestionEdit): QuestionEdit => ({
  prompt: edit.prompt.trim(),
  answer: edit.answer.trim(),
  others: edit.others.map((other) => other.trim()).filter((other) => other !== ''),
});

const promptProblem = (form: QuestionForm, prompt: string, answer: string): string | null => {
  if (prompt === '') return 'Write what is asked.';
  if (prompt.length > MOST_PROMPT) return `Use at most ${MOST_PROMPT} characters.`;
  const gaps = prompt.split(BLANK).length - 1;
  if (form === 'cloze' && gaps !== 1) {
    return `Keep exactly one gap: ${BLANK} (five low lines) where the answer belongs.`;
  }
  // What is compared stands in the question itself, and "true" may stand in any sentence.
  if ((form === 'cloze' || form === 'choice') && answer !== '' && holds(prompt, answer)) {
    return 'The answer stands in the prompt. Take it out there.';
  }
  return null;
};

const answerProblem = (answer: string): string | null => {
  if (answer === '') return 'Write the answer.';
  return answer.length > MOST_ANSWER ? `Use at most ${MOST_ANSWER} characters.` : null;
};

const othersProblem = (form: QuestionForm, answer: string, others: readonly string[]): string | null => {
  const fewest = form === 'choice' ? FEWEST_OTHERS : 1;
  if (others.length < fewest) return `Write at least ${fewest} wrong ${fewest === 1 ? 'option' : 'options'}.`;
  if (others.length > MOST_OTHERS) return `Use at most ${MOST_OTHERS} wrong options.`;
  if (others.some((other) => other.length > MOST_ANSWER))
    return `Use at most ${MOST_ANSWER} characters each.`;
  const all = [answer, ...others].map(plain);
  return new Set(all).size < all.length
    ? 'Every option must differ from the others and from the answer.'
    : null;
};

/** What is wrong with a tidied edit of a question of `form`, as sentences to show beside the fields. */
export const checkEdit = (form: QuestionForm, { prompt, answer, others }: QuestionEdit): EditProblems => {
  const problems: Record<keyof QuestionEdit, string | null> = {
    prompt: promptProblem(form, prompt, answer),
    answer: answerProblem(answer),
    others: hasOptions(form) ? othersProblem(form, answer, others) : null,
  };
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== null));
};
