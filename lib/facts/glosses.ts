/**
 * What a name stands for, told in passing: "the State Duma, the lower chamber of parliament, …". The rest of the
 * sentence may lean on its article as it likes: the question is about the name alone.
 */
import { kindOfNoun } from '@/lib/language/class-nouns';
import { clauseOf } from '@/lib/language/clauses';
import type { Name } from '@/lib/language/names';
import {
  childrenOf,
  headOf,
  isLabelled,
  isUnbroken,
  leastSure,
  spanOfWords,
  sureness,
  type Tree,
  type Word,
  wordsUnder,
} from '@/lib/language/tree';
import type { Candidate } from './candidate';
import { countWords } from './cued-phrase';
import type { ReadSentence, Reading } from './reading';
import { gateOf } from './sentence-gate';
import { topicality } from './worth';

const MOST_WORDS = 16;
const FEWEST_CONTENT = 3;
/** "A name, the …," is a gloss by its marks alone, unless the name opens the clause: "In the Lab, the head of …". */
const SURE_GLOSS = 0.4;
const SURE_BEHIND_OPENING = 0.8;
/** Edges that stand in the text; what hangs on what is read beside them. */
const CONFIDENCE = 0.8;
/** The edges are marks; inside them the words stay as they are. */
const SURE_WORDS = 0.25;
const WEIGHT = 0.7;
const CONTENT = /^(?:NOUN|VERB|ADJ|NUM|PROPN)$/u;

/** These tell a rank, a share or a judgement, or that there are more, and not what a thing is. */
const NO_CLASS =
  /^(?:one|part|example|member|result|reason|way|thing|kind|type|sort|form|case|matter|issue|majority|number|lot|home|place|time|move|decision|fact|idea|figure|sign|source|success|failure|choice|favourite|favorite|rival|partner|friend|star|giant|subsidiary)s?$/u;
/** Such a phrase counts on from what the article said, or will not stay so. */
const PASSING =
  /^(?:such|another|other|same|latter|former|then|new|newly|latest|current|currently|now|largest|biggest|best|worst|top|leading)$/u;
const LIST_GOES_ON = /^,?\s(?:and|or|&|as well as)\s/u;
const CLOSES = /^(?:[,;).–—]|\s[–—]\s|$)/u;

const nameAt = (sentence: ReadSentence, head: Word): Name | undefined =>
  sentence.names.find(({ start, end }) => start <= head.start && head.end <= end);

/** Whether the name is one that "what is" asks for: a body, or something whose gloss names a body. */
const isThing = (name: Name, gloss: Word): boolean => {
  const kind = kindOfNoun(gloss.low);
  if (kind === 'person' || kind === 'place') return false;
  return name.kind === 'organisation' || (name.kind === 'name' && kind === 'organisation');
};

const MOST_BEFORE = 4;

/** "the" or "Norway’s" before the name; what else stands between is no part of it: "the Oslo-based Nordic Lab". */
const leadOf = (tree: Tree, first: Word): Word[] => {
  const before = tree.words.slice(Math.max(0, first.index - MOST_BEFORE), first.index);
  if (before.at(-1)?.xpos === 'POS') {
    const from = before.findLastIndex(({ upos }, at) => at < before.length - 1 && upos !== 'PROPN');
    return before.slice(from + 1);
  }
  const article = before.findLastIndex(({ low }) => low === 'the');
  const between = before.slice(article + 1);
  const isPhrase = between.every(({ upos }) => /^(?:ADJ|NOUN|PROPN|VERB|PUNCT)$/u.test(upos));
  return article !== -1 && isPhrase ? before.slice(article, article + 1) : [];
};

/** The name with its article or owner, "the Nordic Lab" or "Norway’s Storting"; `null` where the name goes on. */
const namedWhole = (tree: Tree, head: Word, name: Name, gloss: Word): Word[] | null => {
  const own = tree.words.filter(({ start, end }) => name.start <= start && end <= name.end);
  const goesOn = wordsUnder(tree, head, (word) => word === gloss || isLabelled(word, 'appos', 'punct')).some(
    ({ start }) => start >= name.end && start < gloss.start,
  );
  const [first] = own;
  return goesOn || first === undefined ? null : [...leadOf(tree, first), ...own];
};

/** The gloss without its marks; `null` where it is broken, too long, or says too little. */
const glossWords = (tree: Tree, gloss: Word): Word[] | null => {
  const words = wordsUnder(
    tree,
    gloss,
    (word) => isLabelled(word, 'acl', 'appos', 'parataxis') && wordsUnder(tree, word)[0]?.text === ',',
  );
  while (words.at(-1)?.upos === 'PUNCT') words.pop();
  while (words[0]?.upos === 'PUNCT') words.shift();
  if (!isUnbroken(words) || countWords(words) > MOST_WORDS) return null;
  if (words.filter(({ upos }) => CONTENT.test(upos)).length < FEWEST_CONTENT) return null;
  return words;
};

/** "the body that governs …" is so still, "the body that governed …" was; else the sentence's own tense tells it. */
const tenseOf = (
  { clauses }: ReadSentence,
  tree: Tree,
  words: readonly Word[],
  head: Word,
): 'is' | 'was' | null => {
  const inner = words.find(({ xpos }) => /^VB[ZPD]$/u.test(xpos));
  if (inner !== undefined) return inner.xpos === 'VBD' ? 'was' : 'is';
  const clause = clauseOf(tree, clauses, head);
  return clause === undefined || clause.finite.xpos === 'VBD' ? null : 'is';
};

/** Whether "is" or "was" may join a name to its gloss; `null` where nothing tells. */
export const glossTense = (sentence: ReadSentence, place: Candidate['place']): 'is' | 'was' | null => {
  const { tree } = sentence;
  if (tree === null || place === null) return null;
  const words = glossWords(tree, place.head);
  return words === null ? null : tenseOf(sentence, tree, words, place.clause);
};

/** The words of the name that a gloss is about. */
export const glossedName = (sentence: ReadSentence, place: Candidate['place']): Word[] | null => {
  const { tree } = sentence;
  if (tree === null || place === null) return null;
  const name = nameAt(sentence, place.clause);
  return name === undefined ? null : namedWhole(tree, place.clause, name, place.head);
};

const opensClause = ({ clauses }: ReadSentence, tree: Tree, head: Word): boolean => {
  const clause = clauseOf(tree, clauses, head);
  const first = clause?.subject ?? clause?.predicate;
  return first !== undefined && head !== first && head.index < first.index;
};

const isInList = (tree: Tree, word: Word): boolean =>
  isLabelled(word, 'conj') || childrenOf(tree, word, 'conj').length > 0;

const isTelling = (tree: Tree, gloss: Word, words: readonly Word[]): boolean => {
  const det = words[0]?.low ?? '';
  const isClass = det === 'a' || det === 'an';
  const isOnly = det === 'the';
  if (!isClass && !isOnly) return false;
  if (gloss.upos !== 'NOUN' || NO_CLASS.test(gloss.low)) return false;
  const points = words.some(
    ({ low, xpos, label }) =>
      PASSING.test(low) ||
      xpos === 'PRP$' ||
      xpos === 'PRP' ||
      (label === 'det' && /^(?:this|that|these|those)$/u.test(low)),
  );
  if (points) return false;
  return childrenOf(tree, gloss, 'acl', 'nmod', 'amod', 'compound').some((word) => words.includes(word));
};

const readGloss = (reading: Reading, sentence: ReadSentence, tree: Tree, gloss: Word): Candidate[] => {
  const head = headOf(tree, gloss);
  if (head === undefined || head.index > gloss.index) return [];
  if (sureness(gloss) < (opensClause(sentence, tree, head) ? SURE_BEHIND_OPENING : SURE_GLOSS)) return [];
  const name = nameAt(sentence, head);
  if (name === undefined || !isThing(name, gloss)) return [];
  const words = glossWords(tree, gloss);
  if (words === null || leastSure(words) < SURE_WORDS || !isTelling(tree, gloss, words)) return [];
  if (isInList(tree, head) || childrenOf(tree, gloss, 'conj').length > 0) return [];
  if (namedWhole(tree, head, name, gloss) === null || tenseOf(sentence, tree, words, head) === null)
    return [];
  const span = spanOfWords(words);
  const before = sentence.statement.slice(name.end - sentence.start, span.start - sentence.start);
  const after = sentence.statement.slice(span.end - sentence.start);
  if (!/^(?:\s\(\p{Lu}+\))?(?:,\s|\s[–—]\s|\s\()$/u.test(before) || !CLOSES.test(after)) return [];
  if (LIST_GOES_ON.test(after.replace(/^[,)]/u, ''))) return [];
  return [
    {
      ...span,
      kind: 'definition',
      answerType: 'phrase',
      place: { role: 'gloss', head: gloss, clause: head },
      confidence: Math.max(CONFIDENCE, Math.min(sureness(gloss), leastSure(words))),
      weight: Math.min(1, WEIGHT + 0.2 * topicality(reading, words)),
      refusal: null,
    },
  ];
};

/** What the names of a sentence are said to be, in passing. */
export const findGlosses = (reading: Reading, sentence: ReadSentence): Candidate[] => {
  const { tree } = sentence;
  if (tree === null || gateOf(sentence).question !== null) return [];
  return tree.words
    .filter((word) => isLabelled(word, 'appos'))
    .flatMap((gloss) => readGloss(reading, sentence, tree, gloss));
};
