/** What a question is made from, and the way out where none can be made. */
import type { FoundFact } from '@/lib/facts/candidate';
import type { Reading } from '@/lib/facts/reading';
import { childrenOf, isLabelled, sureness, type Word } from '@/lib/language/tree';
import type { ClauseParts, Part } from './clause-parts';
import { textOfWords } from './phrase';

/** Below this the parse is wrong too often. */
export const CERTAIN = 0.88;

/** There is no question, for the reason that the message gives in plain words. */
export class Unaskable extends Error {}

export const give = (reason: string): never => {
  throw new Unaskable(reason);
};

/** A fact with its clause taken apart. */
export type Asking = { readonly reading: Reading; readonly fact: FoundFact; readonly parts: ClauseParts };

/** The words as they are said in a question. */
export const say = ({ reading, fact }: Asking, words: readonly Word[], said = ''): string =>
  textOfWords(reading, fact, words, said) ?? give('it speaks of something that is not named');

/** Whether a word belongs to the answer. */
export const isAnswer = ({ answerSpan }: FoundFact, word: Word): boolean =>
  answerSpan.start <= word.start && word.end <= answerSpan.end;

/** What is left of a phrase beside the answer: its prepositions, and whether anything else is. */
const beside = ({ fact, parts }: Asking, part: Part): { preposition: string; isWhole: boolean } => {
  const cases = part.words.filter((word) => !isAnswer(fact, word) && isLabelled(word, 'case', 'fixed'));
  const rest = part.words.filter(
    (word) =>
      !isAnswer(fact, word) && !cases.includes(word) && word.upos !== 'PUNCT' && !isLabelled(word, 'det'),
  );
  const own = childrenOf(parts.tree, part.head, 'case').filter((word) => !isAnswer(fact, word));
  return {
    preposition: cases.map(({ low }) => low).join(' '),
    isWhole: rest.length === 0 && cases.length >= own.length,
  };
};

/** The part of the clause that the answer stands in. */
export const partOf = ({ fact, parts }: Asking): Part | undefined =>
  parts.parts.find(({ words }) => words.some((word) => isAnswer(fact, word)));

/** The part that the answer fills by itself. */
export const wholePart = (asking: Asking): { part: Part; preposition: string } => {
  const part = partOf(asking) ?? give('the answer is no part of the clause by itself');
  const { preposition, isWhole } = beside(asking, part);
  if (!isWhole) give('the answer is only a piece of its phrase');
  if (sureness(part.head) < CERTAIN) give('what the answer belongs to is not certain');
  return { part, preposition };
};
