/** Questions in Moodle's GIFT, with the proof as general feedback. */
import { inOneLine, pairsOf, partsOf } from '@/lib/key-parts';
import { readNumberKey } from '@/lib/quiz/number-answer';
import { rounded, shareOf } from './moodle-share';
import type { Problem, StudySet, Written } from './study-set';
import { quizItems, type QuizItem } from './quiz-items';
import { tidyText } from './tidy';

const escape = (text: string): string => text.replace(/[\\~=#{}:]/gu, '\\$&').replaceAll('\n', '\\n');

/** What an answer begins with; a text that looks like a weight needs one of its own before it. */
const mark = (right: boolean, text: string): string => {
  const weight = text.startsWith('%') ? (right ? '%100%' : '%0%') : '';
  return `${right ? '=' : '~'}${weight}${escape(text)}`;
};

const feedback = (text: string | null): string => (text === null ? '' : `#${escape(text)}`);

const answers = ({ kind, answer, options }: QuizItem): string[] => {
  switch (kind) {
    case 'true-false': {
      const wrong = options.find(({ text }) => text !== answer)?.feedback ?? null;
      const right = options.find(({ text }) => text === answer)?.feedback ?? null;
      const after = right === null ? '' : `#${escape(right)}`;
      return [
        `${answer === 'True' ? 'T' : 'F'}${wrong === null && after === '' ? '' : `#${escape(wrong ?? '')}${after}`}`,
      ];
    }
    case 'choice':
      return options.map((option) => mark(option.text === answer, option.text) + feedback(option.feedback));
    case 'several':
      return severalAnswers(answer, options);
    case 'number':
      return [numberAnswer(answer)];
    case 'match':
      return matchAnswers(answer, options);
    case 'order':
    case 'typed':
      return [mark(true, answer)];
  }
};

/** Each right option has its share of the points, and each wrong one takes as much away. */
const severalAnswers = (answer: string, options: QuizItem['options']): string[] => {
  const keys = partsOf(answer);
  const share = shareOf(keys.length);
  return options.map(
    ({ text, feedback: said }) =>
      `~%${keys.includes(text) ? share : `-${share}`}%${escape(text)}${feedback(said)}`,
  );
};

/** Units have no place in GIFT: the question says in which one it is asked. */
const numberAnswer = (answer: string): string => {
  const key = readNumberKey(answer);
  if (key === null) return mark(true, answer);
  return `#${key.value}${key.tolerance === 0 ? '' : `:${rounded(key.tolerance)}`}`;
};

/** What belongs to nothing stands for itself, with nothing before its arrow. */
const matchAnswers = (answer: string, options: QuizItem['options']): string[] => {
  const pairs = pairsOf(answer);
  const others = options.filter(({ text }) => pairs.every(({ right }) => right !== text));
  return [
    ...pairs.map(({ left, right }) => `=${escape(left)} -> ${escape(right)}`),
    ...others.map(({ text }) => `= -> ${escape(text)}`),
  ];
};

/** A title: what a list of questions shows. */
const titleOf = (prompt: string): string => {
  const line = tidyText(prompt.replace(/\s+/gu, ' '));
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line;
};

const writeItem = (item: QuizItem): string => {
  const comment = [
    `[id:${item.id.replace(/[^\w-]/gu, '')}]`,
    ...item.tags.map((tag) => `[tag:${tagWord(tag)}]`),
  ];
  const unit = item.kind === 'number' ? (readNumberKey(item.answer)?.unitWords ?? null) : null;
  const prompt = unit === null ? item.prompt : `${item.prompt} (${unit})`;
  const lines = answers(item);
  const general = item.proof === null ? [] : [`####${escape(item.proof)}`];
  return [
    `// ${comment.join(' ')}`,
    `::${escape(titleOf(item.prompt))}::[plain]${escape(prompt)} {`,
    ...lines.map((line) => `\t${line}`),
    ...general.map((line) => `\t${line}`),
    '}',
  ].join('\n');
};

const tagWord = (tag: string): string => tag.replace(/[\s\][<>`]+/gu, '-');

/** Why GIFT cannot hold a question; `null` where it can. */
const problemOf = ({ kind, answer }: QuizItem): string | null => {
  if (kind === 'order') return 'GIFT has no questions whose answer is an order.';
  // An arrow would make a pair of a short answer, and another pair of one.
  return (kind === 'typed' || kind === 'match') && answer.includes('->')
    ? `GIFT takes “${inOneLine(kind === 'match' ? 'match' : 'basic', answer)}” for a pair to match, because of its arrow.`
    : null;
};

/** All questions that GIFT can hold, and those that it cannot. */
export const writeGift = (set: StudySet): Written => {
  const items = quizItems(set);
  const leftOut = items.flatMap((item): Problem[] => {
    const words = problemOf(item);
    return words === null ? [] : [{ where: titleOf(item.prompt), words }];
  });
  const questions = items.filter((item) => problemOf(item) === null).map(writeItem);
  return { bytes: new TextEncoder().encode(`${questions.join('\n\n')}\n`), leftOut };
};
