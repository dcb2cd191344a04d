/** Which is the largest, the oldest, the first: what a sentence sets above all others of its kind. */
import type { Clause } from '@/lib/language/clauses';
import {
  childOf,
  childrenOf,
  headOf,
  isLabelled,
  sureness,
  type Tree,
  type Word,
  wordsUnder,
} from '@/lib/language/tree';
import { answerPhrase, type AnswerPhrase } from './answer-phrase';
import { type AnswerRole, type Candidate, isEnclosed, textAfter } from './candidate';
import type { ReadSentence, Reading } from './reading';
import { gateOf } from './sentence-gate';
import { vagueness } from './tightness';
import { topicality } from './worth';

/** The one that is set above the others, and the phrase that says of what. */
type Winner = {
  readonly winner: Word;
  readonly title: Word;
  readonly clause: Clause | null;
  readonly role: AnswerRole;
  readonly sure: number;
};

const SURE_CLAUSE = 0.9;
const SURE_APPOSITION = 0.75;
const WEIGHT = 0.66;

const UNIQUE = new Set(['first', 'last', 'only', 'sole']);
/** Praise is no measure. */
const PRAISE = new Set(['best', 'worst', 'finest', 'nicest', 'greatest', 'latest', 'closest', 'least']);

const isSuperlative = (tree: Tree, word: Word): boolean => {
  if (PRAISE.has(word.low)) return false;
  if (UNIQUE.has(word.low)) return isLabelled(word, 'amod', 'nummod', 'advmod') || word.xpos === 'JJ';
  if (word.xpos === 'JJS') return word.low !== 'most';
  return childrenOf(tree, word, 'advmod').some(({ low, xpos }) => low === 'most' && xpos === 'RBS');
};

/** Whether the phrase that `noun` heads says "the -est": of what is said by "of", "in", "to" or an owner. */
const isTitle = (tree: Tree, noun: Word): boolean => {
  const children = childrenOf(tree, noun);
  const isDefinite = children.some(
    (word) => (isLabelled(word, 'det') && word.low === 'the') || isLabelled(word, 'nmod:poss'),
  );
  const highest = isSuperlative(tree, noun) || children.some((word) => isSuperlative(tree, word));
  const hasScope = children.some(
    (word) =>
      isLabelled(word, 'nmod:poss') || (word.index > noun.index && isLabelled(word, 'nmod', 'obl', 'acl')),
  );
  const isSeveral = isLabelled(noun, 'nmod') || children.some(({ low }) => low === 'among');
  return isDefinite && highest && hasScope && !isSeveral;
};

/** "Nairobi is the largest city of Kenya", and the other way round. */
const readCopula = (tree: Tree, clause: Clause): Winner | null => {
  const { predicate, subject, isCopular, ownsSubject, certainty } = clause;
  if (!isCopular || subject === null || !ownsSubject || clause.kind === 'relative') return null;
  if (clause.negation !== null || childOf(tree, predicate, 'expl') !== undefined) return null;
  const base = { clause, sure: Math.min(certainty, sureness(subject)) };
  if (isTitle(tree, predicate)) return { ...base, winner: subject, title: predicate, role: 'subject' };
  const isNoun = /^(?:NOUN|PROPN)$/u.test(predicate.upos);
  if (isNoun && isTitle(tree, subject))
    return { ...base, winner: predicate, title: subject, role: 'predicate' };
  return null;
};

/** "Nairobi, the largest city of Kenya, ..." */
const readAppositions = (tree: Tree): Winner[] =>
  tree.words
    .filter((word) => isLabelled(word, 'appos') && isTitle(tree, word))
    .flatMap((title): Winner[] => {
      const winner = headOf(tree, title);
      if (winner?.upos !== 'PROPN') return [];
      return [{ winner, title, clause: null, role: 'apposition', sure: sureness(title) }];
    });

const refusalOf = (sentence: ReadSentence, { clause }: Winner, phrase: AnswerPhrase): string | null => {
  const enclosed = isEnclosed(sentence, phrase);
  if (enclosed !== null) return `an answer in ${enclosed}`;
  const vague = vagueness(phrase);
  if (vague !== null) return vague;
  if (clause?.hedge !== null && clause !== null) return `“${clause.hedge.text}” keeps it from being certain`;
  if (phrase.name === null && phrase.words.some(({ upos }) => upos === 'DET') && phrase.words.length < 3)
    return 'the answer is no name';
  // "The highest ranking city": of which list, and of which year?
  if (/\b(?:ranking|ranked|rated|placed)\b/iu.test(sentence.statement) && sentence.dates.length === 0)
    return 'a rank of a list and a year that are not named';
  return /^,?\s(?:and|or)\s/u.test(textAfter(sentence, phrase)) ? 'one of several side by side' : null;
};

/** What a sentence sets above all others of its kind, each with what speaks against asking for it. */
export const findComparisons = (reading: Reading, sentence: ReadSentence): Candidate[] => {
  const { tree, clauses } = sentence;
  if (tree === null || gateOf(sentence).question !== null) return [];
  const winners = [
    ...clauses
      .filter(({ certainty }) => certainty >= SURE_CLAUSE)
      .flatMap((clause) => readCopula(tree, clause) ?? []),
    ...readAppositions(tree).filter(({ sure }) => sure >= SURE_APPOSITION),
  ];
  return winners.flatMap((winner): Candidate[] => {
    const phrase = answerPhrase(sentence, winner.winner);
    if (phrase === null || phrase.sureness < 0.75) return [];
    const { clause, role } = winner;
    return [
      {
        start: phrase.start,
        end: phrase.end,
        kind: 'comparison',
        answerType: phrase.answerType,
        place: { role, head: winner.winner, clause: clause?.predicate ?? winner.title },
        confidence: Math.min(winner.sure, phrase.sureness),
        weight: Math.min(1, WEIGHT + 0.2 * topicality(reading, wordsUnder(tree, winner.title))),
        refusal: refusalOf(sentence, winner, phrase),
      },
    ];
  });
};
