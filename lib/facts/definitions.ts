/** What a thing is: "X is a Y that Z", asked both ways, and "X means Y". */
import { kindOfNoun } from '@/lib/language/class-nouns';
import type { Clause } from '@/lib/language/clauses';
import { subjectWords } from '@/lib/language/clauses';
import {
  childOf,
  childrenOf,
  isLabelled,
  isUnbroken,
  spanOfWords,
  sureness,
  type Tree,
  type Word,
  wordsUnder,
} from '@/lib/language/tree';
import type { Span } from '@/lib/model';
import { type Candidate, isEnclosed } from './candidate';
import { countWords } from './cued-phrase';
import { isTitleWord, type ReadSentence, type Reading, stemOf } from './reading';
import { gateOf } from './sentence-gate';

const MOST_WORDS = 18;
const FEWEST_CONTENT = 3;
const MOST_WORDS_OF_TERM = 4;
const MOST_WORDS_OF_NAME = 7;
const SURE_CLAUSE = 0.85;
const WEIGHT = 0.8;
const TERM_WEIGHT = 0.7;

const CONTENT = /^(?:NOUN|VERB|ADJ|NUM|PROPN)$/u;
const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

/** Heads that place a thing in no class of its own, or pass judgement on it. */
const NO_CLASS = set(
  `one part example member result reason problem way thing kind type sort form case matter question issue factor
  concept sign source success failure change place time fact idea step cause key challenge threat danger mistake majority
  number lot range variety`,
);
/** Subjects that are no term: what is defined has a name, or is a kind. */
const NO_TERM = set(
  `fact reason result aim goal purpose idea problem question answer example majority number rest others most many some
  all basis cause effect difference`,
);

type Defined = { readonly term: readonly Word[]; readonly meaning: readonly Word[]; readonly clause: Clause };

const OF_PREDICATES = [
  'nsubj',
  'csubj',
  'cop',
  'aux',
  'expl',
  'mark',
  'cc',
  'advmod',
  'parataxis',
  'discourse',
];

const isJoinedClause = (tree: Tree, word: Word): boolean =>
  isLabelled(word, 'conj') && (word.upos === 'VERB' || childOf(tree, word, 'nsubj', 'cop') !== undefined);

const isSetOff = (tree: Tree, word: Word): boolean =>
  isLabelled(word, 'acl', 'advcl', 'appos', 'obl') && wordsUnder(tree, word)[0]?.text === ',';

const endsPlainly = (sentence: ReadSentence, end: number): boolean =>
  /^(?:[.;]|$|,\s(?:which|who|where|but|while|whereas|although|and)\b)/u.test(
    sentence.statement.slice(end - sentence.start),
  );

/** The whole noun phrase of the predicate, afterthoughts behind a comma left out. */
const meaningOf = (sentence: ReadSentence, tree: Tree, { predicate }: Clause): Word[] | null => {
  const words = wordsUnder(
    tree,
    predicate,
    (word) =>
      (word.head === predicate.index && (isLabelled(word, ...OF_PREDICATES) || isJoinedClause(tree, word))) ||
      isSetOff(tree, word),
  );
  while (words.at(-1)?.upos === 'PUNCT') words.pop();
  if (!isUnbroken(words) || countWords(words) > MOST_WORDS) return null;
  return endsPlainly(sentence, spanOfWords(words).end) ? words : null;
};

/** "a heat engine that …": a class, and what tells the thing from others of it. */
const isTelling = (tree: Tree, { predicate }: Clause, meaning: readonly Word[]): boolean => {
  const det = childOf(tree, predicate, 'det')?.low;
  const isClass = det === 'a' || det === 'an' || (det === undefined && predicate.xpos === 'NNS');
  const isOnly = det === 'the' && meaning.at(-1) !== predicate;
  if (!isClass && !isOnly) return false;
  const restricts = childrenOf(tree, predicate, 'acl', 'nmod', 'amod', 'compound').some((word) =>
    meaning.includes(word),
  );
  return restricts && meaning.filter(({ upos }) => CONTENT.test(upos)).length >= FEWEST_CONTENT;
};

const defined = (sentence: ReadSentence, tree: Tree): Defined | null => {
  const clause = sentence.clauses.find(({ kind }) => kind === 'main');
  if (clause?.isCopular !== true || clause.subject === null || clause.certainty < SURE_CLAUSE) return null;
  const { predicate, subject } = clause;
  if (!/^(?:NOUN|PROPN)$/u.test(predicate.upos) || subject.index > predicate.index) return null;
  if (!/^(?:is|are|was|were)$/u.test(clause.finite.low)) return null;
  // "is in the lead", "is also the home of": a state or one more thing, not what it is.
  if (childOf(tree, predicate, 'case') !== undefined) return null;
  if (childrenOf(tree, predicate, 'advmod').some(({ low }) => low !== 'not' && low !== 'never')) return null;
  const term = subjectWords(tree, clause);
  const meaning = meaningOf(sentence, tree, clause);
  if (term === null || meaning === null || !isTelling(tree, clause, meaning)) return null;
  return { term, meaning, clause };
};

/** "Construction is the process of constructing": the meaning says the term again. */
const isCircular = ({ term, meaning }: Defined): boolean =>
  term.some(
    ({ low, upos }) =>
      CONTENT.test(upos) &&
      low.length > 5 &&
      meaning.some((word) => word.low.length > 5 && word.low.slice(0, 6) === low.slice(0, 6)),
  );

const refusalOf = (
  reading: Reading,
  sentence: ReadSentence,
  { term, meaning, clause }: Defined,
): string | null => {
  const { predicate, subject, finite, negation, hedge } = clause;
  const isBareTerm = countWords(term) < 3 || term.some(({ low }) => low === 'of');
  if (subject === null || !/^(?:NOUN|PROPN)$/u.test(subject.upos)) return 'defines nothing by name';
  if (isBareTerm && NO_TERM.has(subject.low)) return 'defines nothing by name';
  if (term.some((word) => isLabelled(word, 'conj'))) return 'speaks of two things at once';
  if (subject.upos === 'NOUN' && isCircular({ term, meaning, clause }))
    return 'the meaning says the term again';
  if (negation !== null || hedge !== null) return 'does not say what it is for certain';
  const isCount = predicate.low === 'number' && meaning[0]?.low === 'the';
  if (!isCount && NO_CLASS.has(predicate.low.replace(/s$/u, '')))
    return `“${predicate.text}” is no class of things`;
  const isNamed = subject.upos === 'PROPN';
  if (!isNamed && /^(?:was|were)$/u.test(finite.low)) return 'tells what something was, not what it is';
  if (countWords(term) > (isNamed ? MOST_WORDS_OF_NAME : MOST_WORDS_OF_TERM)) return 'too long for a term';
  const points = [...term, ...meaning].find(
    ({ low, xpos }) =>
      xpos === 'PRP$' || xpos === 'PRP' || /^(?:this|these|those|such|another|other)$/u.test(low),
  );
  if (points !== undefined) return 'the answer points outside itself';
  // "The iPod", in an article on it, is the kind.
  const isTopic = term.some(({ text, low }) => low !== 'the' && isTitleWord(reading, text));
  if (!isNamed && !isTopic && term[0]?.low === 'the' && countWords(term) < 3)
    return 'does not say which is meant';
  return isEnclosed(sentence, spanOfWords(meaning)) === null ? null : 'an answer in quotes or brackets';
};

/** The term without its article, and whether it is a kind of thing rather than one of them. */
const termSpan = (term: readonly Word[]): Span =>
  spanOfWords(term.filter((word, at) => at > 0 || word.upos !== 'DET'));

/** Many things are "a city in France"; few are what a relative clause or participle tells. */
const isUnique = (tree: Tree, { predicate }: Clause, meaning: readonly Word[]): boolean => {
  if (childOf(tree, predicate, 'det')?.low === 'the') return true;
  // Of "a poet who won a prize" there are many, while "an engine that …" is a kind.
  return kindOfNoun(predicate.low) === null && meaning.some((word) => isLabelled(word, 'acl'));
};

/** "The highest mountain in the islands" tells which one, and not what it is. */
const isRank = (meaning: readonly Word[]): boolean =>
  meaning.some(({ low, xpos }) => /^(?:JJS|RBS)$/u.test(xpos) || /^(?:first|last|only|sole)$/u.test(low));

/** What a sentence defines, asked both ways, each with what speaks against asking for it. */
export const findDefinitions = (reading: Reading, sentence: ReadSentence): Candidate[] => {
  const { tree } = sentence;
  if (tree === null || gateOf(sentence).question !== null) return [];
  const found = defined(sentence, tree);
  if (found === null) return [];
  const { term, meaning, clause } = found;
  const confidence = Math.min(clause.certainty, clause.subject === null ? 1 : sureness(clause.subject));
  const refusal = refusalOf(reading, sentence, found);
  const { predicate, subject } = clause;
  const inTitle = term.some(({ text, upos }) => CONTENT.test(upos) && reading.titleWords.has(stemOf(text)));
  const forward: Candidate = {
    ...spanOfWords(meaning),
    kind: 'definition',
    answerType: 'phrase',
    place: { role: 'predicate', head: predicate, clause: predicate },
    confidence,
    weight: WEIGHT,
    refusal: refusal ?? (isRank(meaning) ? 'a rank is no definition' : null),
  };
  if (subject === null || inTitle || !isUnique(tree, clause, meaning)) return [forward];
  const isKind = subject.upos === 'NOUN';
  return [
    forward,
    {
      ...termSpan(term),
      kind: 'definition',
      answerType: isKind ? 'term' : 'name',
      place: { role: 'subject', head: subject, clause: predicate },
      confidence,
      weight: TERM_WEIGHT,
      refusal: refusal ?? (isEnclosed(sentence, termSpan(term)) === null ? null : 'a term in quotes'),
    },
  ];
};
