/** The parse of a sentence as a tree to walk in: words with their dependants, stretches, and how sure they are. */
import type { Span } from '@/lib/model';
import type { ParsedToken, Parser } from './parser/parser';
import type { Token } from './tokens';

/** `low` is the text in small letters with straight apostrophes. */
export type Word = Token & ParsedToken & { readonly index: number; readonly low: string };

/** `children[i]` are the words that hang on word `i`, in the order of the text. */
export type Tree = {
  readonly words: readonly Word[];
  readonly children: readonly (readonly Word[])[];
  readonly root: Word;
};

/** The tree of a sentence's tokens, or `null` where there are none. */
export const readTree = (parser: Parser, tokens: readonly Token[]): Tree | null => {
  const parsed = parser.parse(tokens.map(({ text }) => text));
  const words = tokens.flatMap((token, index): Word[] => {
    const arc = parsed[index];
    if (arc === undefined) return [];
    return [{ ...token, ...arc, index, low: token.text.toLowerCase().replaceAll('’', "'") }];
  });
  const children: Word[][] = words.map(() => []);
  for (const word of words) children[word.head]?.push(word);
  const root = words.find(({ head }) => head === -1);
  return root === undefined ? null : { words, children, root };
};

/** Whether a word's label is `label` or one of its kinds: "nsubj:pass" is an "nsubj". */
export const isLabelled = ({ label }: Word, ...labels: readonly string[]): boolean =>
  labels.some((wanted) => label === wanted || label.startsWith(`${wanted}:`));

/** The words that hang on `head` by one of `labels` (all where none is given), in the order of the text. */
export const childrenOf = (tree: Tree, head: Word, ...labels: readonly string[]): readonly Word[] => {
  const children = tree.children[head.index] ?? [];
  return labels.length === 0 ? children : children.filter((child) => isLabelled(child, ...labels));
};

/** The first of `childrenOf`. */
export const childOf = (tree: Tree, head: Word, ...labels: readonly string[]): Word | undefined =>
  childrenOf(tree, head, ...labels)[0];

/** The word that `word` hangs on; `undefined` for the root. */
export const headOf = (tree: Tree, word: Word): Word | undefined => tree.words[word.head];

/**
 * `head` with everything under it, in the order of the text; branches for which `leaves` says so are left out
 * whole. The words need not be next to each other: see `isUnbroken`.
 */
export const wordsUnder = (tree: Tree, head: Word, leaves: (word: Word) => boolean = () => false): Word[] => {
  const found = [head];
  for (const child of childrenOf(tree, head))
    if (!leaves(child)) found.push(...wordsUnder(tree, child, leaves));
  return found.sort((a, b) => a.index - b.index);
};

/** From the first to the last of `words`, which are in order. */
export const spanOfWords = (words: readonly Word[]): Span => ({
  start: words[0]?.start ?? 0,
  end: words.at(-1)?.end ?? 0,
});

/** Whether no word is missing between the first and the last of `words`, which are in order. */
export const isUnbroken = (words: readonly Word[]): boolean => {
  const [first, last] = [words[0], words.at(-1)];
  return first !== undefined && last !== undefined && last.index - first.index === words.length - 1;
};

/** 0..1: how sure the parser is of a word's arc and label together. */
export const sureness = ({ arcConfidence, labelConfidence }: Word): number => arcConfidence * labelConfidence;

/** The least sureness among `words`, marks not counted; 1 where there are none. */
export const leastSure = (words: readonly Word[]): number =>
  words.filter(({ upos }) => upos !== 'PUNCT').reduce((least, word) => Math.min(least, sureness(word)), 1);
