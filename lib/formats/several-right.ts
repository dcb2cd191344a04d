/** A question with options from a file, in a form that can be marked here. */
import { joinParts } from '@/lib/key-parts';
import { recallQuestion, plainCard, type SetCard, type SetOption } from './study-set';
import { oneLine } from './tidy';

type Choice = {
  readonly id: string;
  readonly prompt: string;
  /** The texts that are right. */
  readonly right: readonly string[];
  readonly options: readonly SetOption[];
  readonly card?: Partial<SetCard>;
};

const TRUE = /^(true|t|wahr|vrai|verdadero|vero)$/iu;
const FALSE = /^(false|f|falsch|faux|falso)$/iu;

/** Without the same text twice. */
const distinct = (options: readonly SetOption[]): SetOption[] =>
  options.filter(({ text }, index) => options.findIndex((other) => other.text === text) === index);

/**
 * One right among others is a question to choose in, and so are several; where there is but one option, or all are
 * right, it becomes a card to recall; what was changed is said.
 */
export const severalRight = ({
  id,
  prompt,
  right,
  options,
  card,
}: Choice): { card: SetCard | null; problem: string | null } => {
  const [answer = ''] = right;
  const offered = distinct(options);
  if (right.length > 1) {
    const keys = offered.filter(({ text }) => right.includes(text)).map(({ text }) => text);
    if (keys.length === offered.length) {
      return {
        card: plainCard(id, recallQuestion('basic', prompt, keys.join('; ')), card),
        problem: 'All of its options are right: it became a card on which they are recalled.',
      };
    }
    // A line is a part of the key: an option of several lines becomes one.
    const inLine = offered.map((option) => ({ ...option, text: oneLine(option.text) }));
    const question = {
      form: 'several',
      prompt,
      context: null,
      answer: joinParts(keys),
      options: distinct(inLine),
    } as const;
    return { card: plainCard(id, question, card), problem: null };
  }
  if (offered.length < 2) {
    return {
      card: plainCard(id, recallQuestion('basic', prompt, answer), card),
      problem: 'It has but one option: it became a card on which the answer is recalled.',
    };
  }
  const isTrueFalse =
    offered.length === 2 &&
    offered.some(({ text }) => TRUE.test(text)) &&
    offered.some(({ text }) => FALSE.test(text));
  if (isTrueFalse) {
    const feedbackOf = (name: RegExp) => offered.find(({ text }) => name.test(text))?.feedback ?? null;
    const both = [
      { text: 'True', feedback: feedbackOf(TRUE) },
      { text: 'False', feedback: feedbackOf(FALSE) },
    ];
    const is = TRUE.test(answer) ? 'True' : 'False';
    const question = { form: 'true-false', prompt, context: null, answer: is, options: both } as const;
    return { card: plainCard(id, question, card), problem: null };
  }
  const question = { form: 'choice', prompt, context: null, answer, options: offered } as const;
  return { card: plainCard(id, question, card), problem: null };
};
