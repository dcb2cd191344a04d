/** The rules that a question must keep when a person edits it: no gap lost, no answer given away, no option twice. */
import { BLANK } from '@/lib/blank';
import { choosesOne, hasParts } from '@/lib/forms';
import { joinPairs, joinParts, pairsOf, partsOf } from '@/lib/key-parts';
import type { QuestionForm } from '@/lib/model';
import { readDate } from '@/lib/quiz/date-answer';
import { readNumberKey } from '@/lib/quiz/number-answer';
import { keyTexts } from '@/lib/quiz/shown-options';

/**
 * What a person may change of a question; `others` are the options beside the answer, where there are options. An
 * answer of several parts is written as lib/key-parts.ts has it.
 */
export type QuestionEdit = {
  readonly prompt: string;
  readonly answer: string;
  readonly others: readonly string[];
  /** What passes besides a typed answer; left out: as it is. */
  readonly accepted?: readonly string[];
};

/** What is wrong, by field; empty where nothing is. */
export type EditProblems = Partial<Record<keyof QuestionEdit, string>>;

export const MOST_PROMPT = 2000;
export const MOST_ANSWER = 500;
/** Of an answer of several parts. */
export const MOST_KEY = 3000;
/** Beside the answer; where two things are compared, or a sentence is true or not, one is enough. */
const FEWEST_OTHERS = 2;
export const MOST_OTHERS = 9;
const MOST_PARTS = 10;
export const MOST_ACCEPTED = 50;

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

const tidyAnswer = (form: QuestionForm, answer: string): string => {
  if (form === 'match') return joinPairs(pairsOf(answer));
  return hasParts(form) ? joinParts(partsOf(answer)) : answer.trim();
};

const tidyLines = (lines: readonly string[]): string[] =>
  lines.map((line) => line.trim()).filter((line) => line !== '');

/** The edit of a question of `form` as it is stored: without white space at the ends and without empty options. */
export const tidyEdit = (form: QuestionForm, edit: QuestionEdit): QuestionEdit => ({
  prompt: edit.prompt.trim(),
  answer: tidyAnswer(form, edit.answer),
  others: tidyLines(edit.others),
  ...(edit.accepted === undefined ? {} : { accepted: [...new Set(tidyLines(edit.accepted))] }),
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

const answerProblem = (form: QuestionForm, answer: string): string | null => {
  if (answer === '') return 'Write the answer.';
  if (hasParts(form)) return partsProblem(form, answer);
  if (answer.length > MOST_ANSWER) return `Use at most ${MOST_ANSWER} characters.`;
  if (form === 'number' && readNumberKey(answer) === null)
    return 'Write one number; if you like with a unit and how far off passes: 330 ± 5 m.';
  return form === 'date' && readDate(answer) === null
    ? 'Write a date, or the part of it that is asked for: 18 February 2025, February 2025, 1889.'
    : null;
};

const isDistinct = (texts: readonly string[]): boolean => new Set(texts.map(plain)).size === texts.length;

const partsProblem = (form: QuestionForm, answer: string): string | null => {
  const parts = form === 'match' ? pairsOf(answer).map(({ left }) => left) : partsOf(answer);
  const fewest = form === 'several' ? 1 : 2;
  if (parts.length < fewest)
    return form === 'match'
      ? 'Write at least two pairs, one a line, with an equals sign between the two sides.'
      : 'Write at least two, one a line.';
  if (parts.length > MOST_PARTS) return `Use at most ${MOST_PARTS} lines.`;
  if (answer.length > MOST_KEY) return `Use at most ${MOST_KEY} characters.`;
  return isDistinct(parts) ? null : 'Every line must differ from the others.';
};

/** How many wrong options a question needs at least. */
const fewestOthers = (form: QuestionForm): number => {
  if (form === 'order' || form === 'match') return 0;
  return form === 'choice' ? FEWEST_OTHERS : 1;
};

const othersProblem = (form: QuestionForm, answer: string, others: readonly string[]): string | null => {
  const fewest = fewestOthers(form);
  if (others.length < fewest) return `Write at least ${fewest} wrong ${fewest === 1 ? 'option' : 'options'}.`;
  if (others.length > MOST_OTHERS) return `Use at most ${MOST_OTHERS} wrong options.`;
  if (others.some((other) => other.length > MOST_ANSWER))
    return `Use at most ${MOST_ANSWER} characters each.`;
  const keys = [...new Set(keyTexts({ form, answer }))];
  return isDistinct([...keys, ...others])
    ? null
    : 'Every option must differ from the others and from the answer.';
};

const acceptedProblem = (accepted: readonly string[]): string | null => {
  if (accepted.length > MOST_ACCEPTED) return `Use at most ${MOST_ACCEPTED} lines.`;
  return accepted.some((text) => text.length > MOST_ANSWER)
    ? `Use at most ${MOST_ANSWER} characters each.`
    : null;
};

/** What is wrong with a tidied edit of a question of `form`, as sentences to show beside the fields. */
export const checkEdit = (form: QuestionForm, edit: QuestionEdit): EditProblems => {
  const { prompt, answer, others, accepted = [] } = edit;
  const hasOthers = choosesOne(form) || form === 'several' || form === 'match';
  const problems: Record<keyof QuestionEdit, string | null> = {
    prompt: promptProblem(form, prompt, answer),
    answer: answerProblem(form, answer),
    others: hasOthers ? othersProblem(form, answer, others) : null,
    accepted: acceptedProblem(accepted),
  };
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== null));
};
