/** Whether what is seen itself says whom or what its pronouns mean. */
import { childrenOf, isLabelled, type Tree, type Word } from '@/lib/language/tree';
import type { Lean } from '@/lib/model';
import type { ReadSentence } from './reading';
import { HE, IT, SHE, THEY } from './reference-words';

const isPerson = (sentence: ReadSentence, word: Word): boolean =>
  sentence.names.some(({ start, end, kind }) => start <= word.start && word.end <= end && kind === 'person');

const isList = (tree: Tree, word: Word): boolean =>
  childrenOf(tree, word, 'conj').some(({ upos }) => upos !== 'VERB');

const isSubject = (word: Word): boolean => isLabelled(word, 'nsubj');

/** Whether a word may be what the pronoun `low` means. */
const fits = (sentence: ReadSentence, tree: Tree, low: string, word: Word): boolean => {
  if (word.upos !== 'NOUN' && word.upos !== 'PROPN') return false;
  if (HE.has(low) || SHE.has(low)) return isPerson(sentence, word);
  if (THEY.has(low)) return /^NNP?S$/u.test(word.xpos) || isList(tree, word);
  return !isPerson(sentence, word) && (word.xpos === 'NN' || word.xpos === 'NNP');
};

/** Subjects and, of people, whoever is named: what else stands before it may be meant, but no one can be sure. */
const mayBeMeant = (low: string, word: Word): boolean =>
  isSubject(word) || HE.has(low) || SHE.has(low) || isLabelled(word, 'obj', 'obl:agent');

/**
 * The first of `words` that is a pronoun which nothing seen explains; `null` if none is. `leans` are those of the
 * sentence; `hasBefore`: the sentence before is seen too.
 */
export const looseIn = (
  sentence: ReadSentence,
  tree: Tree,
  words: readonly Word[],
  { leans, hasBefore }: { readonly leans: readonly Lean[]; readonly hasBefore: boolean },
): Word | null =>
  words.find((word) => {
    const { low } = word;
    if (word.upos !== 'PRON' || ![HE, SHE, THEY, IT].some((list) => list.has(low))) return false;
    const lean = leans.find(({ span }) => span.start === word.start);
    if (lean?.antecedent !== null || lean.resolvedBy === 'title') return false;
    if (lean.resolvedBy === 'before' && hasBefore) return false;
    // "In 1807, under Captain Holm, she sailed": a main subject looks back to another sentence.
    if ((HE.has(low) || SHE.has(low)) && isSubject(word) && word.head === tree.root.index) return true;
    const isMeant = (other: Word): boolean =>
      other.index !== word.index && fits(sentence, tree, low, other) && mayBeMeant(low, other);
    // "In her youth Ada Berg painted": the subject may come a little later.
    return !words.some((other) => isMeant(other) && (other.index < word.index || isSubject(other)));
  }) ?? null;
