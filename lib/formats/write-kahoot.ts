/** Questions with options as the spreadsheet that Kahoot! imports; what it has no room for is listed. */
import { partsOf } from '@/lib/key-parts';
import { quizItems, type QuizItem } from './quiz-items';
import type { Problem, StudySet, Written } from './study-set';
import { oneLine } from './tidy';
import { writeXlsx } from './write-xlsx';

/** Characters. */
const MOST_QUESTION = 120;
const MOST_ANSWER = 75;
const MOST_OPTIONS = 4;
/** Seconds; one of those that Kahoot! offers. */
const TIME = 20;

const PREAMBLE = [
  ['Quiz template'],
  [],
  [null, 'Written by Quizwright. Import it in Kahoot! by "Import spreadsheet".'],
  [null, `Questions have at most ${MOST_QUESTION} characters, answers ${MOST_ANSWER}.`],
  [],
  [],
  [],
] as const;

const HEADERS = [
  null,
  `Question - max ${MOST_QUESTION} characters`,
  ...[1, 2, 3, 4].map((number) => `Answer ${number} - max ${MOST_ANSWER} characters`),
  'Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs',
  'Correct answer(s) - choose at least one',
];

/** Why a question cannot go along; `null` where it can. Lengths are counted in characters as a reader sees them. */
const problemOf = ({ kind, prompt, options }: QuizItem): string | null => {
  if (kind === 'typed' || kind === 'number') return 'It has no options to choose from.';
  if (kind === 'order' || kind === 'match')
    return 'The spreadsheet of Kahoot! has no place for what is arranged.';
  const length = Array.from(oneLine(prompt)).length;
  if (length > MOST_QUESTION) return `The question has ${length} characters; Kahoot! takes ${MOST_QUESTION}.`;
  if (options.length > MOST_OPTIONS)
    return `It has ${options.length} options; Kahoot! takes ${MOST_OPTIONS}.`;
  const long = options.map(({ text }) => Array.from(oneLine(text)).length).find((each) => each > MOST_ANSWER);
  return long === undefined ? null : `An option has ${long} characters; Kahoot! takes ${MOST_ANSWER}.`;
};

/** The spreadsheet of all questions that fit, and the others with the reason. */
export const writeKahoot = (set: StudySet): Written => {
  const items = quizItems(set);
  const leftOut = items.flatMap((item): Problem[] => {
    const words = problemOf(item);
    return words === null ? [] : [{ where: oneLine(item.prompt), words }];
  });
  const rows = items
    .filter((item) => problemOf(item) === null)
    .map(({ kind, prompt, answer, options }, index) => {
      const keys = kind === 'several' ? partsOf(answer) : [answer];
      const texts = [0, 1, 2, 3].map((at) => (options[at] === undefined ? null : oneLine(options[at].text)));
      const right = options.flatMap(({ text }, place) => (keys.includes(text) ? [place + 1] : []));
      return [index + 1, oneLine(prompt), ...texts, TIME, right.join(',')];
    });
  return { bytes: writeXlsx('Sheet1', [...PREAMBLE, HEADERS, ...rows]), leftOut };
};
