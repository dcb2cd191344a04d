/** The one complete phrase around a word that may be an answer: trimmed of what hangs on behind it, and unbroken. */
import {
  childrenOf,
  isLabelled,
  isUnbroken,
  spanOfWords,
  sureness,
  type Tree,
  type Word,
  wordsUnder,
} from '@/lib/language/tree';
import type { Name } from '@/lib/language/names';
import type { AnswerType, Span } from '@/lib/model';
import type { ReadSentence } from './reading';

/** `name` is the proper name that the answer is, where it is one. `sureness`, 0..1, of its arcs inside. */
export type AnswerPhrase = Span & {
  readonly head: Word;
  readonly words: readonly Word[];
  readonly name: Name | null;
  readonly answerType: AnswerType;
  readonly sureness: number;
};

const MOST_WORDS = 8;
const MOST_MEMBERS = 2;
/** Hangs on behind a noun and says more about it, without being needed to name it. */
const AFTERTHOUGHTS = ['acl', 'appos', 'parataxis', 'advcl', 'dep', 'discourse', 'orphan', 'dislocated'];
const FRINGE = ['case', 'mark', 'cc', 'punct'];
/** What hangs on a noun because it is a predicate, and not part of its phrase. */
const OF_PREDICATES = ['nsubj', 'csubj', 'cop', 'aux', 'expl', 'obl', 'ccomp', 'xcomp'];

const TYPES: Readonly<Record<Name['kind'], AnswerType>> = {
  person: 'person',
  organisation: 'organisation',
  place: 'place',
  name: 'name',
};

const isOf = (tree: Tree, word: Word): boolean =>
  childrenOf(tree, word, 'case').some(({ low }) => low === 'of');

const isFringe = (word: Word): boolean => isLabelled(word, ...FRINGE);

const isPredicate = (tree: Tree, word: Word): boolean =>
  childrenOf(tree, word, 'nsubj', 'csubj', 'cop').length > 0;

/** The branches of `head` that its answer can do without. */
const isNeedless = (tree: Tree, head: Word, word: Word): boolean => {
  if (word.head !== head.index) return false;
  if (isPredicate(tree, head)) {
    if (isLabelled(word, ...OF_PREDICATES)) return true;
    if (isLabelled(word, 'conj') && (isPredicate(tree, word) || word.upos === 'VERB')) return true;
    if (word.index < head.index && isLabelled(word, 'advmod', 'advcl')) return true;
  }
  if (word.index < head.index) return isFringe(word);
  if (isLabelled(word, 'nmod:poss', 'nmod:unmarked')) return false;
  return (
    isLabelled(word, ...AFTERTHOUGHTS, 'advmod', 'nummod', 'amod') ||
    (isLabelled(word, 'nmod', 'obl') && !isOf(tree, word)) ||
    isLabelled(word, 'punct')
  );
};

const trimEnds = (words: readonly Word[]): Word[] => {
  const isMark = (word: Word | undefined): boolean =>
    word?.upos === 'PUNCT' && !/^["”’'%)]$/u.test(word.text);
  let [from, to] = [0, words.length];
  while (from < to && (isMark(words[from]) || words[from]?.upos === 'CCONJ')) from++;
  while (to > from && isMark(words[to - 1])) to--;
  return words.slice(from, to);
};

const cuts = (inner: Span, outer: Span): boolean =>
  (inner.start < outer.start && outer.start < inner.end && inner.end < outer.end) ||
  (outer.start < inner.start && inner.start < outer.end && outer.end < inner.end);

/** "the Institute" of "the Institute for Polar Research": the name goes on behind a small word. */
const GOES_ON = /^\s(?:for|of|&|and|or)\s(?:the\s)?\p{Lu}/u;

/** "the Union" of "the Treaty on the Union", "Edison" of "neither Tesla nor Edison": it began before. */
const NAME_BEFORE = /\p{Lu}\p{L}+\s(?:of|on|for)\s$/u;
const PAIRING_BEFORE = /\b(?:neither|both|either|nor|not|only|even)\s$/iu;

const isCutOff = (sentence: ReadSentence, span: Span): boolean => {
  const before = sentence.statement.charAt(span.start - sentence.start - 1);
  const after = sentence.statement.slice(span.end - sentence.start, span.end - sentence.start + 2);
  const inName = sentence.names.some(
    (name) =>
      cuts(span, name) ||
      (name.start <= span.start && span.end < name.end) ||
      (name.start < span.start && span.end <= name.end),
  );
  const inValue = [...sentence.dates, ...sentence.numbers].some((value) => cuts(span, value));
  const inMarks = [...sentence.enclosures.quotes, ...sentence.enclosures.brackets].some((mark) =>
    cuts(span, mark),
  );
  const last =
    sentence.statement
      .slice(span.start - sentence.start, span.end - sentence.start)
      .split(/\s/u)
      .at(-1) ?? '';
  const rest = sentence.statement.slice(span.end - sentence.start);
  if (/^\p{Lu}/u.test(last) && GOES_ON.test(rest)) return true;
  const lead = sentence.statement.slice(0, span.start - sentence.start);
  if (PAIRING_BEFORE.test(lead)) return true;
  const opensAsName = /^(?:the\s)?\p{Lu}/u.test(sentence.statement.slice(lead.length));
  if (opensAsName && NAME_BEFORE.test(lead)) return true;
  return (
    inName ||
    inValue ||
    inMarks ||
    /[\p{L}\p{N}–-]/u.test(before) ||
    /^(?:[-–/]\p{L}|[’']\p{L}|[\p{L}\p{N}])/u.test(after)
  );
};

const typeOf = (name: Name | null): AnswerType => (name === null ? 'phrase' : TYPES[name.kind]);

/**
 * The phrase that `head` heads, or `null` where it is broken, too long, a list of more than two, or cut through a
 * name or a value. Where it ends in the name of a person behind a role ("the physicist Ada Berg"), the name alone.
 */
export const answerPhrase = (sentence: ReadSentence, head: Word): AnswerPhrase | null => {
  const { tree } = sentence;
  if (tree === null || !/^(?:NOUN|PROPN|NUM|X|SYM)$/u.test(head.upos)) return null;
  const all = trimEnds(wordsUnder(tree, head, (word) => isNeedless(tree, head, word)));
  if (!isUnbroken(all)) return null;
  const whole = spanOfWords(all);
  const person = sentence.names.find(
    ({ kind, start, end }) => kind === 'person' && start > whole.start && end === whole.end,
  );
  const lead = all.filter(({ start }) => person !== undefined && start < person.start);
  const isTitled = lead.every(({ upos, xpos }) => /^(?:NOUN|ADJ|PROPN|DET)$/u.test(upos) && xpos !== 'POS');
  const words = isTitled ? all.slice(lead.length) : all;
  const span = spanOfWords(words);
  const members = words.filter((word) => isLabelled(word, 'conj')).length + 1;
  if (members > MOST_MEMBERS || isCutOff(sentence, span)) return null;
  if (words.filter(({ upos }) => upos !== 'PUNCT').length > MOST_WORDS) return null;
  const bare = words[0]?.low === 'the' ? (words[1]?.start ?? span.start) : span.start;
  const name =
    sentence.names.find(
      ({ start, end, initial }) =>
        (start === bare || start === span.start) && end === span.end && !(initial && head.upos === 'NOUN'),
    ) ?? null;
  // A name that the names' own rules found whole needs no parse inside.
  const inner =
    name === null
      ? words.filter(
          (word) => word !== head && word.upos !== 'PUNCT' && !isLabelled(word, 'flat', 'compound'),
        )
      : [];
  return {
    ...span,
    head,
    words,
    name,
    answerType: typeOf(name),
    sureness: inner.reduce((least, word) => Math.min(least, sureness(word)), 1),
  };
};
