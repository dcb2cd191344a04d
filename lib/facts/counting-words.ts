/**
 * Words that count on from something said before: "also", "another", "such", "the same", "larger", "several". Each is
 * taken to need its article unless what it counts from stands in view beside it.
 */
import { childrenOf, headOf, isLabelled, type Tree, type Word } from '@/lib/language/tree';

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

/** Adverbs that join a clause to another one, or count time from one. */
const JOINING = set(
  `however therefore thus hence consequently instead meanwhile nevertheless nonetheless otherwise besides moreover
  furthermore additionally accordingly conversely alternatively likewise similarly also too then subsequently afterwards
  thereafter again still yet already now currently presently recently lately nowadays today later earlier previously
  soon simultaneously elsewhere therein thereof formerly back ahead finally eventually further indeed`,
);
/** Of these the time that they count from may stand in the same sentence. */
const AFTER_SOMETHING = set(
  'then subsequently afterwards thereafter later earlier previously soon still further again back formerly eventually finally simultaneously',
);
/** Adjectives that measure a thing against another that is not named. */
const MEASURING = set(
  `additional further following preceding subsequent remaining aforementioned respective corresponding resulting
  latter similar equivalent comparable previous typical overall bilateral recent current initial upcoming ensuing
  prior opposing pivotal present`,
);
/** Words that say of how many, and leave open which. */
const SOME = set('several some many various numerous certain few most much');
/** Comparatives that name a part or a rank: "the lower house", "higher education". */
const RANKS = set('lower upper higher inner outer elder former');

const next = (tree: Tree, word: Word, by = 1): string => tree.words[word.index + by]?.low ?? '';

const isBefore = (words: readonly Word[], word: Word, test: (other: Word) => boolean): boolean =>
  words.some((other) => other.index < word.index && test(other));

/** "but also", "and also", "not only … also", "also known as". */
const isPaired = (tree: Tree, words: readonly Word[], word: Word): boolean =>
  /^(?:but|and|or)$/u.test(next(tree, word, -1)) ||
  isBefore(words, word, ({ low }) => low === 'only') ||
  /^(?:known|called|spelled|written)$/u.test(next(tree, word));

const isJoining = (tree: Tree, words: readonly Word[], word: Word): boolean => {
  const { low, upos } = word;
  if (low === 'just' && headOf(tree, word)?.upos === 'VERB') return next(tree, word) !== 'as';
  if (!JOINING.has(low) || (upos !== 'ADV' && upos !== 'ADP')) return false;
  if (!isLabelled(word, 'advmod', 'obl', 'cc', 'discourse', 'dep', 'mark')) return false;
  if (low === 'instead' && next(tree, word) === 'of') return false;
  if (low === 'too' && headOf(tree, word)?.upos === 'ADJ') return false;
  if (low === 'also' || low === 'too') return !isPaired(tree, words, word);
  if (next(tree, word) === 'than') return false;
  if (!AFTER_SOMETHING.has(low)) return true;
  const head = headOf(tree, word);
  // "He left Oslo in 1880 and later moved to Rome", "was later renamed": the first counts from what is in view.
  return !isBefore(words, word, (other) => other.upos === 'VERB' && other !== head);
};

const isPluralNoun = (word: Word | undefined): boolean => word !== undefined && /^NNP?S$/u.test(word.xpos);

const isOther = (tree: Tree, words: readonly Word[], word: Word): boolean => {
  const { low } = word;
  const before = next(tree, word, -1);
  if (low === 'another') return before !== 'one' && !isBefore(words, word, ({ low: one }) => one === 'one');
  if (low !== 'other' && low !== 'others') return false;
  if (/^(?:each|any|no|all|every|among|than)$/u.test(before) || next(tree, word) === 'than') return false;
  const head = low === 'others' ? word : headOf(tree, word);
  const after = head === undefined ? '' : next(tree, head);
  if (after === 'than' || after === 'such') return false;
  // "Iron and other metals", "Egypt, with other Arab nations": what is in view says what they are other than.
  if (before === 'and' || before === 'or') return false;
  return !isBefore(words, word, ({ upos }) => upos === 'PROPN') || !isPluralNoun(head);
};

const isComparing = (tree: Tree, word: Word): boolean => {
  if (word.xpos !== 'JJR' && word.xpos !== 'RBR') return false;
  if (RANKS.has(word.low) || JOINING.has(word.low)) return false;
  if (/^(?:no|any)$/u.test(next(tree, word, -1))) return false;
  return !tree.words.slice(word.index + 1).some(({ low }) => low === 'than');
};

const isSome = (tree: Tree, word: Word): boolean => {
  if (!SOME.has(word.low) || !isLabelled(word, 'amod', 'det', 'nsubj', 'nummod')) return false;
  if (next(tree, word) === 'of') return false;
  const head = isLabelled(word, 'nsubj') ? word : headOf(tree, word);
  return (
    head !== undefined && isLabelled(head, 'nsubj') && childrenOf(tree, head, 'nmod', 'acl').length === 0
  );
};

const countsOn = (tree: Tree, words: readonly Word[], word: Word): boolean => {
  const { low, upos } = word;
  if (isJoining(tree, words, word) || isOther(tree, words, word)) return true;
  if (isComparing(tree, word) || isSome(tree, word)) return true;
  if (low === 'such')
    return !/^(?:as|that)$/u.test(next(tree, word)) && next(tree, headOf(tree, word) ?? word) !== 'as';
  if (low === 'same') {
    const after = next(tree, headOf(tree, word) ?? word);
    return !/^(?:as|that|which)$/u.test(after) && !isBefore(words, word, ({ upos: one }) => one === 'NUM');
  }
  if (low === 'both' || low === 'either' || low === 'neither')
    return !tree.words.slice(word.index).some(({ low: one }) => /^(?:and|or|nor)$/u.test(one));
  if (low === 'similar' || low === 'equivalent' || low === 'comparable' || low === 'prior')
    return next(tree, word) !== 'to';
  return upos === 'ADJ' && isLabelled(word, 'amod') && MEASURING.has(low);
};

/** The first of `words`, in order, that counts on from something that is not among them; `null` if none does. */
export const countingWord = (tree: Tree, words: readonly Word[]): Word | null =>
  words.find((word) => countsOn(tree, words, word)) ?? null;
