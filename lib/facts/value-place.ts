/** Where a date or an amount stands in the tree of its sentence: on which word it hangs, in whose clause. */
import { clauseOf, type Clause } from '@/lib/language/clauses';
import { childrenOf, headOf, isLabelled, sureness, type Tree, type Word } from '@/lib/language/tree';
import type { Span } from '@/lib/model';
import type { ReadSentence } from './reading';

/** The word of a value that its other words hang on, and the clause that it stands in. */
export type ValuePlace = { readonly tree: Tree; readonly top: Word; readonly clause: Clause };

/**
 * The one word of a stretch that hangs on a word outside it; of several on the same word ("from 1870" and "to 1939")
 * the first; `null` where there is none, or where they hang on different words.
 */
export const topOf = (tree: Tree, { start, end }: Span): Word | null => {
  const isInside = (word: Word): boolean => start <= word.start && word.end <= end;
  const tops = tree.words.filter((word) => {
    const head = headOf(tree, word);
    const hangsOutside = isInside(word) && (head === undefined || !isInside(head));
    return hangsOutside && word.upos !== 'PUNCT' && !isLabelled(word, 'case', 'cc');
  });
  const [top] = tops;
  return top !== undefined && tops.every(({ head }) => head === top.head) ? top : null;
};

/** Where a value stands, or `null` where the parse cuts through it or finds no clause. */
export const placeOfValue = ({ tree, clauses }: ReadSentence, span: Span): ValuePlace | null => {
  const top = tree === null ? null : topOf(tree, span);
  if (tree === null || top === null) return null;
  const clause = clauseOf(tree, clauses, top);
  return clause === undefined ? null : { tree, top, clause };
};

/** The prepositions of a phrase, in small letters and joined by a blank: "in", "from", "such as"; empty for none. */
export const prepositionOf = (tree: Tree, word: Word): string =>
  childrenOf(tree, word, 'case')
    .map(({ low }) => low)
    .join(' ');

/** Verbs of the sentence, auxiliaries not counted: where there is but one, a date can belong to no other. */
export const countVerbs = ({ words }: Tree): number => words.filter(({ upos }) => upos === 'VERB').length;

/** 0..1: how sure it is that `word` belongs to the predicate of `clause` itself; 0 where it hangs deeper. */
export const surenessInClause = (word: Word, { predicate, certainty }: Clause): number =>
  word.head === predicate.index ? Math.min(sureness(word), certainty) : 0;
