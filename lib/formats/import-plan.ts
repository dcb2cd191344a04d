/** How an imported set is kept: a text of the cards' own words, and for each card the place in it that stands for its proof. */
import { hasOptions } from '@/lib/forms';
import type { Span } from '@/lib/model';
import { ownWords } from './own-words';
import { contentOf, type Problem, type SetCard, type SetQuestion, type StudySet } from './study-set';
import { oneLine, tidyText } from './tidy';

/** Characters of one side of a card. */
const MOST_SIDE = 10_000;
const MOST_CARDS = 20_000;
/** Characters of all cards together. */
const MOST_TEXT = 5_000_000;

export type PlannedCard = {
  readonly card: SetCard;
  readonly statement: string;
  /** Where the statement stands in the text. */
  readonly span: Span;
  /** Where the answer stands in the text, if it does. */
  readonly answerSpan: Span | null;
};

export type ImportPlan = {
  /** One paragraph for each card. */
  readonly text: string;
  readonly cards: readonly PlannedCard[];
  readonly problems: readonly Problem[];
  /** How many the deck holds already, or the file twice. */
  readonly known: number;
};

const tidyQuestion = (question: SetQuestion): SetQuestion => ({
  ...question,
  prompt: tidyText(question.prompt),
  answer: tidyText(question.answer),
  context: question.context === null ? null : tidyText(question.context) || null,
  options: question.options.map(({ text, feedback }) => ({ text: tidyText(text), feedback })),
});

/** Why a question cannot be asked; `null` where it can. */
const flawOf = ({ form, prompt, answer, options }: SetQuestion): string | null => {
  if (prompt === '' || answer === '') return 'A side of it is empty.';
  if (prompt.length > MOST_SIDE || answer.length > MOST_SIDE) {
    return 'A side of it has more than 10,000 characters.';
  }
  if (!hasOptions(form)) return null;
  if (options.length < 2) return 'It has fewer than two options.';
  if (new Set(options.map(({ text }) => text)).size < options.length) return 'It has the same option twice.';
  return options.some(({ text }) => text === answer) ? null : 'The right answer is not among its options.';
};

const keptQuestions = (card: SetCard, index: number): { questions: SetQuestion[]; problems: Problem[] } => {
  const tidied = card.questions.map(tidyQuestion).map((question) => ({ question, flaw: flawOf(question) }));
  return {
    questions: tidied.flatMap(({ question, flaw }) => (flaw === null ? [question] : [])),
    problems: tidied.flatMap(({ question, flaw }) => {
      const shown = oneLine(question.prompt).slice(0, 60);
      const where = shown === '' ? `Card ${index + 1}` : `Card ${index + 1} (“${shown}”)`;
      return flaw === null ? [] : [{ where, words: flaw }];
    }),
  };
};

const paragraphOf = (statement: string, { extra }: SetCard): string =>
  extra === null ? statement : `${statement} ${oneLine(tidyText(extra))}`.trim();

/**
 * Plans the import of a set into a deck that holds the cards `present` (as by `contentOf`). Cards that nothing can be
 * asked of, and those that are there already, stay out.
 */
export const planImport = (set: StudySet, present: ReadonlySet<string>): ImportPlan => {
  const seen = new Set(present);
  const problems: Problem[] = [];
  const cards: PlannedCard[] = [];
  const paragraphs: string[] = [];
  let length = 0;
  let known = 0;
  let beyond = 0;
  set.cards.forEach((card, index) => {
    const { questions, problems: flaws } = keptQuestions(card, index);
    problems.push(...flaws);
    const [first] = questions;
    if (first === undefined) return;
    if (seen.has(contentOf(first))) {
      known += 1;
      return;
    }
    seen.add(contentOf(first));
    const proof = card.proof === null ? '' : oneLine(tidyText(card.proof));
    const statement = proof === '' ? ownWords(first.prompt, first.answer) : proof;
    const paragraph = paragraphOf(statement, card);
    if (cards.length >= MOST_CARDS || length + paragraph.length > MOST_TEXT) {
      beyond += 1;
      return;
    }
    const at = statement.lastIndexOf(oneLine(first.answer));
    const answerSpan =
      at === -1 ? null : { start: length + at, end: length + at + oneLine(first.answer).length };
    cards.push({
      card: { ...card, questions },
      statement,
      span: { start: length, end: length + statement.length },
      answerSpan,
    });
    paragraphs.push(paragraph);
    length += paragraph.length + 2;
  });
  if (beyond > 0) {
    const words = `${beyond} are more than one import takes (20,000 cards or 5 million characters): bring them in apart.`;
    problems.push({ where: 'Cards at the end', words });
  }
  return { text: paragraphs.join('\n\n'), cards, problems, known };
};
