/**
 * Whether the words that a learner sees say by themselves what they speak of. Not a list of doubts but a proof: each
 * noun phrase must be licensed (`licensed-nouns.ts`), no word may count on from what is not seen, no name may be a part
 * only, and each pronoun must be bound; what is not proved needs its article.
 */
import { childrenOf, headOf, isLabelled, type Tree, type Word } from '@/lib/language/tree';
import type { Span } from '@/lib/model';
import { isBareName } from './bare-names';
import { looseIn } from './bound-pronouns';
import { countingWord } from './counting-words';
import {
  hasAnchor,
  isAnchor,
  isDefiniteLicensed,
  isInDate,
  isKind,
  isSubjectLicensed,
  isTimeless,
  isTitled,
  isUnlike,
  type Seen,
  type View,
} from './licensed-nouns';
import { wordsAfterOpening } from './opening-words';
import type { ReadSentence, Reading } from './reading';
import { leansOf } from './references';
import { meansTheTwo } from './two-countries';

const isNominal = (word: Word): boolean =>
  (word.upos === 'NOUN' || word.upos === 'ADJ' || word.upos === 'NUM') &&
  !isLabelled(word, 'compound', 'flat', 'amod', 'nummod', 'det', 'fixed', 'advmod');

/** Of what is set off as half of a name or a date no proof is asked. */
const openPhrase = (view: View): string | null => {
  const { tree, words } = view;
  for (const word of words) {
    if (isLabelled(word, 'nsubj') && /^(?:ADV|ADP|VERB|INTJ|NUM)$/u.test(word.upos) && !isInDate(view, word))
      return `“${word.text}” does not say which`;
    if (!isNominal(word) || isInDate(view, word)) continue;
    const det = childrenOf(tree, word, 'det').find(({ low, index }) => low === 'the' && index < word.index);
    if (det !== undefined) {
      const isPredicate = childrenOf(tree, word, 'cop').length > 0;
      if (isPredicate && isUnlike(tree, word) && hasAnchor(view, word)) continue;
      if (!isDefiniteLicensed(view, word)) return `“the ${word.text}” does not say which`;
      continue;
    }
    if (isGeneral(view)) continue;
    const isSubject = isLabelled(word, 'nsubj') && headOf(tree, word) !== undefined;
    if (isSubject && word.upos !== 'NUM' && !isSubjectLicensed(view, word))
      return `“${word.text}” does not say which`;
  }
  return null;
};

/** "Green plants make sugar from light in a process called …": true of all plants at all times. */
const isGeneral = (view: View): boolean => view.isDefinition && isTimeless(view);

/** Nothing that everyone knows the same: no name, no people, no word of the title. */
const isAnonymous = (view: View): boolean => {
  const { reading, sentence, words } = view;
  if (words.some((word) => isAnchor(view, word) || (isTitled(view, word) && word.upos !== 'VERB')))
    return false;
  // "Cytotoxic drugs inhibit …": of all of them, wherever one reads it.
  if (words.some((word) => isLabelled(word, 'nsubj') && isKind(view, word))) return false;
  return !leansOf(reading, sentence).some(
    ({ antecedent, span }) => antecedent !== null && words.some(({ start }) => start === span.start),
  );
};

/** The first word that counts on from something which neither stands beside it nor in the title. */
const openCount = (reading: Reading, tree: Tree, words: readonly Word[]): Word | null =>
  countingWord(
    tree,
    words.filter((word) => !meansTheTwo(reading, word)),
  );

/** What of an answer in words needs the article: "the generic name"; `null` where it says which. */
export const leaningAnswer = (reading: Reading, sentence: ReadSentence, answer: Span): string | null => {
  const { tree } = sentence;
  if (tree === null) return null;
  const words = tree.words.filter(({ start, end }) => answer.start <= start && end <= answer.end);
  const has = new Set(tree.words.map(({ index }) => index));
  const counting = openCount(reading, tree, words);
  if (counting !== null) return `“${counting.text}” counts on from something said before`;
  return openPhrase({ sentence, tree, words, before: null, isDefinition: true, reading, has });
};

/** What of the words that are seen needs the article, in plain words; `null` where they stand by themselves. */
export const leaningPhrase = (reading: Reading, seen: Seen): string | null => {
  const counting = openCount(reading, seen.tree, seen.words);
  if (counting !== null) return `“${counting.text}” counts on from something said before`;
  const view: View = { ...seen, reading, has: new Set(seen.words.map(({ index }) => index)) };
  if (seen.before === null && isAnonymous(view) && !isGeneral(view))
    return 'nothing that is seen says of whom or what';
  const bare = seen.sentence.names.find(
    (name) =>
      seen.words.some(({ start }) => start === name.start) && isBareName(reading, seen.sentence, name),
  );
  if (bare !== undefined) return `“${bare.text}” is named in part only`;
  const seenBefore = { leans: leansOf(reading, seen.sentence), hasBefore: seen.before !== null };
  const loose = looseIn(seen.sentence, seen.tree, seen.words, seenBefore);
  return loose === null ? openPhrase(view) : `“${loose.text}” is not named`;
};

/** The words of a sentence that a gap in place of `answer` leaves, without those that only tie it to the one before. */
export const wordsBeside = (sentence: ReadSentence, tree: Tree, answer: Span): Word[] =>
  wordsAfterOpening(sentence, tree).filter(({ start, end }) => end <= answer.start || start >= answer.end);
