/** Whether what is in view gives an answer away. */
import { stemOf } from './reading';

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** Lower case, one kind of apostrophe and dash, single spaces: the form in which answers are compared. */
export const normaliseAnswer = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/gu, "'")
    .replace(/[‐-―]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();

/** Whether `view` holds `answer` as words of its own, whatever the case. */
export const holdsAnswer = (view: string, answer: string): boolean => {
  const wanted = escape(normaliseAnswer(answer));
  return new RegExp(`(?<![\\p{L}\\p{N}])${wanted}(?![\\p{L}\\p{N}])`, 'u').test(normaliseAnswer(view));
};

const SMALL = new Set('the of and for in on at by to a an with from or de la von'.split(' '));

/** Whether `view` holds a weighty word of the answer, bent or not: a cue if not the answer itself. */
export const holdsPart = (view: string, answer: string): boolean => {
  const words = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const stems = new Set(words(view).map(stemOf));
  return words(answer).some(
    (word) => !SMALL.has(word.toLowerCase()) && word.length > 2 && stems.has(stemOf(word)),
  );
};

/** Which answers are known by any of their words: names and terms, but not dates and amounts. */
export const isWordy = (answerType: string): boolean =>
  ['person', 'organisation', 'place', 'name', 'term', 'expansion', 'phrase'].includes(answerType);
