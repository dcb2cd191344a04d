/** Cards and questions from rows of cells: a list of terms, a spreadsheet of Kahoot! or ClassQuiz. */
import { BLANK } from '@/lib/blank';
import type { Row } from './read-delimited';
import { severalRight } from './several-right';
import {
  plainCard,
  recallQuestion,
  type Problem,
  type ReadSet,
  type SetCard,
  type SetQuestion,
} from './study-set';
import { UnreadableFile } from './unreadable-file';
import { tidyText } from './tidy';

export type TableChoice = {
  /** Whether the first row names the columns; `auto`: where its words are such names. */
  readonly header: 'auto' | 'yes' | 'no';
  /** Whether the first column is the answer. */
  readonly swapped: boolean;
};

type Column = 'front' | 'back' | 'proof' | 'source' | 'context' | 'tags' | 'extra';

const NAMES: readonly (readonly [Column, RegExp])[] = [
  ['front', /^(question|term|front|prompt|word|vocabulary)s?$/iu],
  ['back', /^(answer|definition|back|meaning|translation)s?$/iu],
  ['proof', /^(proof|evidence|sentence)$/iu],
  ['source', /^(source|article)$/iu],
  ['context', /^context$/iu],
  ['tags', /^tags?$/iu],
  ['extra', /^(extra|explanation|notes?|feedback)$/iu],
];

const columnOf = (cell: string): Column | null =>
  NAMES.find(([, name]) => name.test(cell.trim()))?.[0] ?? null;

const FIRST_TWO: Readonly<Partial<Record<Column, number>>> = { front: 0, back: 1 };

/** Where each column stands, and whether the first row says so. */
const layOut = (
  [first]: readonly Row[],
  { header, swapped }: TableChoice,
): { places: Partial<Record<Column, number>>; named: boolean } => {
  const named = (first?.cells ?? []).map(columnOf);
  const isNamed =
    header === 'yes' || (header === 'auto' && named.includes('front') && named.includes('back'));
  const found = Object.fromEntries(named.flatMap((column, at) => (column === null ? [] : [[column, at]])));
  const places = isNamed && 'front' in found && 'back' in found ? found : FIRST_TWO;
  if (!swapped) return { places, named: isNamed };
  return { places: { ...places, front: places.back ?? 1, back: places.front ?? 0 }, named: isNamed };
};

const toQuestion = (front: string, back: string, context: string | null): SetQuestion =>
  recallQuestion(front.split(BLANK).length === 2 ? 'cloze' : 'basic', front, back, context);

/** A list of cards: question and answer, with what else its head names. */
const readCardRows = (rows: readonly Row[], choice: TableChoice, title: string): ReadSet => {
  const { places, named } = layOut(rows, choice);
  const problems: Problem[] = [];
  const cards = rows.slice(named ? 1 : 0).flatMap(({ line, cells }): SetCard[] => {
    const at = (column: Column): string => tidyText(cells[places[column] ?? -1] ?? '');
    const orNull = (column: Column): string | null => at(column) || null;
    const [front, back] = [at('front'), at('back')];
    if (front === '' || back === '') {
      const missing =
        front === '' ? 'It has no question.' : 'It has no answer: there is nothing in its second column.';
      problems.push({ where: `Row ${line}`, words: missing });
      return [];
    }
    return [
      plainCard(String(line), toQuestion(front, back, orNull('context')), {
        proof: orNull('proof'),
        source: orNull('proof') === null ? null : orNull('source'),
        extra: orNull('extra'),
        tags: at('tags')
          .split(/\s+/u)
          .filter((tag) => tag !== ''),
      }),
    ];
  });
  return { set: { title, cards, media: [] }, problems };
};

/** The columns of a table of questions with options; `null` where a row is no head of one. */
const quizHead = ({ cells }: Row): { question: number; answers: number[]; correct: number } | null => {
  const names = cells.map((cell) => cell.trim().replaceAll('–', '-').toLowerCase());
  const question = names.findIndex((name) => name.startsWith('question'));
  const correct = names.findIndex((name) => name.startsWith('correct answer'));
  const answers = names.flatMap((name, at) =>
    /^(answer \d|\d(st|nd|rd|th) answer|option \d)/u.test(name) ? [at] : [],
  );
  return question === -1 || correct === -1 || answers.length < 2 ? null : { question, answers, correct };
};

const readQuizRow = (
  { line, cells }: Row,
  { question, answers, correct }: { question: number; answers: number[]; correct: number },
): { card: SetCard | null; problem: string | null } => {
  const prompt = tidyText(cells[question] ?? '');
  const texts = answers.map((at) => tidyText(cells[at] ?? ''));
  const numbers = [...(cells[correct] ?? '').matchAll(/\d+/gu)].map(([number]) => Number(number));
  if (prompt === '') return { card: null, problem: 'It has no question.' };
  const right = [...new Set(numbers)].map((number) => texts[number - 1] ?? '');
  if (right.length === 0) return { card: null, problem: 'It does not say which answer is correct.' };
  if (right.includes('')) return { card: null, problem: 'The answer that is said to be correct is empty.' };
  const options = texts.filter((text) => text !== '').map((text) => ({ text, feedback: null }));
  return severalRight({ id: String(line), prompt, right, options });
};

/**
 * The cards of a table: a quiz where one of its first rows is the head of one (Kahoot!, ClassQuiz), else a list.
 * @throws UnreadableFile where there is nothing in it.
 */
export const readTable = (rows: readonly Row[], choice: TableChoice, title: string): ReadSet => {
  if (rows.length === 0) throw new UnreadableFile('There is nothing in this file.');
  const headAt = rows.slice(0, 30).findIndex((row) => quizHead(row) !== null);
  const headRow = rows[headAt];
  const head = headRow === undefined ? null : quizHead(headRow);
  if (head === null) return readCardRows(rows, choice, title);
  const read = rows.slice(headAt + 1).flatMap((row) => {
    // A running number alone is a row that nobody filled in.
    const filled = [head.question, ...head.answers].some((at) => (row.cells[at] ?? '').trim() !== '');
    return filled ? [{ where: `Row ${row.line}`, ...readQuizRow(row, head) }] : [];
  });
  return {
    set: { title, cards: read.flatMap(({ card }) => card ?? []), media: [] },
    problems: read.flatMap(({ where, problem }) => (problem === null ? [] : [{ where, words: problem }])),
  };
};
