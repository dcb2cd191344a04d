/** Questions in Moodle's GIFT, with the proof as general feedback. */
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
    case 'typed':
      return [mark(true, answer)];
  }
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
  const lines = answers(item);
  const general = item.proof === null ? [] : [`####${escape(item.proof)}`];
  return [
    `// ${comment.join(' ')}`,
    `::${escape(titleOf(item.prompt))}::[plain]${escape(item.prompt)} {`,
    ...lines.map((line) => `\t${line}`),
    ...general.map((line) => `\t${line}`),
    '}',
  ].join('\n');
};

const tagWord = (tag: string): string => tag.replace(/[\s\][<>`]+/gu, '-');

/** In a short answer an arrow would make a pair of a matching question of it. */
const isMistaken = ({ kind, answer }: QuizItem): boolean => kind === 'typed' && answer.includes('->');

/** All questions that GIFT can hold, and those that it cannot. */
export const writeGift = (set: StudySet): Written => {
  const items = quizItems(set);
  const leftOut = items.filter(isMistaken).map(({ prompt, answer }): Problem => ({
    where: titleOf(prompt),
    words: `GIFT takes “${answer}” for a pair to match, because of its arrow.`,
  }));
  const questions = items.filter((item) => !isMistaken(item)).map(writeItem);
  return { bytes: new TextEncoder().encode(`${questions.join('\n\n')}\n`), leftOut };
};
