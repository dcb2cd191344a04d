/**
 * What follows a cue word ("because of", "in order to", "by") up to where its phrase ends. Such an answer may be long,
 * so that its edges must be plain: the cue on the left; the end of the sentence, or a comma that closes it, on the right.
 */
import {
  childrenOf,
  headOf,
  isLabelled,
  isUnbroken,
  spanOfWords,
  type Tree,
  type Word,
  wordsUnder,
} from '@/lib/language/tree';
import type { Span } from '@/lib/model';
import { isEnclosed } from './candidate';
import type { ReadSentence } from './reading';

/** `head` heads the answer; `isFronted`: the phrase opens its clause. */
export type CuedPhrase = Span & {
  readonly head: Word;
  readonly words: readonly Word[];
  readonly isFronted: boolean;
};

/** Two stretches of words: the cue, and where the answer begins, which may be inside it ("in order | to"). */
export type Cue = { readonly from: number; readonly to: number; readonly answerFrom: number };

const AFTERTHOUGHTS = ['acl', 'advcl', 'parataxis', 'appos'];
const CONTENT = /^(?:NOUN|VERB|ADJ|NUM|PROPN)$/u;
const SPEAKERS = /^(?:i|me|my|we|us|our|you|your)$/u;
const ENDS = /^(?:["”’']?[.;…]["”’']?(?:\s|$)|$)/u;
/** A comma before one of these begins an afterthought, not a further member of the phrase. */
const GOES_ON = /^,\s(?:which|who|whose|where|but|while|whereas|although|though|making|leaving|causing)\b/u;

const isSetOff = (tree: Tree, word: Word): boolean =>
  isLabelled(word, ...AFTERTHOUGHTS) && wordsUnder(tree, word)[0]?.text === ',';

const isMark = (word: Word | undefined): boolean => word !== undefined && /^[,;:.–—-]$/u.test(word.text);

const trim = (words: readonly Word[]): Word[] => {
  let to = words.length;
  while (isMark(words[to - 1])) to--;
  return words.slice(0, to);
};

const cuts = (sentence: ReadSentence, { start, end }: Span): boolean =>
  [...sentence.enclosures.quotes, ...sentence.enclosures.brackets, ...sentence.names].some(
    (mark) => (mark.start < start && start < mark.end) || (mark.start < end && end < mark.end),
  );

/** The word that a cue introduces: the highest one behind it that still holds on to the cue. */
export const headBehind = (tree: Tree, { from, to }: Cue): Word | null => {
  const holds = (word: Word): boolean =>
    childrenOf(tree, word).some(({ index }) => index >= from && index < to) ||
    (word.head >= from && word.head < to);
  for (let at = tree.words[to]; at !== undefined && at.index >= from; at = headOf(tree, at))
    if (at.index >= to && holds(at)) return at;
  return null;
};

export const countWords = (words: readonly Word[]): number =>
  words.filter(({ upos }) => upos !== 'PUNCT').length;

/** The answer that a cue introduces, or `null` where its edges are not plain or it has more than `most` words. */
export const cuedPhrase = (sentence: ReadSentence, head: Word, cue: Cue, most: number): CuedPhrase | null => {
  const { tree } = sentence;
  if (tree === null) return null;
  const words = trim(
    wordsUnder(tree, head, (word) => isSetOff(tree, word)).filter(({ index }) => index >= cue.answerFrom),
  );
  if (words[0]?.index !== cue.answerFrom || !isUnbroken(words) || countWords(words) > most) return null;
  if (words.some(({ low }) => SPEAKERS.test(low))) return null;
  const span = spanOfWords(words);
  if (cuts(sentence, span) || isEnclosed(sentence, span) !== null) return null;
  const after = sentence.statement.slice(span.end - sentence.start);
  const outer = tree.words[head.head];
  const isFronted = outer !== undefined && outer.index > head.index && after.startsWith(', ');
  if (!isFronted && !ENDS.test(after) && !GOES_ON.test(after)) return null;
  return { ...span, head, words, isFronted };
};

/**
 * All that follows a cue up to the end of the sentence, where the tree is too unsure to say what hangs on what; `null`
 * where a comma or the like leaves open where the answer ends.
 */
export const tailBehind = (
  sentence: ReadSentence,
  cue: Cue,
  most: number,
): (Span & { words: Word[] }) | null => {
  const words = trim((sentence.tree?.words ?? []).slice(cue.answerFrom));
  const isPlain = words.every(({ text, low }) => !/^[,;:–—-]$/u.test(text) && !SPEAKERS.test(low));
  if (words.length === 0 || !isPlain || countWords(words) > most) return null;
  const span = spanOfWords(words);
  return cuts(sentence, span) || isEnclosed(sentence, span) !== null ? null : { ...span, words };
};

/** "to house them", "such issues", "other statements that he made": the answer says nothing without what is around it. */
export const isHollow = (words: readonly Word[]): boolean => {
  const content = words.filter(({ upos }) => CONTENT.test(upos));
  return (
    /^(?:this|that|these|those|it|other|others|such|another|some|various|certain|several|many|so)$/u.test(
      words[0]?.low ?? '',
    ) ||
    content.length < 2 ||
    /^(?:it|them|him|her|this|that|these|those|so|do)$/u.test(words.at(-1)?.low ?? '')
  );
};

/** Where one of `cues`, given as words in small letters, stands in a sentence; the longest where several begin. */
export const cuesIn = (tree: Tree, cues: readonly (readonly string[])[]): Cue[] => {
  const longest = [...cues].sort((a, b) => b.length - a.length);
  return tree.words.flatMap(({ index }): Cue[] => {
    const cue = longest.find((words) => words.every((word, at) => tree.words[index + at]?.low === word));
    return cue === undefined ? [] : [{ from: index, to: index + cue.length, answerFrom: index + cue.length }];
  });
};

const FEWEST_IN_VIEW = 4;

/** What is left in view is too little to know the answer by. */
export const isBare = ({ tree }: ReadSentence, { start, end }: Span, fewest = FEWEST_IN_VIEW): boolean =>
  (tree?.words ?? []).filter((word) => CONTENT.test(word.upos) && (word.end <= start || word.start >= end))
    .length < fewest;
